/** Paths of notes and folders in, the knowledge base out: all stages, one after the other. */
import type { Diagnostic } from "./diagnostics.ts";
import { parseDocument } from "./document/parse-document.ts";
import { extractRecords } from "./extract/index.ts";
import { mergeRecords } from "./knowledge/merge-records.ts";
import type { Extraction, KnowledgeBase, SourceFile } from "./model.ts";
import { decodeSource } from "./source/decode-source.ts";
import { readSources } from "./source/read-sources.ts";

export interface Extractions {
  /** One for each readable file, in the order of their paths. */
  extractions: Extraction[];
  /** What was found wrong before a note could be read: missing folders, unreadable files. */
  diagnostics: Diagnostic[];
}

/** `done` of `total` notes are read. */
export type ReportProgress = (done: number, total: number) => void;

/** The bytes of one note in, its records out. Deterministic, and never throws for what a file may hold. */
export function readNote(file: SourceFile): Extraction {
  return extractRecords(parseDocument(decodeSource(file)));
}

/** Reads each note by itself. What cannot be read is a diagnostic; the rest is read. */
export async function readExtractions(inputs: readonly string[], onProgress?: ReportProgress): Promise<Extractions> {
  const { files, diagnostics } = await readSources(inputs);
  const extractions: Extraction[] = [];
  for (const file of files) {
    extractions.push(readNote(file));
    onProgress?.(extractions.length, files.length);
  }
  return { extractions, diagnostics };
}

/** Reads all notes of the folders and files into one base. Its diagnostics are those of every stage. */
export async function readKnowledge(inputs: readonly string[], onProgress?: ReportProgress): Promise<KnowledgeBase> {
  const { extractions, diagnostics } = await readExtractions(inputs, onProgress);
  const base = mergeRecords(extractions);
  return { ...base, diagnostics: [...diagnostics, ...base.diagnostics] };
}

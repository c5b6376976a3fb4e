/** Paths of notes and folders in, the knowledge base out: all stages, one after the other. */
import { usualReading, type ReadingSettings } from "./config.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { parseDocument } from "./document/parse-document.ts";
import type { ParserName } from "./document/parser-names.ts";
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

export interface ReadOptions {
  /** What relative inputs are relative to; the working directory by default. */
  cwd?: string | undefined;
  /** What a team adds to the reading of its notes. */
  settings?: ReadingSettings | undefined;
  /** The fastest there is by default; the records are the same. */
  parser?: ParserName | undefined;
  onProgress?: ReportProgress | undefined;
}

/** The bytes of one note in, its records out. Deterministic, and never throws for what a file may hold. */
export function readNote(
  file: SourceFile,
  settings: ReadingSettings = usualReading,
  parser?: ParserName | undefined,
): Extraction {
  return extractRecords(parseDocument(decodeSource(file), parser), settings);
}

/** The same for what is published: secrets are masked in the text before anything is read from it. */
export async function readMaskedNote(file: SourceFile, settings: ReadingSettings = usualReading): Promise<Extraction> {
  const { maskNote } = await import("./mask-note.ts");
  return extractRecords(parseDocument(await maskNote(decodeSource(file))), settings);
}

/** Reads each note by itself. What cannot be read is a diagnostic; the rest is read. */
export async function readExtractions(inputs: readonly string[], options: ReadOptions = {}): Promise<Extractions> {
  const { cwd = process.cwd(), settings, parser, onProgress } = options;
  const { files, diagnostics } = await readSources(inputs, { cwd });
  const extractions: Extraction[] = [];
  for (const file of files) {
    extractions.push(readNote(file, settings, parser));
    onProgress?.(extractions.length, files.length);
  }
  return { extractions, diagnostics };
}

/** Reads all notes of the folders and files into one base. Its diagnostics are those of every stage. */
export async function readKnowledge(inputs: readonly string[], options: ReadOptions = {}): Promise<KnowledgeBase> {
  const { extractions, diagnostics } = await readExtractions(inputs, options);
  const base = mergeRecords(extractions, options.settings);
  return { ...base, diagnostics: [...diagnostics, ...base.diagnostics] };
}

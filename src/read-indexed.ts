/** Paths of notes and folders in, the knowledge base out as `readKnowledge` gives it, by way of the index where there is one. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { usualReading, type ReadingSettings } from "./config.ts";
import {
  areRelated,
  createMemoryIndex,
  extractorVersion,
  hashBytes,
  isBusy,
  isCurrent,
  loadBase,
  loadDiagnostics,
  loadExtraction,
  openIndex,
  OutdatedIndex,
  stampInputs,
  transact,
  type Index,
  type LoadedRecords,
  type Narrowing,
} from "./index-store/index.ts";
import { collectFiles } from "./knowledge/collect-files.ts";
import { orderRecords } from "./knowledge/order-records.ts";
import type { ReportProgress } from "./build-knowledge.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { ParserName } from "./document/parser-names.ts";
import type { Extraction, KnowledgeBase, SourceFile } from "./model.ts";

export interface ReadIndexedOptions {
  /** Only records that can match are needed: the others may be left out. */
  narrowing?: Narrowing | null;
  /** Whether issues need what is related to them; those of a whole base always get it. */
  related?: boolean;
  /** What relative inputs are relative to, and where the index is kept. */
  cwd?: string;
  /** What a team adds to the reading of its notes: what was read with others is read again. */
  settings?: ReadingSettings;
  /** Named, it parses all notes: nothing is taken from the index. */
  parser?: ParserName | undefined;
  /** Told of the notes that have to be read. */
  onProgress?: ReportProgress | undefined;
}

/** The index only saves time: whatever is wrong with it, the notes themselves are read. */
export async function readIndexed(
  inputs: readonly string[],
  {
    narrowing = null,
    related = narrowing === null,
    cwd = process.cwd(),
    settings = usualReading,
    parser,
    onProgress,
  }: ReadIndexedOptions = {},
): Promise<KnowledgeBase> {
  const load = (index: Index): LoadedRecords => loadBase(index, { narrowing, related });
  const read = parser === undefined ? await withIndex(inputs, { cwd, settings, related, onProgress }, load) : null;
  if (read !== null) return finishBase(read, narrowing === null);
  const { readPlainly } = await import("./refresh-index.ts");
  return await readPlainly(inputs, { cwd, settings, parser, onProgress });
}

/** Notes by themselves, and what was found wrong with them or between them and all others. */
export interface ReadNotes {
  /** One for each of `files`, in their order. */
  extractions: Extraction[];
  diagnostics: Diagnostic[];
}

/** `files` are some of the notes of `inputs`; records are loaded of none. */
export async function readNotesIndexed(
  inputs: readonly string[],
  files: readonly SourceFile[],
  { cwd, settings }: Pick<IndexNeeds, "cwd" | "settings">,
): Promise<ReadNotes> {
  const found = await withIndex(inputs, { cwd, settings, related: false }, (index) => ({
    diagnostics: loadDiagnostics(index),
    known: files.map(({ path, bytes }) => loadExtraction(index, path, hashBytes(bytes))),
  }));
  const { readNote } = await import("./build-knowledge.ts");
  const extractions = files.map((file, at) => found?.known[at] ?? readNote(file, settings));
  if (found !== null) return { extractions, diagnostics: found.diagnostics };
  const { readPlainly } = await import("./refresh-index.ts");
  return { extractions, diagnostics: (await readPlainly(inputs, { cwd, settings })).diagnostics };
}

export interface IndexNeeds {
  cwd: string;
  settings: ReadingSettings;
  /** Whether the relations between issues must be there. */
  related: boolean;
  onProgress?: ReportProgress | undefined;
}

/**
 * Gives `use` an index that is as the notes are, in one transaction. Null where there can be none. One that is damaged
 * is taken away and made anew: `use` throws where it is.
 */
export async function withIndex<T>(
  inputs: readonly string[],
  needs: IndexNeeds,
  use: (index: Index) => T,
): Promise<T | null> {
  // Nothing is left behind where somebody was in the wrong folder.
  if (!inputs.some((input) => existsSync(resolve(needs.cwd, input)))) return null;
  const stamp = stampInputs(inputs, needs.cwd);
  for (const _ of ["as it is", "made anew"]) {
    const index = openIndex(inputs, needs.cwd, extractorVersion(needs.settings));
    if (index === null) return null;
    try {
      const isReady = (): boolean => stamp !== null && isCurrent(index, stamp) && (!needs.related || areRelated(index));
      const known = transact(index.database, "DEFERRED", () => (isReady() ? { result: use(index) } : null));
      if (known !== null) return known.result;
      // The stages that read notes are loaded only when there is something to read.
      const { refreshIndex } = await import("./refresh-index.ts");
      return await refreshIndex(index, inputs, { ...needs, stamp }, use);
    } catch (error) {
      if (isBusy(error) || error instanceof OutdatedIndex) return null;
      index.discard();
    } finally {
      index.close();
    }
  }
  return null;
}

/** The same with an index in memory, for what needs one: where none can be kept, or another process holds it too long. */
export async function withAnyIndex<T>(
  inputs: readonly string[],
  needs: IndexNeeds,
  use: (index: Index) => T,
): Promise<T> {
  const kept = await withIndex(inputs, needs, (index) => ({ result: use(index) }));
  if (kept !== null) return kept.result;
  const { refreshIndex } = await import("./refresh-index.ts");
  const index = createMemoryIndex();
  try {
    return await refreshIndex(index, inputs, { ...needs, stamp: null }, use);
  } finally {
    index.close();
  }
}

/** Loaded records as a base: in order, and with the list of files where it is whole. */
export function finishBase({ sourceDiagnostics, ...records }: LoadedRecords, isWhole = false): KnowledgeBase {
  orderRecords(records);
  return {
    ...records,
    files: isWhole ? collectFiles(records.issues) : [],
    diagnostics: [...sourceDiagnostics, ...records.diagnostics],
  };
}

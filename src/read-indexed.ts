/** Paths of notes and folders in, the knowledge base out as `readKnowledge` gives it, by way of the index where there is one. */
import {
  cacheExtractions,
  extractorVersion,
  isBusy,
  isCurrent,
  loadBase,
  openIndex,
  saveBase,
  stampInputs,
  type Index,
  type Narrowing,
} from "./index-store/index.ts";
import { usualReading, type ReadingSettings } from "./config.ts";
import type { Extraction, KnowledgeBase, SourceFile } from "./model.ts";

export interface ReadIndexedOptions {
  /** Only records that can match are needed: the others may be left out. */
  narrowing?: Narrowing | null;
  /** What relative inputs are relative to, and where the index is kept. */
  cwd?: string;
  /** What a team adds to the reading of its notes: what was read with others is read again. */
  settings?: ReadingSettings;
}

/** The index only saves time: whatever is wrong with it, the notes themselves are read. */
export async function readIndexed(
  inputs: readonly string[],
  { narrowing = null, cwd = process.cwd(), settings = usualReading }: ReadIndexedOptions = {},
): Promise<KnowledgeBase> {
  const stamp = stampInputs(inputs, cwd);
  const index = openIndex(cwd, extractorVersion(settings));
  try {
    if (index !== null && stamp !== null) {
      const known = tryIndex(index, () => (isCurrent(index, stamp) ? loadBase(index, narrowing) : null));
      if (known !== null) return known;
    }
    return await readAnew(inputs, { cwd, settings }, index, stamp);
  } finally {
    index?.close();
  }
}

/** The stages that read notes are loaded only when there is something to read. */
async function readAnew(
  inputs: readonly string[],
  { cwd, settings }: { cwd: string; settings: ReadingSettings },
  index: Index | null,
  stamp: string | null,
): Promise<KnowledgeBase> {
  const [{ readNote }, { readSources }, { mergeRecords }, { searchTerms }] = await Promise.all([
    import("./build-knowledge.ts"),
    import("./source/read-sources.ts"),
    import("./knowledge/merge-records.ts"),
    import("./query/index.ts"),
  ]);
  const { files, diagnostics } = await readSources(inputs, { cwd });
  const read = (file: SourceFile): Extraction => readNote(file, settings);
  const extractions = (index && tryIndex(index, () => cacheExtractions(index, files, read))) ?? files.map(read);
  const merged = mergeRecords(extractions, settings);
  const base = { ...merged, diagnostics: [...diagnostics, ...merged.diagnostics] };
  if (index !== null && stamp !== null)
    tryIndex(index, () => saveBase(index, base, { stamp, inputs }, (kind, record) => searchTerms(kind, record, base)));
  return base;
}

/** Null where the index failed; one that is damaged is taken away. */
function tryIndex<T>(index: Index, use: () => T): T | null {
  if (!index.database.isOpen) return null;
  try {
    return use();
  } catch (error) {
    if (!isBusy(error)) index.discard();
    return null;
  }
}

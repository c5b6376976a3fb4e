/** The knowledge base in, the files of its full-text search out: in parts, of which those with the records of the last build are taken over. */
import { createHash, hash, type Hash } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { giveSecondName } from "../give-second-name.ts";
import type { KnowledgeBase, Session } from "../model.ts";
import { describeRecords, type SearchEntry, type SearchRecord } from "./describe-records.ts";
import { indexPart, longestText } from "./index-part.ts";

/** Files of result texts, in all parts together: one for each record would be most of the files of a large site. */
const mostFragments = 2_000;

/** The indexer takes half a gigabyte for a part of this size, and readers load each part beside the others. UTF-16 units. */
const textOfAPart = 10_000_000;
const mostParts = 8;

export interface SearchIndexOptions {
  /** The site built last, and the digests of its parts; null where there is none, or one of its files was touched. */
  last?: { folder: string; parts: readonly string[] } | null;
  /** UTF-16 units of notes that one part holds at most. */
  partSize?: number | undefined;
}

export interface WrittenIndex {
  /** Records. */
  count: number;
  /** A digest of the records of each part. */
  parts: string[];
}

export interface SearchIndex {
  /** Writes `pagefind/` into the folder. Throws where the index cannot be written. */
  write(folder: string): Promise<WrittenIndex>;
  /** Ends the indexer without writing. */
  abandon(): Promise<void>;
}

/** The indexer is a process of its own, so that it works on the records while the pages are made. */
export function beginSearchIndex(base: KnowledgeBase, options: SearchIndexOptions = {}): SearchIndex {
  const { last = null, partSize = textOfAPart } = options;
  const parts = splitEntries(describeRecords(base), countParts(base.sessions, partSize));
  const { promise: target, resolve: tellTarget } = Promise.withResolvers<string | null>();
  let isAbandoned = false;

  const makePart = async (entries: readonly SearchEntry[], part: number): Promise<string> => {
    const place = part === 0 ? "pagefind" : `pagefind/${part}`;
    const filters = parts.length === 1 ? {} : { part: [String(part)] };
    const known = last?.parts.length === parts.length ? last.parts[part] : undefined;
    if (last && known !== undefined && digestOf(entries, filters) === known) {
      const folder = await target;
      if (folder === null || takeOver(join(last.folder, place), join(folder, place))) return known;
    }
    const digest = createHash("sha1");
    const folder = target.then((name) => name && join(name, place));
    await indexPart(describeAll(entries, filters, digest), {
      mostFragments: Math.ceil(mostFragments / parts.length),
      isBeside: part > 0,
      folder,
      isAbandoned: () => isAbandoned,
    });
    const written = await folder;
    // Said in the program itself: a file of its own would be one more to wait for where there is one part only.
    if (part === 0 && parts.length > 1 && written !== null && !isAbandoned)
      await appendFile(join(written, "pagefind.js"), `\nexport const searchParts = ${parts.length};\n`);
    return digest.digest("hex");
  };
  const makeAll = async (): Promise<WrittenIndex> => {
    const digests: string[] = [];
    // One after the other: each takes its memory, and all cores when it writes.
    for (const [part, entries] of parts.entries()) if (!isAbandoned) digests.push(await makePart(entries, part));
    return { count: parts.flat().length, parts: digests };
  };
  const work = makeAll();
  // A failure is told by `write`: until then it must not end the process.
  work.catch(() => undefined);
  return {
    write(folder) {
      tellTarget(folder);
      return work;
    },
    async abandon() {
      isAbandoned = true;
      tellTarget(null);
      await work.catch(() => undefined);
    },
  };
}

/** A power of two, so that another note rarely makes another number of them. */
function countParts(sessions: readonly Session[], partSize: number): number {
  const size = sessions.reduce((sum, { source }) => sum + Math.min(source.length, longestText), 0);
  let parts = 1;
  while (parts < mostParts && size > parts * partSize) parts *= 2;
  return parts;
}

/** By home: what one note tells is in one part, so that a changed note changes few of them. None is empty beside others: it could not be loaded. */
function splitEntries(entries: readonly SearchEntry[], parts: number): SearchEntry[][] {
  const split = Array.from({ length: parts }, (): SearchEntry[] => []);
  for (const entry of entries) split[Number.parseInt(hash("sha1", entry.home).slice(0, 8), 16) % parts]?.push(entry);
  const filled = split.filter((part) => part.length > 0);
  return filled.length === 0 ? [[]] : filled;
}

/** One at a time, so that no more than one is held. */
function* describeAll(entries: readonly SearchEntry[], filters: SearchRecord["filters"], digest: Hash) {
  for (const entry of entries) {
    const record = entry.describe();
    Object.assign(record.filters, filters);
    digest.update(JSON.stringify(record));
    yield record;
  }
}

function digestOf(entries: readonly SearchEntry[], filters: SearchRecord["filters"]): string {
  const digest = createHash("sha1");
  for (const _ of describeAll(entries, filters, digest));
  return digest.digest("hex");
}

/** False where a file is missing. The other parts lie in folders named by their number: each is taken over by itself. */
function takeOver(from: string, to: string): boolean {
  mkdirSync(to, { recursive: true });
  return readdirSync(from, { withFileTypes: true }).every((entry) => {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) return /^\d+$/.test(entry.name) || takeOver(source, target);
    return giveSecondName(source, target);
  });
}

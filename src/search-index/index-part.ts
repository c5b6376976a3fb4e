/** Records in, the files of a search index of them out: made by a process of its own, which ends with it. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { partsMark } from "../parts-mark.ts";
import type { SearchRecord } from "./describe-records.ts";

export interface IndexPartOptions {
  /** Files of result texts at most: beyond this many records some share one. */
  mostFragments: number;
  /** Whether readers load it beside another: that one has the program. */
  isBeside: boolean;
  /** Where to write it, once that is there; null to write nothing. Waited for when all records are in. */
  folder: Promise<string | null>;
  isAbandoned(): boolean;
}

/** Part of words, so that identifiers, paths and errors are found as they are written. */
const wordCharacters = "_-./:#@$";

/** Longer texts are indexed up to here: what follows is logs. UTF-16 units. */
export const longestText = 60_000;

/** Records under way: one at a time would wait for the pages between each and the next. */
const batchSize = 100;
/** Whole notes are long: a batch of them is smaller, as the indexer holds all of a batch at once. UTF-16 units. */
const batchLength = 200_000;

/** What our pages ask for; beside it the indexer writes search boxes of its own, half a megabyte of them. */
const asked = /^(?:filter|fragment|index|pagefind-entry\.json|.*\.pf_meta)$/;
const askedOfFirst = /^(?:pagefind\.js|pagefind-worker\.js|wasm\.en\.pagefind|\d+)$/;

/** Beside compound words their parts: a file is looked for by its name alone, too. Such words are of ASCII, and matching by that is nine times faster. */
function withParts(text: string): string {
  const parts = new Set<string>();
  for (const [word] of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[_\-./:#@$]+[A-Za-z0-9]+)+/g)) {
    for (const part of word.split(/[^A-Za-z0-9]+/)) if (part.length > 2) parts.add(part);
    for (const part of word.split("/").slice(1)) if (part.length > 2) parts.add(part);
  }
  return parts.size === 0 ? text : `${text}\n${partsMark} ${[...parts].join(" ")}`;
}

const mapValues = <Value>(record: Record<string, Value>, map: (value: Value) => Value): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** One at a time: the indexer is one process. Throws where it refuses a record or cannot write. */
export async function indexPart(
  records: Iterable<SearchRecord>,
  { mostFragments, isBeside, folder, isAbandoned }: IndexPartOptions,
): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: "en",
    includeCharacters: wordCharacters,
    maxFragments: mostFragments,
  });
  if (!index) throw new Error(`The search index could not be started: ${errors.join("; ")}`);
  const add = async ({ path, content, meta, filters }: SearchRecord): Promise<void> => {
    const text = content.slice(0, longestText) || meta["title"] || path;
    // Half of a character, as where a text was cut, ends the indexer, and with it the build.
    const { errors } = await index.addCustomRecord({
      url: path,
      content: withParts(text).toWellFormed(),
      language: "en",
      meta: mapValues(meta, (value) => value.toWellFormed()),
      filters: mapValues(filters, (values) => values.map((value) => value.toWellFormed())),
    });
    if (errors.length > 0) throw new Error(`The search index refused ${path}: ${errors[0]}`);
  };
  try {
    let batch: Promise<void>[] = [];
    let held = 0;
    for (const record of records) {
      if (isAbandoned()) break;
      batch.push(add(record));
      held += record.content.length;
      if (batch.length < batchSize && held < batchLength) continue;
      await Promise.all(batch);
      batch = [];
      held = 0;
    }
    await Promise.all(batch);
    const target = await folder;
    if (target === null || isAbandoned()) return;
    const { errors } = await index.writeFiles({ outputPath: target });
    if (errors.length > 0) throw new Error(`The search index could not be written: ${errors[0]}`);
    for (const name of await readdir(target))
      if (!asked.test(name) && (isBeside || !askedOfFirst.test(name))) await rm(join(target, name));
  } finally {
    await close();
  }
}

/** Words and filters in, the records that have them out, or those that have the most telling of the words. */
import { loadPagefind, type FilterCounts, type FoundRecord } from "./load-pagefind.ts";
import { searchParts } from "./search-parts.ts";

export type Filters = Record<string, string[]>;

export interface Found {
  total: number;
  records: FoundRecord[];
  counts: FilterCounts;
  /** Nothing has all the words: these have the most telling ones. */
  isPartial: boolean;
}

/** An error pasted with its addresses and times finds more without them. */
const clean = (words: string): string =>
  words
    .replace(/0x[0-9a-f]+|\d{4}-\d\d-\d\dT[\d:.Z+-]+/gi, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 400);

/** Null where a later search has begun meanwhile. */
export async function findRecords(words: string, filters: Filters = {}): Promise<Found | null> {
  const engine = await loadPagefind();
  const asked = clean(words);
  const chosen = Object.fromEntries(Object.entries(filters).map(([name, any]) => [name, { any }]));
  let found = await searchParts(engine, asked === "" ? null : asked, chosen, 120);
  let isPartial = false;
  // A pasted line rarely stands in a note word for word: its rarest-looking words do.
  if (found?.total === 0 && asked.includes(" ")) {
    const telling = asked
      .split(" ")
      .filter((word) => word.length > 3)
      .sort((a, b) => b.length - a.length)
      .slice(0, 4);
    for (let many = telling.length; many > 0 && found?.total === 0; many--)
      found = await searchParts(engine, telling.slice(0, many).join(" "), chosen, 0);
    isPartial = true;
  }
  return found && { ...found, isPartial };
}

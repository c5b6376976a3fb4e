/** Words and filters in, the records that one index would find out, also where it is in parts: each knows its own words only. */
import type { AskedFilters, FilterCounts, FoundRecord, Pagefind, Results } from "./load-pagefind.ts";

export interface Answer {
  total: number;
  /** The first of them. */
  records: FoundRecord[];
  counts: FilterCounts;
}

const most = 90;
const kinds = ["issue", "lesson", "file", "session"];

const read = (found: Results): Promise<FoundRecord[]> =>
  Promise.all(found.results.slice(0, most).map((result) => result.data()));

/** Null where a later search has begun meanwhile. */
export async function searchParts(
  engine: Pagefind,
  words: string | null,
  asked: AskedFilters,
  milliseconds: number,
): Promise<Answer | null> {
  const all = Array.from({ length: engine.searchParts ?? 1 }, (_, part) => String(part));
  const filtersFor = (parts: readonly string[]): AskedFilters =>
    all.length === 1 ? asked : { ...asked, part: { any: parts } };
  const found = await engine.debouncedSearch(words, { filters: filtersFor(all) }, milliseconds);
  if (!found) return null;
  const answer = { total: found.results.length, records: await read(found), counts: found.filters };
  if (all.length === 1) return answer;
  // Between quotes words are found as they are, or not at all.
  if (words === null || /^\s*".+"\s*$/.test(words)) {
    const each = await Promise.all(all.map((part) => engine.search(words, { filters: filtersFor([part]) })));
    return { ...answer, records: await readNewest(each) };
  }

  const firsts = new Map<string, FoundRecord>();
  for (const record of answer.records) {
    const part = record.filters["part"]?.[0];
    if (part !== undefined && !firsts.has(part)) firsts.set(part, record);
  }
  for (const part of Object.keys(found.filters["part"] ?? {})) {
    if (firsts.has(part) || !found.filters["part"]?.[part]) continue;
    const record = await (await engine.search(words, { filters: filtersFor([part]) })).results[0]?.data();
    if (record) firsts.set(part, record);
  }
  const guessing = await partsThatGuess(engine, plainWords(words), firsts, all);
  if (guessing.size === 0) return answer;
  const rest = all.filter((part) => !guessing.has(part));
  if (rest.length === 0) return { total: 0, records: [], counts: {} };
  const known = await engine.search(words, { filters: filtersFor(rest) });
  return { total: known.results.length, records: await read(known), counts: known.filters };
}

/**
 * For a word that a part does not have it takes the longest that this one begins with, or leaves it out, as one index
 * would where nothing has the word. Where another part has it, what such a part found is no answer.
 */
async function partsThatGuess(
  engine: Pagefind,
  words: readonly string[],
  firsts: ReadonlyMap<string, FoundRecord>,
  all: readonly string[],
): Promise<Set<string>> {
  const texts = new Map([...firsts].map(([part, record]) => [part, foundWords(record)]));
  const guessing = new Set<string>();
  for (const word of words) {
    const without = [...texts].filter(([, text]) => !text.includes(word)).map(([part]) => part);
    if (without.length === 0) continue;
    // The word in another of its forms stands there perhaps: the index knows them.
    const exact = await engine.search(`"${word}"`, { filters: { part: { any: all } } });
    const having = exact.filters["part"] ?? {};
    const strangers = without.filter((part) => !having[part]);
    const isKnown = strangers.length < texts.size || Object.values(having).some((count) => count > 0);
    if (isKnown) for (const part of strangers) guessing.add(part);
  }
  return guessing;
}

/** As the index has them: lower case, without accents, and without the punctuation that is part of no word. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}|(?![_\-./:#@$])[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, "")
    .toLowerCase();

const plainWords = (words: string): string[] => [...new Set(plain(words).split(/\s+/).filter(Boolean))];

function foundWords({ content, locations }: FoundRecord): string {
  const words = content.split(/\s+/);
  return plain(locations.map((location) => words[location] ?? "").join(" "));
}

/** Where nothing ranks them each part gives its records in the order of the base: that of all of them is by kind and date. */
async function readNewest(parts: readonly Results[]): Promise<FoundRecord[]> {
  const firsts = parts.flatMap(({ results }) => results.slice(0, most));
  const found = await Promise.all(firsts.map(async (result) => ({ score: result.score, record: await result.data() })));
  const place = ({ meta }: FoundRecord): number => kinds.indexOf(meta["kind"] ?? "");
  const date = ({ meta }: FoundRecord): string => meta["date"] ?? "";
  return found
    .sort((a, b) => b.score - a.score || place(a.record) - place(b.record) || compare(date(b.record), date(a.record)))
    .slice(0, most)
    .map(({ record }) => record);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

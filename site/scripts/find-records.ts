/** Words and filters in, what Pagefind finds out: it is loaded when first asked, in pieces that the words need. */
export interface FoundRecord {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

export type Filters = Record<string, string[]>;
/** How many records each value of each filter has. */
export type FilterCounts = Record<string, Record<string, number>>;

interface Results {
  results: { id: string; data(): Promise<FoundRecord> }[];
  filters: FilterCounts;
}

interface Pagefind {
  init(): Promise<void>;
  options(options: object): Promise<void>;
  filters(): Promise<FilterCounts>;
  /** Null where a later search has begun meanwhile. */
  debouncedSearch(words: string | null, options?: object, delay?: number): Promise<Results | null>;
}

export interface Found {
  total: number;
  records: FoundRecord[];
  counts: FilterCounts;
  /** Nothing has all the words: these have the most telling ones. */
  isPartial: boolean;
}

const most = 90;
let loading: Promise<Pagefind> | null = null;

/** Throws where the index cannot be loaded; the next call tries again. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const address = `${document.body.dataset["base"] ?? "/"}pagefind/pagefind.js`;
    const module = (await import(/* @vite-ignore */ address)) as Pagefind;
    await module.options({ excerptLength: 24, ranking: { termSaturation: 1.6 } });
    await module.init();
    return module;
  })();
  loading.catch(() => (loading = null));
  return loading;
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
  const options = { filters: Object.fromEntries(Object.entries(filters).map(([name, any]) => [name, { any }])) };
  let found = await engine.debouncedSearch(asked === "" ? null : asked, options, 120);
  let isPartial = false;
  // A pasted line rarely stands in a note word for word: its rarest-looking words do.
  if (found?.results.length === 0 && asked.includes(" ")) {
    const telling = asked
      .split(" ")
      .filter((word) => word.length > 3)
      .sort((a, b) => b.length - a.length)
      .slice(0, 4);
    for (let many = telling.length; many > 0 && found?.results.length === 0; many--)
      found = await engine.debouncedSearch(telling.slice(0, many).join(" "), options, 0);
    isPartial = true;
  }
  if (!found) return null;
  const records = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
  return { total: found.results.length, records, counts: found.filters, isPartial };
}

/** Nothing in, the search program with all parts of the index out: it is loaded when first asked, in pieces that the words need. */
export interface FoundRecord {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  content: string;
  /** Of the words that were found, counted in `content`. */
  locations: number[];
}

/** How many records each value of each filter has. */
export type FilterCounts = Record<string, Record<string, number>>;
export type AskedFilters = Record<string, { any: readonly string[] }>;

export interface Results {
  results: { score: number; data(): Promise<FoundRecord> }[];
  filters: FilterCounts;
}

export interface Pagefind {
  init(): Promise<void>;
  destroy(): Promise<void>;
  options(options: object): Promise<void>;
  mergeIndex(address: string, options: object): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(words: string | null, options: { filters: AskedFilters }): Promise<Results>;
  /** Null where a later search has begun meanwhile. */
  debouncedSearch(
    words: string | null,
    options: { filters: AskedFilters },
    milliseconds: number,
  ): Promise<Results | null>;
  /** In how many parts the index is, where it is in more than one. */
  searchParts?: number;
}

let loading: Promise<Pagefind> | null = null;

/** Throws where the index cannot be loaded; the next call tries again. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const folder = `${document.body.dataset["base"] ?? "/"}pagefind/`;
    const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
    const settings = { excerptLength: 24, ranking: { termSaturation: 1.6 } };
    await module.options(settings);
    await module.init();
    const others = Array.from({ length: (module.searchParts ?? 1) - 1 }, (_, index) => `${folder}${index + 1}/`);
    try {
      await Promise.all(others.map((address) => module.mergeIndex(address, settings)));
    } catch (error) {
      // Those that have come already would be there twice.
      await module.destroy();
      throw error;
    }
    return module;
  })();
  loading.catch(() => (loading = null));
  return loading;
}

/** A long list in, the pages it is printed on out. */
export interface PageOf<Item> {
  items: Item[];
  /** Counts from 1. */
  number: number;
  count: number;
  total: number;
}

export const pageSize = 200;

/** One page at least, be it empty. */
export function pagesOf<Item>(items: readonly Item[], size = pageSize): PageOf<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
    total: items.length,
  }));
}

/** The address that answers searches in, a module out that pages load in the place of the engine of a built site: it asks the server. */

/** Below the base, as a built site has its engine. */
export const enginePath = "pagefind/pagefind.js";
/** Below the base: `?words=…&filters={"kind":["issue"]}`. */
export const searchPath = "_dev/search";

/** It has those functions of the engine that the scripts of the site call: see site/scripts/find-records.ts. */
export const writeSearchModule = (base: string): string => `
const ask = async (words, filters) => {
  const chosen = Object.fromEntries(Object.entries(filters ?? {}).map(([name, { any }]) => [name, any]));
  const query = new URLSearchParams({ words: words ?? "", filters: JSON.stringify(chosen) });
  const response = await fetch(${JSON.stringify(base + searchPath)} + "?" + query);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
};
let last = 0;
export const init = async () => {};
export const options = async () => {};
export const filters = async () => (await ask(null)).filters;
export const debouncedSearch = async (words, { filters } = {}, delay = 0) => {
  const own = ++last;
  await new Promise((resolve) => setTimeout(resolve, delay));
  if (own !== last) return null;
  const { total, records, filters: counts } = await ask(words, filters);
  if (own !== last) return null;
  const results = Array.from({ length: total }, (_, at) => ({ id: String(at), data: async () => records[at] }));
  return { results, filters: counts };
};
`;

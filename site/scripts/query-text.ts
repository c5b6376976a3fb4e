/** The text of a query in, the same with one qualifier changed out: what the boxes beside the list do to the words in the field. */

/** A qualifier at the top of the query: quotes keep their spaces together. */
const token = (name: string): RegExp => new RegExp(String.raw`(^|\s)${name}:((?:"(?:[^"\\]|\\.)*"|[^\s"])*)`, "i");

export function valuesOf(query: string, name: string): string[] {
  const text = token(name).exec(query)?.[2] ?? "";
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)]
    .map(([, quoted, plain]) => quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "")
    .filter((value) => value !== "");
}

const write = (value: string): string =>
  /^[\w./*@#+-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;

/** An empty list takes the qualifier away. */
export function withValues(query: string, name: string, values: readonly string[]): string {
  const written = values.length === 0 ? "" : `${name}:${values.map(write).join(",")}`;
  const found = token(name).exec(query);
  const changed = found
    ? query.slice(0, found.index) + (written && `${found[1]}${written}`) + query.slice(found.index + found[0].length)
    : `${query} ${written}`;
  return changed.replace(/\s+/g, " ").trim();
}

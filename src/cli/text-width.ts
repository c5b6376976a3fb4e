/** A line of text in, the columns of a terminal that it takes out. */
import { createRequire } from "node:module";
import type stringWidth from "string-width";

/** Nothing in it is wider or narrower than one column. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const isPlain = /^[\u0020-\u007e]*$/;
const require = createRequire(import.meta.url);

/** Loaded when something is not plain: its tables of characters cost more than many a query. */
let measure: typeof stringWidth | null = null;

export function textWidth(text: string): number {
  if (isPlain.test(text)) return text.length;
  measure ??= (require("string-width") as { default: typeof stringWidth }).default;
  return measure(text);
}

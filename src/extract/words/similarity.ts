/** Two titles in, how alike they are out: from 0 (no word in common) to 1 (the same words). */
import { listWords } from "./list-words.ts";
import { memoize } from "./memoize.ts";

const idle = new Set(
  listWords(`
    the, a, an, of, in, on, for, to, and, or, with, is, was, are, by, at, from, fix, fixed, fixes, issue,
    issues, bug, problem, error, errors, failure, failures, not
  `),
);

/** Dice coefficient of the words that carry meaning. */
export function similarity(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.size === 0 || y.size === 0) return 0;
  return (2 * sharedOf(x, y)) / (x.size + y.size);
}

/** Each title is compared with many. */
const wordsOf = memoize((title: string): ReadonlySet<string> => {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words
    .filter((word) => !idle.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:es|s)$/, "") : word));
  return new Set(telling.length > 0 ? telling : words);
});

/** How many words that carry meaning two texts share. */
export function sharedWords(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  let common = 0;
  for (const word of x) if (word.length > 2 && y.has(word)) common++;
  return common;
}

/** Share of the words of a short text that a longer one has; 0 for fewer than two words. */
export function coverage(short: string, long: string): number {
  const words = wordsOf(short);
  return words.size < 2 ? 0 : sharedOf(words, wordsOf(long)) / words.size;
}

function sharedOf(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let common = 0;
  for (const word of x) if (y.has(word)) common++;
  return common;
}

/** A name that nobody knows and the known ones in, the nearest of them out. */
import { distance } from "fastest-levenshtein";

const sortLetters = (text: string): string => [...text].sort().join("");

/** At most three, nearest first: those that begin with the name, or differ from it by a typing error or two. */
export function suggestNames(unknown: string, known: readonly string[]): string[] {
  const wanted = unknown.toLowerCase();
  const scored = [...new Set(known)].map((name) => {
    const begins = wanted.length > 1 && (name.startsWith(wanted) || wanted.startsWith(name));
    // Two letters swapped are one mistake, not the two that Levenshtein counts.
    const far = begins ? 0.5 : sortLetters(name) === sortLetters(wanted) ? 1 : distance(wanted, name);
    return { name, far };
  });
  return scored
    .filter(({ name, far }) => far <= Math.max(1, Math.min(wanted.length, name.length) / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** `; did you mean "a" or "b"?`, or nothing. */
export function didYouMean(suggestions: readonly string[]): string {
  return suggestions.length === 0 ? "" : `; did you mean ${suggestions.map((name) => `"${name}"`).join(" or ")}?`;
}

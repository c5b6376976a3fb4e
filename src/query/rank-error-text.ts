/** A pasted error line or stack trace in, the issues that share its rare terms out, best first. */
import type { Issue, KnowledgeBase } from "../model.ts";
import { indexBase } from "./index-base.ts";
import { createHaystack } from "./match-text.ts";
import { haystackOf, searchedFields } from "./record-haystack.ts";

export interface RankedIssue {
  issue: Issue;
  /** Higher is better; only to be compared within one answer. */
  score: number;
  /** The terms that it shares with the error, rarest first. */
  terms: string[];
}

/** What differs between two runs of the same failure: times, addresses, ids, ports and durations, colours of terminals. */
const volatile = [
  /\u001b\[[0-9;]*m/g,
  /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b0x[0-9a-f]+\b/gi,
  /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|%|[KMG]i?B)\b/g,
];

/** More than these say little new, and a whole log can be pasted. */
const longest = 200_000;
const mostTerms = 400;

/** The terms of an error that tell it from others: in order, each once, without what changes from run to run. */
export function errorTerms(text: string): string[] {
  let clean = text.slice(0, longest);
  for (const pattern of volatile) clean = clean.replace(pattern, " ");
  const { terms } = createHaystack([clean]);
  return [...new Set(terms.trim().split(/\s+/))].filter((term) => term.length > 2 || /\p{Script=Han}/u.test(term)).filter((term) => !/^\d+$/.test(term));
}

/**
 * Weighs each shared term by how rare it is in the base (idf), and terms side by side in both twice; an issue must
 * share a good part of what is known of the error. At most `limit`.
 */
export function rankErrorText(text: string, base: KnowledgeBase, limit = 20): RankedIssue[] {
  const index = indexBase(base);
  const terms = errorTerms(text).slice(0, mostTerms);
  const pairs = terms.slice(1).map((term, at) => ` ${terms[at]} ${term} `);
  const fields = searchedFields("issue", null);
  const texts = base.issues.map((issue) => fields.map((field) => haystackOf(field, "issue", issue, index).terms).join("\n"));
  const weigh = (needles: readonly string[]): { needle: string; having: number[]; weight: number }[] =>
    needles.flatMap((needle) => {
      const having = texts.flatMap((haystack, at) => (haystack.includes(needle) ? [at] : []));
      return having.length === 0 ? [] : [{ needle: needle.trim(), having, weight: Math.log(1 + texts.length / having.length) }];
    });
  const weighed = weigh(terms.map((term) => ` ${term} `));
  const scores = new Map<number, { score: number; terms: { term: string; weight: number }[] }>();
  for (const { needle, having, weight } of weighed) {
    for (const at of having) {
      const entry = scores.get(at) ?? { score: 0, terms: [] };
      // Squared: one rare identifier says more than five words that half of all issues have.
      entry.score += weight ** 2;
      entry.terms.push({ term: needle, weight });
      scores.set(at, entry);
    }
  }
  for (const { having, weight } of weigh(pairs)) {
    for (const at of having) if (scores.has(at)) scores.get(at)!.score += weight ** 2;
  }
  const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
  return [...scores]
    .filter(([, { score }]) => score >= best / 5)
    .sort(([a, { score: scoreA }], [b, { score: scoreB }]) => scoreB - scoreA || a - b)
    .slice(0, limit)
    .map(([at, { score, terms }]) => ({
      issue: base.issues[at]!,
      score,
      terms: terms.sort((a, b) => b.weight - a.weight).map(({ term }) => term),
    }));
}

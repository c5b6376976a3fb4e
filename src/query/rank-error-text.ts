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
  /\p{Cc}\[[0-9;]*m/gu,
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

const isTelling = (term: string): boolean => (term.length > 2 && !/^\d+$/.test(term)) || /\p{Script=Han}/u.test(term);

interface ErrorTerms {
  /** " term ", each once: what changes from run to run and what is too short to tell is left out. */
  terms: string[];
  /** " term term ": what stands side by side. */
  pairs: string[];
}

function readErrorTerms(text: string): ErrorTerms {
  let clean = text.slice(0, longest);
  for (const pattern of volatile) clean = clean.replace(pattern, " ");
  const all = createHaystack([clean]).terms.trim().split(/\s+/).slice(0, mostTerms);
  return {
    terms: [...new Set(all.filter(isTelling))].map((term) => ` ${term} `),
    pairs: [...new Set(all.slice(1).map((term, at) => ` ${all[at]} ${term} `))],
  };
}

/**
 * Weighs each shared term by how rare it is in the base (idf), and terms side by side in both once more; long texts
 * share much by chance, so length counts against them. At most `limit`, none that scores less than a fifth of the best.
 */
export function rankErrorText(text: string, base: KnowledgeBase, limit = 20): RankedIssue[] {
  const index = indexBase(base);
  const fields = searchedFields("issue", null);
  const texts = base.issues.map((issue) =>
    fields.map((field) => haystackOf(field, "issue", issue, index).terms).join("\n"),
  );
  const usual = texts.reduce((sum, { length }) => sum + length, 1) / Math.max(1, texts.length);
  const { terms, pairs } = readErrorTerms(text);
  const scores = new Map<number, { score: number; shared: { term: string; weight: number }[] }>();
  for (const needle of [...terms, ...pairs]) {
    const having = texts.flatMap((haystack, at) => (haystack.includes(needle) ? [at] : []));
    const weight = Math.log(1 + texts.length / Math.max(1, having.length));
    for (const at of having) {
      const entry = scores.get(at) ?? { score: 0, shared: [] };
      // Squared: one rare identifier says more than five words that half of all issues have.
      entry.score += weight ** 2 / (1 + Math.log2(1 + texts[at]!.length / usual) / 4);
      entry.shared.push({ term: needle.trim(), weight });
      scores.set(at, entry);
    }
  }
  const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
  return [...scores]
    .filter(([, { score }]) => score >= best / 5)
    .sort(([a, { score: scoreA }], [b, { score: scoreB }]) => scoreB - scoreA || a - b)
    .slice(0, limit)
    .map(([at, { score, shared }]) => ({
      issue: base.issues[at]!,
      score,
      terms: shared.sort((a, b) => b.weight - a.weight).map(({ term }) => term),
    }));
}

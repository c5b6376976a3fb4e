/** Issues in, each with the few others that it probably has to do with, and why. */
import MiniSearch from "minisearch";
import { foldLabel, type Issue, type Relation } from "../model.ts";
import { normalisePath } from "./merge-issue.ts";
import { compareText } from "./order-reports.ts";
import { readTerms } from "./read-terms.ts";
import { titleWords } from "./title-words.ts";

/** Related issues that an issue keeps. */
const kept = 5;
/** What more issues than this have in common relates none of them; it also bounds the work to a multiple of the issues. */
const tooCommon = 40;
/** Rarest words of an issue that the ranking is asked for. */
const askedWords = 8;
/** A word that more issues have than this is not asked for: the work stays a multiple of the number of issues. */
const commonWord = 100;
/** Points under which a relation is an accident. */
const enough = 1;

interface Hint {
  points: number;
  reasons: Set<string>;
}

/** What relates an issue to others: plain data, so that an index can keep it. */
export interface IssueTraits {
  slug: string;
  components: string[];
  /** Normalised paths, each once. */
  files: string[];
  /** The words of the title, sorted. */
  title: string;
  words: string[];
  /** What people write in one way only: names from code. */
  names: string[];
}

export function describeIssue(issue: Issue): IssueTraits {
  const { words, names } = readTerms(issue);
  return {
    slug: issue.slug,
    components: issue.components,
    files: [...new Set(issue.files.map(({ path }) => normalisePath(path)))],
    title: [...titleWords(issue.title)].sort().join(" "),
    words: [...words],
    names: [...names],
  };
}

/** The related issues of every issue, by its slug: same file, same title, shared identifiers, similar words (BM25); a component counts beside those. */
export function relateIssues(given: readonly IssueTraits[]): Map<string, Relation[]> {
  // Ranks tie by position: the order in which issues are given must not matter.
  const issues = given.toSorted((a, b) => compareText(a.slug, b.slug));
  const byFile = invert(issues.map(({ files }) => files));
  const byName = invert(issues.map(({ names }) => names));
  const byTitle = invert(issues.map(({ title }) => (title.includes(" ") ? [title] : [])));
  const frequency = new Map<string, number>();
  for (const { words } of issues) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const isTelling = (word: string): boolean => frequency.get(word)! > 1 && frequency.get(word)! <= commonWord;
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  search.addAll(issues.map(({ words }, id) => ({ id, text: words.filter(isTelling).join(" ") })));

  const relate = (index: number): Relation[] => {
    const { files, title, names, words, components } = issues[index]!;
    const hints = new Map<number, Hint>();
    const hint = (other: number, points: number, reason: string): void => {
      if (other === index) return;
      let known = hints.get(other);
      if (known === undefined) hints.set(other, (known = { points: 0, reasons: new Set() }));
      known.points += points;
      known.reasons.add(reason);
    };
    const hintAll = (sharing: readonly number[] = [], weight: number, reason: string): void => {
      if (sharing.length > tooCommon) return;
      for (const other of sharing) hint(other, weight * rarity(sharing.length), reason);
    };
    for (const path of files) hintAll(byFile.get(path), 2, `same file ${path}`);
    hintAll(byTitle.get(title), 2, "same title");
    for (const name of names) hintAll(byName.get(name), 1, `shares ${name}`);
    const rare = words
      .filter(isTelling)
      .sort((a, b) => frequency.get(a)! - frequency.get(b)! || compareText(a, b))
      .slice(0, askedWords);
    const hits = rare.length < 2 ? [] : search.search(rare.join(" "));
    for (const hit of hits.slice(0, 4 * kept)) {
      // Two rare words in common say something, one does not.
      if (hit.queryTerms.length >= 2)
        hint(
          hit.id as number,
          (2 * hit.queryTerms.length) / rare.length + hit.score / hits[0]!.score / 5,
          `similar words: ${hit.queryTerms.slice(0, 3).join(", ")}`,
        );
    }
    const own = new Set(components.map(foldLabel));
    for (const other of hints.keys()) {
      const shared = issues[other]!.components.find((component) => own.has(foldLabel(component)));
      if (shared !== undefined) hint(other, 0.25, `same component ${shared}`);
    }
    return [...hints]
      .filter(([, { points }]) => points >= enough)
      .sort(([a, first], [b, second]) => second.points - first.points || a - b)
      .slice(0, kept)
      .map(([other, { reasons }]) => ({ slug: issues[other]!.slug, reasons: [...reasons].slice(0, 4) }));
  };
  return new Map(issues.map(({ slug }, index) => [slug, relate(index)]));
}

/** 1 for what two issues share, less for what many do. */
function rarity(sharing: number): number {
  return 1 / Math.log2(Math.max(2, sharing));
}

function invert(sets: readonly (readonly string[])[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const [index, set] of sets.entries()) {
    for (const item of set) {
      const known = owners.get(item);
      if (known) known.push(index);
      else owners.set(item, [index]);
    }
  }
  return owners;
}

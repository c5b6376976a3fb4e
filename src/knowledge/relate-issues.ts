/** Issues in, each with the few others that it probably has to do with, and why. */
import MiniSearch from "minisearch";
import type { Issue } from "../model.ts";
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

/** Fills in `related` of every issue: same file, same title, shared identifiers, similar words (BM25); a component counts beside those. */
export function relateIssues(issues: readonly Issue[]): void {
  const terms = issues.map((issue) => readTerms(issue));
  const byFile = invert(issues.map((issue) => new Set(issue.files.map(({ path }) => normalisePath(path)))));
  const byName = invert(terms.map(({ names }) => names));
  const titles = issues.map(({ title }) => [...titleWords(title)].sort().join(" "));
  const byTitle = invert(titles.map((title) => new Set(title.includes(" ") ? [title] : [])));
  const frequency = new Map<string, number>();
  for (const { words } of terms) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  const isTelling = (word: string): boolean => frequency.get(word)! > 1 && frequency.get(word)! <= commonWord;
  search.addAll(terms.map(({ words }, id) => ({ id, text: [...words].filter(isTelling).join(" ") })));

  for (const [index, issue] of issues.entries()) {
    const hints = new Map<number, Hint>();
    const hint = (other: number, points: number, reason: string): void => {
      if (other === index) return;
      let known = hints.get(other);
      if (known === undefined) hints.set(other, (known = { points: 0, reasons: new Set() }));
      known.points += points;
      known.reasons.add(reason);
    };
    for (const { path } of issue.files) {
      const sharing = byFile.get(normalisePath(path)) ?? [];
      if (sharing.length <= tooCommon)
        for (const other of sharing) hint(other, 2 * rarity(sharing.length), `same file ${normalisePath(path)}`);
    }
    const alike = byTitle.get(titles[index]!) ?? [];
    if (alike.length <= tooCommon) for (const other of alike) hint(other, 2 * rarity(alike.length), "same title");
    for (const name of terms[index]!.names) {
      const sharing = byName.get(name) ?? [];
      if (sharing.length <= tooCommon)
        for (const other of sharing) hint(other, rarity(sharing.length), `shares ${name}`);
    }
    const rare = [...terms[index]!.words]
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
    const components = new Set(issue.components.map((component) => component.toLowerCase()));
    for (const [other, { reasons }] of hints) {
      const shared = issues[other]!.components.find((component) => components.has(component.toLowerCase()));
      if (shared !== undefined) hint(other, 0.25, `same component ${shared}`);
      if (reasons.size === 0) hints.delete(other);
    }
    issue.related = [...hints]
      .filter(([, { points }]) => points >= enough)
      .sort(([a, first], [b, second]) => second.points - first.points || compareText(issues[a]!.slug, issues[b]!.slug))
      .slice(0, kept)
      .map(([other, { reasons }]) => ({ slug: issues[other]!.slug, reasons: [...reasons].slice(0, 4) }));
  }
}

/** 1 for what two issues share, less for what many do. */
function rarity(sharing: number): number {
  return 1 / Math.log2(Math.max(2, sharing));
}

function invert(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
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

/**
 * All reports of all notes in, groups of reports that speak of one issue out.
 *
 * Reports are one issue when they carry the same identifier and
 *   - the identifier is distinctive (see fold-id.ts), or
 *   - they stand in the same note, or
 *   - their titles agree, or
 *   - one note links to the other and the titles share a word, or one title says nothing but the identifier.
 * The last three are for counters such as `BUG-1`, which every note begins anew. A report without an identifier is an
 * issue of its own. Groups do not depend on the order of the reports.
 */
import { foldId, isDistinctiveId } from "./fold-id.ts";
import type { Dated } from "./order-reports.ts";
import { sharedWords, titlesAgree, titleWords } from "./title-words.ts";

/** The part of a report that says which issue it is of. */
interface Identified extends Dated {
  report: { id: string | null; title: string };
}

/** `areLinked(a, b)`: whether one of the two notes names the other as a document of its own. `shapes` as of `isDistinctiveId`. */
export function groupReports<Found extends Identified>(
  reports: readonly Found[],
  areLinked: (a: string, b: string) => boolean,
  shapes: readonly string[],
): Found[][] {
  const groups: Found[][] = [];
  const byId = new Map<string, Found[]>();
  for (const found of reports) {
    if (found.report.id === null) {
      groups.push([found]);
      continue;
    }
    const id = foldId(found.report.id);
    const same = byId.get(id);
    if (same) same.push(found);
    else byId.set(id, [found]);
  }
  for (const [id, same] of byId)
    groups.push(...(isDistinctiveId(id, shapes) ? [same] : groupCounters(same, areLinked)));
  return groups;
}

function groupCounters<Found extends Identified>(
  reports: readonly Found[],
  areLinked: (a: string, b: string) => boolean,
): Found[][] {
  const leaders = reports.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let leader = index;
    while (leaders[leader] !== leader) leader = leaders[leader]!;
    leaders[index] = leader;
    return leader;
  };
  const join = (a: number, b: number): void => {
    leaders[leaderOf(a)] = leaderOf(b);
  };
  const words = reports.map(({ report }) =>
    titleWords(report.id === null ? report.title : withoutId(report.title, report.id)),
  );
  for (let a = 0; a < reports.length; a++) {
    for (let b = a + 1; b < reports.length; b++) {
      if (leaderOf(a) !== leaderOf(b) && areOne(a, b)) join(a, b);
    }
  }
  const groups = new Map<number, Found[]>();
  for (const [index, found] of reports.entries()) {
    const leader = leaderOf(index);
    const group = groups.get(leader);
    if (group) group.push(found);
    else groups.set(leader, [found]);
  }
  return [...groups.values()];

  function areOne(a: number, b: number): boolean {
    const [pathA, pathB] = [reports[a]!.path, reports[b]!.path];
    const [wordsA, wordsB] = [words[a]!, words[b]!];
    if (pathA === pathB) return true;
    if (wordsA.size > 0 && wordsB.size > 0 && titlesAgree(wordsA, wordsB)) return true;
    return (wordsA.size === 0 || wordsB.size === 0 || sharedWords(wordsA, wordsB) > 0) && areLinked(pathA, pathB);
  }
}

/** The words of an identifier say nothing of what the issue is about. */
function withoutId(title: string, id: string): string {
  const parts = id.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return title.replace(new RegExp(parts.join("[-_\\s.#]*"), "giu"), " ");
}

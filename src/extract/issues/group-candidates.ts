/** Candidates in, groups of them out, one group an issue: the summary bullet, the detail section and the table row of one thing. */
import type { Candidate } from "./candidate.ts";
import { isGroupOfIssues } from "./groups-of-issues.ts";
import { isInside } from "./find-issues.ts";
import { tellsFailure } from "./issue-rows.ts";
import { coverage, sharedWords, similarity } from "../words/similarity.ts";
import type { Unit } from "../layout/unit.ts";

export interface IssueGroup {
  id: string | null;
  units: Candidate[];
  /** Units that only name the issue, as a to-do or a commit: they add fields and files, never a status or a title. */
  mentions: Candidate[];
  /** Units that speak of the issue by its title in another place: what no other unit says is taken from them. */
  elsewhere: Candidate[];
  /** Position of the id among those of its units' titles, for "004/005" with one file each. */
  share: { index: number; of: number } | null;
}

const fixWords = new Set(["fix", "solution", "resolution", "修复", "修正", "correction", "change"]);
const refers =
  /^\W*(?:for|re|regarding|fix for|solution (?:for|to))\s+(?:issue|bug|problem|error|fix|failure|gap)\s*#?\d/i;
const sameTitle = 0.72;

/** Groups the selected candidates; then adds the mentions: units that were not selected but name an issue's id. */
export function groupCandidates(selected: readonly Candidate[], all: readonly Candidate[]): IssueGroup[] {
  const groups: IssueGroup[] = [];
  const isLater = (candidate: Candidate): boolean => isAside(candidate) || tellsFailure(candidate.unit);
  for (const candidate of [...selected.filter((unit) => !isLater(unit)), ...selected.filter(isLater)]) {
    const ids: (string | null)[] = candidate.title.ids.length > 0 ? candidate.title.ids : [null];
    ids.forEach((id, index) => {
      const share = ids.length > 1 ? { index, of: ids.length } : null;
      const group = groups.find((other) => belongs(candidate, id, other));
      if (!group) groups.push({ id, units: [candidate], mentions: [], elsewhere: [], share });
      else if (isOnlyNamed(candidate, group.units)) group.mentions.push(candidate);
      else {
        group.units.push(candidate);
        group.id ??= id;
        group.share ??= share;
      }
    });
  }
  const told = groups.filter((group) => !isRestOfSummary(group, groups));
  const chosen = new Set(selected);
  const others = all.filter((candidate) => !chosen.has(candidate));
  for (const group of told) addMentions(group, others);
  return told.sort((a, b) => position(a) - position(b));
}

/** A row without an id that stands for nothing else, in a table whose other rows sum up issues told elsewhere. */
function isRestOfSummary({ id, units }: IssueGroup, groups: readonly IssueGroup[]): boolean {
  const row = units.length === 1 ? units[0]?.unit : undefined;
  if (id !== null || row?.kind !== "row") return false;
  return groups.some(
    (other) =>
      other.units.length > 1 && other.units.some(({ unit }) => unit.kind === "row" && unit.parent === row.parent),
  );
}

/** A to-do or a commit line about an issue stands aside of where the issue is told. */
function isAside({ groups }: Candidate): boolean {
  return groups.some((kind) => kind === "actions" || kind === "commits" || kind === "documents");
}

/** So does the row of a table of results. */
function isOnlyNamed(candidate: Candidate, units: readonly Candidate[]): boolean {
  if (isAside(candidate)) return units.some((unit) => !isAside(unit));
  return tellsFailure(candidate.unit) && units.some(({ unit }) => !tellsFailure(unit));
}

function position({ units }: IssueGroup): number {
  return Math.min(...units.map(({ unit }) => unit.span.start));
}

function belongs(candidate: Candidate, id: string | null, group: IssueGroup): boolean {
  if (id !== null && group.id !== null) return id === group.id;
  return group.units.some((unit) => isSameIssue(candidate, unit));
}

/** Neighbours in one list are different things however alike they read; units of different sections may be the same. */
function isSameIssue(a: Candidate, b: Candidate): boolean {
  if (a.unit.parent === b.unit.parent) return false;
  if (isInside(a.unit, b.unit) || isInside(b.unit, a.unit)) return false;
  const [x, y] = [a.title.counter, b.title.counter];
  if (isAnswer(a, b) || isAnswer(b, a)) return true;
  // "For Issue #2" speaks of the second issue of the note, however that one is numbered.
  if (x && y && x.number === y.number && refers.test(a.rawTitle) !== refers.test(b.rawTitle)) return true;
  const bothCounted = x !== null && y !== null && x.word !== "" && y.word !== "";
  if (
    bothCounted &&
    x.number === y.number &&
    (fixWords.has(x.word) !== fixWords.has(y.word) || x.word === y.word) &&
    similarity(a.title.title, b.title.title) > 0.2
  )
    return true;
  if (bothCounted && x.word === y.word && x.number !== y.number) return false;
  return isSameTitle(a, b) || isSummedUp(a, b) || isSummedUp(b, a);
}

/** The second row or item of a summary says in other words what the second section tells at length. */
function isSummedUp(short: Candidate, long: Candidate): boolean {
  if (short.unit.kind !== "row" && short.unit.kind !== "item") return false;
  if (long.unit.kind !== "heading" || numberOf(long) === null) return false;
  const place = numberOf(short) ?? numberOfRow(short.unit);
  // What remains is counted anew.
  if (isGroupOfIssues(short.group) && short.group !== long.group) return false;
  const [x, y] = [short.title.title, long.title.title];
  return place === numberOf(long) && similarity(x, y) >= (sharedWords(x, y) > 1 ? 0.3 : 0.5);
}

/** The number that the first cell of a row gives it, else its place in the table. */
function numberOfRow(row: Unit): string | null {
  if (row.kind !== "row") return null;
  const said = /^\W*(\d{1,3})\W*$/.exec(row.cells[0]?.text ?? "")?.[1];
  return said ?? String((row.parent?.children ?? []).filter(({ kind }) => kind === "row").indexOf(row) + 1);
}

/** A row says in short what a section says at length: all its words found there are enough. */
function isSameTitle(a: Candidate, b: Candidate): boolean {
  const [x, y] = [a.title.title, b.title.title];
  if (similarity(x, y) >= sameTitle) return true;
  const short = a.unit.kind === "row" ? x : b.unit.kind === "row" ? y : null;
  return short !== null && coverage(short, short === x ? y : x) === 1;
}

/** "2." under Problems and "2." under Fixes: two numbered lists of the same length speak of the same things in turn. */
function isAnswer(candidate: Candidate, issue: Candidate): boolean {
  const word = candidate.title.counter?.word ?? "";
  if (numberOf(candidate) === null || numberOf(candidate) !== numberOf(issue)) return false;
  if (word === "" && candidate.unit.parent === issue.unit.parent) return false;
  const isFix = fixWords.has(word) || (word === "" && candidate.group === "fixes");
  const isIssue = !notAsked.has(issue.title.counter?.word ?? "") && issue.group !== "fixes";
  return isFix && isIssue && countAlike(candidate) === countAlike(issue);
}

/** What is counted by itself: fixes answer, and findings or causes are steps of one analysis. */
const notAsked = new Set([...fixWords, "finding", "cause", "root cause", "category", "change"]);

function numberOf({ title, unit }: Candidate): string | null {
  return title.counter?.number ?? (unit.ordinal === null ? null : String(unit.ordinal));
}

/** Counted once a list: each of its items asks. */
const alikeIn = new WeakMap<readonly Unit[], Map<string, number>>();

function countAlike({ siblings, unit }: Candidate): number {
  const likeness = ({ kind, depth, lead }: Unit): string => `${kind} ${depth} ${lead}`;
  let counts = alikeIn.get(siblings);
  if (!counts) {
    counts = new Map();
    for (const other of siblings) counts.set(likeness(other), (counts.get(likeness(other)) ?? 0) + 1);
    alikeIn.set(siblings, counts);
  }
  return counts.get(likeness(unit)) ?? 0;
}

function addMentions(group: IssueGroup, others: readonly Candidate[]): void {
  for (const candidate of others) {
    if (!mentions(candidate, group)) continue;
    if (candidate.groups.some((kind) => kind === "lessons" || kind === "insights")) continue;
    if (group.units.some(({ unit }) => isInside(candidate.unit, unit) || isInside(unit, candidate.unit))) continue;
    group.mentions.push(candidate);
  }
}

/** A unit names a known issue by its id, a table row also by its title. */
function mentions(candidate: Candidate, group: IssueGroup): boolean {
  if (group.id !== null && candidate.title.ids.includes(group.id)) return true;
  if (group.units.some((unit) => isAnswer(candidate, unit))) return true;
  const first = group.units[0];
  return (
    candidate.unit.kind === "row" &&
    candidate.title.ids.length === 0 &&
    first !== undefined &&
    isSameTitle(candidate, first)
  );
}

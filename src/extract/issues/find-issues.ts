/** The outline of a note in, the units that are issues out: scored by signals, groups and their parts told apart. */
import type { SectionKind } from "../words/lexicon.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import type { Candidate } from "./candidate.ts";
import { explainedShare } from "./explained-share.ts";
import { holdsIssues, sectionKindsAbove } from "./groups-of-issues.ts";
import { scoreCandidate } from "./issue-signals.ts";
import { readFields, type Field } from "../layout/read-fields.ts";
import { roleOf, sectionKindOf } from "../words/read-label.ts";
import { isIssueTable, rowIdentifier, rowTitle, tellsFailure } from "./issue-rows.ts";
import { readTitle, titleOfUnit } from "./read-title.ts";
import { toldFixed } from "./told-fixed.ts";

/** Each is compared with each other one: the largest of three thousand real notes had 1,347 units of any kind. */
export const mostCandidates = 3_000;

/** Every unit that could be an issue, scored, and one more than `mostCandidates` at most. Units below a table without such columns are left out. */
export function listCandidates(note: Unit, text: NoteText): Candidate[] {
  const candidates: Candidate[] = [];
  const noteKind = sectionKindOf(note.title);
  const visit = (unit: Unit): void => {
    if (unit.directives.has("ignore") || candidates.length > mostCandidates) return;
    if (unit.kind !== "note") {
      const candidate = createCandidate(unit, text, noteKind);
      if (candidate) candidates.push(candidate);
    }
    for (const child of unit.children) visit(child);
  };
  visit(note);
  const explained = new Set(
    candidates
      .filter(({ roles }) => roles.has("problem") || roles.has("rootCause") || roles.has("fix"))
      .map(({ unit }) => unit),
  );
  const share = explainedShare(candidates, explained);
  const noteExplains = candidates.some(({ roles }) => roles.has("problem") || roles.has("rootCause"));
  for (const candidate of candidates) {
    candidate.noteExplains = noteExplains;
    candidate.explainedSiblings = share(candidate);
    candidate.score = scoreCandidate(candidate);
  }
  return candidates;
}

function createCandidate(unit: Unit, text: NoteText, noteKind: SectionKind): Candidate | null {
  if (unit.kind === "row" && !isIssueTable(unit)) return null;
  const rawTitle = (unit.kind === "row" ? rowTitle(unit) : titleOfUnit(unit, text)).slice(0, 400);
  // Totals are no things.
  if (unit.kind === "row" && /^\W*(sub)?totals?\b/i.test(rawTitle)) return null;
  const fields = readFields(unit, text.text);
  const groups = sectionKindsAbove(unit);
  const outcome = toldFixed(unit, text);
  if (unit.kind === "item" && outcome === null && !couldBeIssue(unit, rawTitle, fields, groups, noteKind)) return null;
  const title = readTitle(rawTitle);
  if (noteKind === "lessons" || groups.includes("lessons")) title.ids = title.ids.filter((id) => !ofLesson.test(id));
  const rowId = unit.kind === "row" && title.ids.length === 0 ? rowIdentifier(unit) : null;
  if (rowId) title.ids.push(rowId);
  // A row of numbers refers to issues that are told elsewhere.
  if (title.ids.length > 3 && !/\p{L}{2}/u.test(title.title.replace(/\b(?:and|others?|more|etc)\b/gi, ""))) return null;
  if ((title.title === "" || says.test(title.title)) && title.counter === null && title.ids.length === 0) return null;
  const candidate: Candidate = {
    unit,
    title,
    rawTitle,
    line: lineOf(unit, rawTitle, text),
    fields,
    groups,
    roles: new Set(fields.map((field) => field.role)),
    group: groups[0] ?? "other",
    ownKind: sectionKindOf(unit.title),
    siblings: unit.parent?.children ?? [],
    noteExplains: false,
    noteKind,
    opening: text.plain({ start: unit.bodyStart, end: Math.min(unit.span.end, unit.bodyStart + 400) }),
    outcome,
    explainedSiblings: 0,
    score: 0,
  };
  return candidate;
}

/** Among lessons "LL-004" numbers a lesson. */
const ofLesson = /^L{1,2}-\d/;

/** Words that answer and name nothing: "None", "Yes", "0 issues". */
const says = /^(none|yes|no|n\/?a|fixed|open|done|tests?|totals?|pass(ed)?|fail(ed)?|target|current|0 \p{L}+)$/iu;

/** Most items of a note are plain lists far from any issue: reading and scoring their titles would cost most of the time. */
function couldBeIssue(
  unit: Unit,
  rawTitle: string,
  fields: readonly Field[],
  groups: readonly SectionKind[],
  noteKind: SectionKind,
): boolean {
  if (numbersSomething.test(rawTitle)) return true;
  if (fields.some(({ role }) => role === "problem" || role === "rootCause" || role === "fix" || role === "severity"))
    return true;
  return holdsIssues(noteKind) || groups.some(holdsIssues) || (unit.lead && groups[0] === "working");
}

/** An identifier or a counter ("BUG-1", "#142", "Bug 2") may stand in the title. */
const numbersSomething = /#\d|[A-Z][-_]\d|\p{L} #?\d{1,3}\b|\p{L}\d{1,3}\s*[:：]/u;

function lineOf(unit: Unit, title: string, text: NoteText): string {
  if (unit.kind !== "item" || !unit.lead) return title;
  const line = text.text.slice(unit.head.start, Math.min(unit.span.end, unit.head.start + 400)).split("\n", 1)[0] ?? "";
  return text.plain({ start: unit.head.start, end: unit.head.start + line.length });
}

/** The candidates that are issues. Of a unit and units within it, either the whole or its parts count, never both. */
export function selectIssues(candidates: readonly Candidate[], threshold = 0): Candidate[] {
  const picked = withNeighbours(
    candidates,
    candidates.filter((candidate) => candidate.score > threshold),
  );
  const dropped = new Set<Candidate>();
  for (const candidate of picked) {
    const inside = picked.filter((other) => other !== candidate && isInside(other.unit, candidate.unit));
    if (inside.length === 0) continue;
    if (isGroup(candidate, inside)) dropped.add(candidate);
    else for (const part of inside) dropped.add(part);
  }
  return picked.filter((candidate) => !dropped.has(candidate));
}

/** How far below the threshold a unit may lie when half of those beside it in the same list are issues. */
const neighbourly = -0.7;

/** What stands in one list, counted or marked alike, is of one kind: a few doubtful ones go with the rest. */
function withNeighbours(candidates: readonly Candidate[], picked: readonly Candidate[]): Candidate[] {
  const chosen = new Set(picked);
  const alike = Map.groupBy(candidates, (candidate) => candidate.unit.parent);
  const counts = new Map([...alike].map(([parent, beside]) => [parent, countAlike(beside, chosen)]));
  const added: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.has(candidate) || candidate.score <= neighbourly || roleOf(candidate.unit.title) !== null) continue;
    const { all, picked } = counts.get(candidate.unit.parent)?.get(likeness(candidate)) ?? { all: 0, picked: 0 };
    if (all > 1 && picked * 2 >= all - 1) added.push(candidate);
  }
  for (const candidate of added) chosen.add(candidate);
  return candidates.filter((candidate) => chosen.has(candidate));
}

const likeness = ({ unit, title }: Candidate): string => `${unit.kind} ${unit.lead} ${title.counter === null}`;

function countAlike(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<Candidate>,
): Map<string, { all: number; picked: number }> {
  const counts = new Map<string, { all: number; picked: number }>();
  for (const candidate of candidates) {
    const { all, picked } = counts.get(likeness(candidate)) ?? { all: 0, picked: 0 };
    counts.set(likeness(candidate), { all: all + 1, picked: picked + Number(chosen.has(candidate)) });
  }
  return counts;
}

/** A unit is a group when at least two of its parts are issues and it says nothing of a problem of its own. */
function isGroup(candidate: Candidate, inside: Candidate[]): boolean {
  const parts = inside.filter(({ unit }) => (unit.kind !== "row" || inside.length > 1) && !tellsFailure(unit));
  const own = ownRoles(candidate);
  const counted =
    candidate.title.counter !== null &&
    candidate.title.counter.word !== "" &&
    candidate.title.counter.word !== "category";
  if (candidate.title.ids.length > 0 || counted || own.has("problem") || own.has("rootCause")) return false;
  if (parts.length >= 2) return true;
  // One part only: the better of the two, the group when its title says nothing of its own.
  return candidate.score < (parts[0]?.score ?? 0) && candidate.ownKind !== "other";
}

/** Roles of labels that stand directly in the unit, not in units inside it. */
function ownRoles(candidate: Candidate): Set<string> {
  const firstChild = candidate.unit.children.find(
    (child) => (child.kind === "heading" || child.kind === "bold") && roleOf(child.title) === null,
  );
  const end = firstChild?.span.start ?? candidate.unit.span.end;
  return new Set(candidate.fields.filter((field) => field.labelSpan.start < end).map((field) => field.role));
}

export function isInside(inner: Unit, outer: Unit): boolean {
  return inner !== outer && inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}

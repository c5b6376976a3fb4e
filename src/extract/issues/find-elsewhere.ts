/** Issues and the outline of their note in, the units out that speak of one of them elsewhere: the row of a table that rates, the step of a plan. */
import type { NoteText } from "../layout/note-text.ts";
import { readFields } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import { walkUnits } from "../layout/walk-units.ts";
import { roleOf } from "../words/read-label.ts";
import { coverage, similarity } from "../words/similarity.ts";
import { settledCandidate, type Candidate } from "./candidate.ts";
import { isInside } from "./find-issues.ts";
import { rowTitle } from "./issue-rows.ts";
import type { IssueGroup } from "./group-candidates.ts";
import { isRating, sectionKindsAbove } from "./groups-of-issues.ts";
import { readTitle } from "./read-title.ts";

/** How alike two titles must be to speak of one thing. */
const sameTitle = 0.72;

/** Adds to each group what the rest of the note says of it, where its title leaves no doubt which issue is meant. */
export function findElsewhere(groups: readonly IssueGroup[], note: Unit, text: NoteText): void {
  const taken = groups.flatMap(({ units, mentions }) => [...units, ...mentions].map(({ unit }) => unit));
  for (const unit of walkUnits(note)) {
    if (!canSpeak(unit) || taken.some((other) => other === unit || isInside(unit, other) || isInside(other, unit)))
      continue;
    const title = titleOf(unit, text);
    const number = numberOf(unit);
    const alike =
      title.length < 4 ? [] : groups.filter(({ units }) => units.some((other) => isAlike(title, unit, other)));
    const meant = alike.length > 0 ? alike : groups.filter(({ units }) => units.some(isCounted(number)));
    if (meant.length === 1) meant[0]?.elsewhere.push(readUnit(unit, text));
  }
}

const silent = new Set(["lessons", "insights", "attempts", "documents", "commits", "metrics"]);

/** A heading or a bold line with something below it, or a row of a table with a rating or an answer in it. */
function canSpeak(unit: Unit): boolean {
  const kinds = sectionKindsAbove(unit);
  if (kinds.some((kind) => silent.has(kind))) return false;
  if (unit.kind === "row")
    return unit.cells.some(({ header, text }) => text !== "" && answers.has(roleOf(header) ?? ""));
  // "**High**: resolve the conversion" in a list of what comes first.
  if (unit.kind === "item") return unit.lead && isRating(unit.title);
  return (unit.kind === "heading" || unit.kind === "bold") && roleOf(unit.title) === null;
}

const answers = new Set(["severity", "impact", "fix", "rootCause"]);

/** "Phase 1: Fix X (highest priority)" speaks of X. */
function titleOf(unit: Unit, text: NoteText): string {
  return bare(readTitle(rawTitleOf(unit, text).replace(step, "")).title);
}

function rawTitleOf(unit: Unit, text: NoteText): string {
  if (unit.kind === "row") return rowTitle(unit);
  if (unit.kind !== "item") return unit.title;
  const line = text.text.slice(unit.head.start, unit.span.end).split("\n", 1)[0] ?? "";
  return text.plain({ start: unit.head.start, end: unit.head.start + line.length });
}

const step = /^\W*(?:priority|phase|step|action|task|p)\s*#?\d{1,2}[a-z]?\s*(?:\([^()]*\)\s*)?[:.\-–—)]\s*/iu;

/** "2" in a column "#" or "Bug": the second of what the note counts. */
function numberOf(unit: Unit): string | null {
  const [first] = unit.cells;
  const number = first && numbers.test(first.header) ? /^\W*(\d{1,2})\W*$/.exec(first.text) : null;
  return number?.[1] ?? null;
}

const numbers = /^\W*$|^\W*(?:no|nr|bug|issue|problem|number)\W*$/i;

function isCounted(number: string | null): (candidate: Candidate) => boolean {
  return ({ title: { counter } }) =>
    number !== null && counter !== null && counter.word !== "" && counter.number === number;
}

function bare(title: string): string {
  return title
    .replace(/^\p{L}+ #?\d{1,2}\s*[:.\-–—]\s+/u, "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A row says in short what a section says at length. */
function isAlike(title: string, { kind }: Unit, { title: other }: Candidate): boolean {
  if (other.ids.length > 1) return false;
  const named = bare(other.title);
  return similarity(title, named) >= sameTitle || (kind === "row" && coverage(title, named) === 1);
}

function readUnit(unit: Unit, text: NoteText): Candidate {
  const rawTitle = rawTitleOf(unit, text);
  const fields = readFields(unit, text.text);
  return settledCandidate({ unit, title: readTitle(rawTitle), rawTitle, fields }, sectionKindsAbove(unit));
}

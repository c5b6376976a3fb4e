/** Signals in where a unit stands: under which headings, among which siblings. */
import type { Unit } from "../layout/unit.ts";
import { roleOf, sectionKindOf } from "../words/read-label.ts";
import type { Candidate, Signal } from "./candidate.ts";
import { beside, isCatalogue, isEntry, listsIssues } from "./catalogue.ts";
import { passesInRow } from "./fails-in-row.ts";
import { failure } from "./failure-words.ts";
import { inGroup, isGroupOfIssues, isVetoed, tellsIssues } from "./groups-of-issues.ts";
import { tellsFailure } from "./issue-rows.ts";
import { isInSeries } from "./is-in-series.ts";
import { headingsAbove } from "../layout/walk-units.ts";

export const signalsOfPlace: readonly Signal[] = [
  { name: "among test cases", weight: -3, test: isTestCase },
  { name: "in a series", weight: 0.6, test: isInSeries },
  {
    name: "heading in a group",
    weight: 0.2,
    test: (candidate) => candidate.unit.kind === "heading" && inGroup(candidate),
  },
  {
    name: "bold item in a group",
    weight: 0.8,
    test: (candidate) => candidate.unit.kind === "item" && candidate.unit.lead && inGroup(candidate),
  },
  {
    name: "plain item in a group of issues",
    weight: 0.4,
    test: (candidate) =>
      candidate.unit.kind === "item" &&
      !candidate.unit.lead &&
      (isGroupOfIssues(candidate.group) || candidate.group === "issues"),
  },
  {
    name: "item directly under the heading of a group",
    weight: 0.5,
    test: (candidate) =>
      candidate.unit.kind === "item" &&
      candidate.unit.parent?.kind === "heading" &&
      (isGroupOfIssues(candidate.group) || candidate.group === "issues") &&
      sectionKindOf(candidate.unit.parent.title) === candidate.group,
  },
  {
    name: "marked item in a group of issues by status",
    weight: 1.7,
    test: ({ unit, title, group }) =>
      unit.kind === "item" && title.status !== null && isGroupOfIssues(group) && !hasLabelAbove(unit),
  },
  { name: "item under what still fails", weight: 1, test: isListedOutright },
  {
    name: "item of failure in a group of issues",
    weight: 0.1,
    test: ({ unit, line, group }) =>
      unit.kind === "item" && failure.test(line) && (isGroupOfIssues(group) || group === "issues"),
  },
  { name: "row of what fails, and why", weight: 3.4, test: ({ unit }) => tellsFailure(unit) },
  { name: "row of what passes", weight: -4, test: ({ unit, line }) => passesInRow(unit) && !failure.test(line) },
  {
    name: "row of remaining failures, counted or rated",
    weight: 1.4,
    test: ({ unit, group }) =>
      unit.kind === "row" &&
      group === "openIssues" &&
      unit.cells.some(
        ({ header, text }) => /^\W*(?:count|failures|priority|severity)\W*$/i.test(header) && /\w/.test(text),
      ),
  },
  {
    name: "row in a group of issues by status",
    weight: 0.8,
    test: ({ unit, group }) => unit.kind === "row" && isGroupOfIssues(group),
  },
  {
    name: "explained heading in a group of issues",
    weight: 0.8,
    test: ({ unit, roles, group }) =>
      unit.kind === "heading" &&
      (roles.has("problem") || roles.has("rootCause")) &&
      (isGroupOfIssues(group) || group === "issues") &&
      unit.parent?.kind === "heading" &&
      sectionKindOf(unit.parent.title) === group &&
      !beside.test(unit.title),
  },
  {
    name: "marked heading in a group",
    weight: 1.5,
    test: (candidate) => candidate.unit.kind === "heading" && candidate.title.status !== null && inGroup(candidate),
  },
  {
    name: "bold item of failure in a group of fixes",
    weight: 0.9,
    test: ({ unit, line, group }) => unit.kind === "item" && unit.lead && failure.test(line) && group === "fixes",
  },
  {
    name: "item of a plain list of issues",
    weight: 2.8,
    test: ({ unit, rawTitle }) =>
      unit.kind === "item" &&
      (unit.lead || unit.ordinal !== null || unit.checked !== null) &&
      listsIssues(unit) &&
      rawTitle.length > 8,
  },
  {
    name: "task in a group of issues",
    weight: 0.6,
    test: ({ unit, group }) => unit.checked !== null && (group === "issues" || isGroupOfIssues(group)),
  },
  { name: "nested item", weight: -1, test: ({ unit }) => unit.kind === "item" && unit.parent?.kind === "item" },
  {
    name: "in a note of issues",
    weight: 1.2,
    test: ({ unit, groups, noteKind }) => unit.kind === "heading" && groups.length === 0 && tellsIssues(noteKind),
  },
  {
    name: "top heading of a note of issues",
    weight: -2.1,
    test: ({ unit, noteKind }) => unit.kind === "heading" && unit.parent?.kind === "note" && tellsIssues(noteKind),
  },
  {
    name: "directly under the heading of a group",
    weight: 0.8,
    test: ({ unit, title }) =>
      unit.kind === "heading" &&
      unit.parent?.kind === "heading" &&
      tellsIssues(sectionKindOf(unit.parent.title)) &&
      title.title !== "",
  },
  {
    name: "heading in a note of known issues",
    weight: 2,
    test: ({ unit, noteKind }) => unit.kind === "heading" && noteKind === "openIssues",
  },
  {
    name: "entry of a catalogue",
    weight: 2.6,
    test: ({ unit, ownKind, siblings }) =>
      unit.kind === "heading" &&
      isCatalogue(unit.parent) &&
      isEntry(unit) &&
      !isGroupOfIssues(ownKind) &&
      siblings.filter(({ kind }) => kind === "heading").length > 1,
  },
  {
    name: "beside the entries of a catalogue",
    weight: -4,
    test: ({ unit }) => unit.kind === "heading" && isCatalogue(unit.parent) && beside.test(unit.title),
  },
  {
    name: "bold item of a uniform list in a group of issues by status",
    weight: 3,
    test: ({ unit, siblings, group }) =>
      unit.kind === "item" &&
      unit.lead &&
      isGroupOfIssues(group) &&
      unit.parent?.kind === "heading" &&
      unit.span.end - unit.head.end > 20 &&
      (siblings.filter(({ kind, lead }) => kind === "item" && lead).length > 1 ||
        sectionKindOf(unit.parent.title) === group) &&
      siblings.every(({ kind, lead }) => kind !== "item" || lead) &&
      !hasLabelAbove(unit) &&
      !siblings.some(isLabelled),
  },
  { name: "in a group of issues by status", weight: 0.5, test: ({ group }) => isGroupOfIssues(group) },
  { name: "in a group of issues", weight: -0.4, test: ({ group }) => group === "issues" },
  { name: "in a group of fixes", weight: -1.3, test: ({ group }) => group === "fixes" },
  { name: "among achievements", weight: -0.6, test: ({ group }) => group === "working" },
  {
    name: "among actions or plans",
    weight: -0.2,
    test: ({ groups }) => groups.some((kind) => kind === "actions" || kind === "plan"),
  },
  { name: "among things that are no issues", weight: -1.8, test: ({ groups }) => isVetoed(groups) },
  {
    name: "among lessons",
    weight: -4,
    test: ({ unit, groups, title }) =>
      title.ids.length === 0 &&
      (groups[0] === "lessons" || (groups[0] === "insights" && !troubles.test(unit.parent?.title ?? ""))),
  },
  { name: "among what is right", weight: -2, test: ({ unit }) => rightAbove(unit) },
  { name: "under a label", weight: -0.4, test: ({ unit }) => hasLabelAbove(unit) },
  {
    name: "among siblings that explain problems",
    weight: 0.7,
    test: ({ explainedSiblings }) => explainedSiblings >= 0.5,
  },
  {
    name: "bold item of failure that states its status",
    weight: 2.4,
    test: ({ unit, title, line, groups }) =>
      unit.kind === "item" && unit.lead && title.status?.worded === true && failure.test(line) && !isVetoed(groups),
  },
];

/** "- **Fix**: …" among the bullets says that they are the fields of the heading above them. */
const isLabelled = ({ kind, title }: Unit): boolean =>
  kind === "item" && roleOf(title.split(/[:：]/, 1)[0] ?? "") !== null;

const testCases =
  /\btest (?:scenarios?|cases?|plan|suites?)\b|\btests? (?:implemented|added|created|coverage)\b|\bscenarios? (?:covered|tested)\b/i;

/** What stands nearest above names a list of tests, and nothing says that this one failed. */
function isTestCase({ unit, title, line }: Candidate): boolean {
  if (unit.kind !== "item" && unit.kind !== "row") return false;
  if (title.status !== null || /\b(?:FAIL\w*|fail(?:s|ed|ing)|TIMEOUT|PANIC\w*)\b/.test(line)) return false;
  return testCases.test(unit.parent?.title ?? "") || testCases.test(unit.parent?.parent?.title ?? "");
}

const failed =
  /\b(?:still failing|(?:failing|failed) tests?|tests? (?:still )?failing|(?:remaining|open|unresolved) (?:\w+ )?(?:failures|issues|bugs|problems|blockers))\b/i;
/** "Still failing: ❌ …" names in a line each what fails; "Root cause: …" below it speaks of them all. */
function isListedOutright({ unit, title, rawTitle }: Candidate): boolean {
  const above = unit.parent?.title ?? "";
  if (unit.kind !== "item" || unit.lead || rawTitle.length < 15 || title.status?.status === "fixed") return false;
  if (roleOf(rawTitle.split(/[:：]/, 1)[0] ?? "") !== null) return false;
  return failed.test(above) && !/\bno \w+ ?(?:issues|bugs|blockers|failures|tests)/i.test(above);
}

/** "Challenges" tell what went wrong, "Key insights" what follows from it. */
const troubles = /\b(?:challeng\w+|issues|problems|difficult\w*|went wrong)\b/i;

/** "Compliant services" and "Not applicable" list what needs nothing. */
const right =
  /^[^\p{L}]*(?:(?:fully|already|100 ?%|all) )?(?:compliant|non-?applicable|not applicable|unaffected|not affected|no (?:action|changes?) (?:required|needed))\b/iu;

function rightAbove(unit: Unit): boolean {
  return [...headingsAbove(unit)].some(({ title }) => right.test(title));
}

/** "Fixes Applied" and "Root Causes" hold issues, "Fix" and "Root Cause" speak of the one above them. */
const plural =
  /\b(issues|problems|bugs|errors|failures|fixes|solutions|root causes|changes|corrections|violations|findings|gaps|causes|vulnerabilities|blockers|tests|results)\b|^\W*what (was|were|we|got) /i;

/** A "Root Cause Analysis" that falls into several sections is a group, not a label. */
function holdsSections(unit: Unit): boolean {
  let sections = 0;
  return unit.children.some((child) => child.kind === "heading" && roleOf(child.title) === null && ++sections === 2);
}

function hasLabelAbove(unit: Unit): boolean {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (roleOf(above.title) !== null && !plural.test(above.title) && !holdsSections(above)) return true;
  }
  return false;
}

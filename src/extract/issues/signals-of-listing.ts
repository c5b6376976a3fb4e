/** Signals in the list or table that an item or a row stands in, and in what the others in it are. */
import { sectionKindOf, roleOf } from "../words/read-label.ts";
import type { Unit } from "../layout/unit.ts";
import type { Candidate, Signal } from "./candidate.ts";
import { listsIssues } from "./catalogue.ts";
import { passesInRow } from "./fails-in-row.ts";
import { failure } from "./failure-words.ts";
import { inGroup, isGroupOfIssues, isVetoed, tellsIssues } from "./groups-of-issues.ts";
import { hasLabelAbove } from "./has-label-above.ts";
import { tellsFailure } from "./issue-rows.ts";
import { isPlaceInCode } from "./read-title.ts";

export const signalsOfListing: readonly Signal[] = [
  { name: "among test cases", weight: -3, test: isTestCase },
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
    name: "plain item of a section that lists what still stands, and nothing else",
    weight: 3.4,
    test: ({ unit, rawTitle, siblings }) =>
      unit.kind === "item" &&
      !unit.lead &&
      unit.ordinal === null &&
      unit.checked === null &&
      rawTitle.length > 14 &&
      !/^\W*(?:no|none|nothing)\b/i.test(rawTitle) &&
      unit.parent?.kind === "heading" &&
      listsIssues(unit) &&
      standing.test(unit.parent.title) &&
      unit.parent.blocks.every(({ type }) => type === "list") &&
      siblings.every(({ kind, lead }) => kind === "item" && !lead),
  },
  {
    name: "item that says what is wrong in a file, in a note of issues",
    weight: 3.2,
    test: ({ unit, rawTitle, group, noteKind }) =>
      unit.kind === "item" &&
      unit.lead &&
      isPlaceInCode(unit.title) &&
      rawTitle !== unit.title &&
      tellsIssues(noteKind) &&
      (group === "issues" || isGroupOfIssues(group)),
  },
  {
    name: "item that asks",
    weight: -3,
    test: ({ unit, opening }) => unit.kind === "item" && opening.trim().endsWith("?"),
  },
  {
    name: "task in a group of issues",
    weight: 0.6,
    test: ({ unit, group }) => unit.checked !== null && (group === "issues" || isGroupOfIssues(group)),
  },
  { name: "nested item", weight: -1, test: ({ unit }) => unit.kind === "item" && unit.parent?.kind === "item" },
  {
    name: "bold item of a uniform list in a group of issues by status",
    weight: 3,
    test: ({ unit, siblings, group, line }) =>
      unit.kind === "item" &&
      unit.lead &&
      isGroupOfIssues(group) &&
      // What is left for later may as well be work that nobody misses.
      (group !== "deferredIssues" || failure.test(line)) &&
      unit.parent?.kind === "heading" &&
      unit.span.end - unit.head.end > 20 &&
      (siblings.filter(({ kind, lead }) => kind === "item" && lead).length > 1 ||
        sectionKindOf(unit.parent.title) === group) &&
      siblings.every(({ kind, lead }) => kind !== "item" || lead) &&
      !hasLabelAbove(unit) &&
      !siblings.some(isLabelled),
  },
  {
    name: "bold item of failure that states its status",
    weight: 2.4,
    test: ({ unit, title, line, groups }) =>
      unit.kind === "item" && unit.lead && title.status?.worded === true && failure.test(line) && !isVetoed(groups),
  },
];

/** "Known issues" are told apart line by line; "Issues" alone may tell one in several lines. */
const standing = /\b(?:known|open|remaining|outstanding|unresolved)\b/i;

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
  return (
    failed.test(above) &&
    !/^\W*(?:for (?:each|every|all|any)|how|if|when|to)\b/i.test(above) &&
    !/\bno \w+ ?(?:issues|bugs|blockers|failures|tests)/i.test(above)
  );
}

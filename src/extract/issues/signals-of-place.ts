/** Signals in where a unit stands: under which headings, among which siblings. */
import type { Unit } from "../layout/unit.ts";
import { sectionKindOf, stripDecoration } from "../words/read-label.ts";
import type { Candidate, Signal } from "./candidate.ts";
import { beside, isCatalogue, isEntry } from "./catalogue.ts";
import { inGroup, isGroupOfIssues, isVetoed, tellsIssues } from "./groups-of-issues.ts";
import { hasLabelAbove } from "./has-label-above.ts";
import { isInSeries } from "./is-in-series.ts";
import { headingsAbove } from "../layout/walk-units.ts";

export const signalsOfPlace: readonly Signal[] = [
  { name: "in a series", weight: 0.6, test: isInSeries },
  {
    name: "heading in a group",
    weight: 0.2,
    test: (candidate) => candidate.unit.kind === "heading" && inGroup(candidate),
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
    name: "heading marked as failing that states its status",
    weight: 1.2,
    test: ({ unit, title, roles, group, groups, noteKind }) =>
      unit.kind === "heading" &&
      title.status !== null &&
      ["open", "in-progress", "partial"].includes(title.status.status) &&
      roles.has("status") &&
      (group === "issues" || isGroupOfIssues(group) || (groups.length === 0 && isGroupOfIssues(noteKind))),
  },
  {
    name: "named for its issues, in a post-mortem",
    weight: 2.8,
    test: ({ unit, rawTitle, ownKind, opening }) =>
      unit.kind === "heading" &&
      unit.parent?.kind === "note" &&
      /\bpost-?mortem\b/i.test(unit.parent.title) &&
      !isGroupOfIssues(ownKind) &&
      namedForIssues.test(stripDecoration(rawTitle)) &&
      opening.length > 80,
  },
  {
    name: "fix in a note of fixes that tells no problems",
    weight: 4.6,
    test: ({ unit, title, noteKind, noteExplains, opening }) =>
      !noteExplains &&
      (noteKind === "fixes" || noteKind === "fixedIssues") &&
      unit.kind === "heading" &&
      unit.parent?.kind === "heading" &&
      fixesDone.test(unit.parent.title) &&
      title.counter !== null &&
      /\b(?:fix\w*|missing|wrong|broken|mismatch\w*|error\w*|fail\w*)\b/i.test(`${unit.title} ${opening}`),
  },
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
    name: "entry of a note that is a catalogue",
    weight: 1.6,
    test: ({ unit, ownKind, siblings, opening }) =>
      unit.kind === "heading" &&
      unit.parent?.kind === "note" &&
      isCatalogue(unit.parent) &&
      isEntry(unit) &&
      !isGroupOfIssues(ownKind) &&
      opening.length > 40 &&
      siblings.filter(({ kind }) => kind === "heading").length > 1,
  },
  {
    name: "beside the entries of a catalogue",
    weight: -4,
    test: ({ unit }) => unit.kind === "heading" && isCatalogue(unit.parent) && beside.test(unit.title),
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
  {
    name: "among things that are no issues",
    weight: -1.8,
    test: (candidate) => isVetoed(candidate.groups) && !isToldLesson(candidate),
  },
  {
    name: "among guesses and guides",
    weight: -2.4,
    test: ({ groups, title }) =>
      title.ids.length === 0 &&
      !/^(?:bug|issue|problem|failure|error|gap)$/.test(title.counter?.word ?? "") &&
      groups.find((kind) => kind === "hypotheses" || isGroupOfIssues(kind)) === "hypotheses",
  },
  {
    name: "among ideas for later",
    weight: -1.6,
    test: ({ unit, title }) =>
      title.ids.length === 0 &&
      unit.kind === "heading" &&
      [...headingsAbove(unit)].some((above) => ideas.test(above.title)),
  },
  {
    name: "among lessons",
    weight: -4,
    test: (candidate) => {
      const { unit, groups, title } = candidate;
      return (
        title.ids.length === 0 &&
        !isToldLesson(candidate) &&
        (groups[0] === "lessons" || (groups[0] === "insights" && !troubles.test(unit.parent?.title ?? "")))
      );
    },
  },
  { name: "among what is right", weight: -2, test: ({ unit }) => rightAbove(unit) },
  { name: "under a label", weight: -0.4, test: ({ unit }) => hasLabelAbove(unit) },
  {
    name: "among siblings that explain problems",
    weight: 0.7,
    test: ({ explainedSiblings }) => explainedSiblings >= 0.5,
  },
];

const namedForIssues =
  /^(?!what|the |all |other |key |main |root)[^ ]+ (?:[^ ]+ ){0,3}(?:issues?|problems?|failures?|outages?)$/i;

const ideas =
  /\bideas\b|\b(?:future|possible|potential|suggested) (?:\w+ )?(?:enhancements?|improvements?|features?|ideas?)\b|\bwish ?list\b|\bwhat (?:we|i)(?:.d| would) (?:do|add|build|improve)\b/i;

const fixesDone = /\bfix(?:es|ed)\b/i;

/** A note of nothing but lessons tells under each what went wrong and what was done: elsewhere a lesson looks back at what is told before. */
const isToldLesson = ({ unit, noteKind, roles }: Candidate): boolean =>
  (noteKind === "lessons" || [...headingsAbove(unit)].some(({ title }) => wentWrong.test(title))) &&
  roles.has("problem") &&
  (roles.has("fix") || roles.has("rootCause"));
const wentWrong = /\bwhat (?:went|did|goes) (?:wrong|not)\b|\bchallenges?\b.*\b(?:solutions?|overcome|solved|faced)\b/i;

/** "Challenges" tell what went wrong, "Key insights" what follows from it. */
const troubles = /\b(?:challeng\w+|issues|problems|difficult\w*|went wrong)\b/i;

/** "Compliant services" and "Not applicable" list what needs nothing. */
const right =
  /^[^\p{L}]*(?:(?:fully|already|100 ?%|all) )?(?:compliant|non-?applicable|not applicable|unaffected|not affected|no (?:action|changes?) (?:required|needed))\b/iu;

function rightAbove(unit: Unit): boolean {
  return [...headingsAbove(unit)].some(({ title }) => right.test(title));
}

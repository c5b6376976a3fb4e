/** Issues in, the fields that their pages show out: the same lines of a note once, under all their names. */
import { expect, it } from "vitest";
import { fieldTitles } from "../../site/lib/field-titles.ts";
import type { Excerpt, Issue, IssueField } from "../../site/lib/knowledge.ts";

const excerpt = ([start, end]: readonly [number, number]): Excerpt => ({
  markdown: "",
  text: "",
  place: { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } },
});

const titlesOf = (
  fields: Partial<Record<IssueField, readonly [number, number]>>,
  origin: Issue["origin"] = {},
): [string, string][] => {
  const told = Object.fromEntries(Object.entries(fields).map(([field, place]) => [field, excerpt(place)]));
  return [...fieldTitles({ sessions: ["note"], origin, ...told } as unknown as Issue)];
};

it("shows lines that are two fields once, under both names", () => {
  expect(titlesOf({ problem: [0, 9], impact: [0, 9], fix: [20, 30], nextSteps: [20, 30] })).toEqual([
    ["problem", "Problem and impact"],
    ["fix", "Fix and next steps"],
  ]);
});

it("leaves out what stands inside of another field, but nothing that is looked for by its name", () => {
  expect(titlesOf({ problem: [0, 90], impact: [40, 60], rootCause: [70, 90] })).toEqual([
    ["problem", "Problem"],
    ["rootCause", "Root cause"],
  ]);
  expect(titlesOf({ rootCause: [0, 90], possibleCauses: [10, 20] })).toEqual([["rootCause", "Root cause"]]);
});

it("shows both where the same lines are those of two notes, and where they only meet", () => {
  expect(titlesOf({ problem: [0, 9], impact: [0, 9] }, { impact: "older" })).toHaveLength(2);
  expect(titlesOf({ problem: [0, 9], impact: [8, 20] })).toHaveLength(2);
});

/** Signals in what a unit states, and in what kind of unit it is. */
import type { Candidate, Signal } from "./candidate.ts";
import { failure, fixing } from "./failure-words.ts";

const has = (role: string) => (candidate: Candidate) => candidate.roles.has(role);
const explained = ({ roles }: Candidate): number =>
  Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));

export const signalsOfFields: readonly Signal[] = [
  { name: "bias", weight: -2.6, test: () => true },
  { name: "the author names an issue", weight: 20, test: ({ unit }) => unit.directives.has("issue") },
  {
    name: "explained item",
    weight: 0.4,
    test: (candidate) => candidate.unit.kind === "item" && explained(candidate) > 0,
  },
  {
    name: "empty section",
    weight: -0.9,
    test: ({ unit, opening }) => (unit.kind === "heading" || unit.kind === "bold") && opening.length < 12,
  },
  { name: "prose of failure", weight: 0.1, test: ({ opening }) => failure.test(opening) },
  { name: "prose of fixing", weight: -0.1, test: ({ opening }) => fixing.test(opening) },
  {
    name: "problem and status",
    weight: 1,
    test: ({ roles }) => roles.has("problem") && (roles.has("status") || roles.has("severity")),
  },
  { name: "with fix and files", weight: 0.6, test: ({ roles }) => roles.has("fix") && roles.has("files") },
  { name: "field problem", weight: 0.8, test: has("problem") },
  { name: "field root cause", weight: 0.2, test: has("rootCause") },
  { name: "field fix", weight: 0.1, test: has("fix") },
  { name: "field verification", weight: 1.2, test: has("verification") },
  { name: "field impact", weight: 0.4, test: has("impact") },
  { name: "field files", weight: 0.6, test: has("files") },
  { name: "field severity", weight: 0.6, test: has("severity") },
  { name: "field status", weight: 1.1, test: has("status") },
  { name: "two of problem, cause, fix", weight: 1.8, test: (candidate) => explained(candidate) >= 2 },
  { name: "no problem, cause or fix", weight: -0.7, test: (candidate) => explained(candidate) === 0 },
  { name: "item without bold lead", weight: -0.6, test: ({ unit }) => unit.kind === "item" && !unit.lead },
  { name: "item with bold lead", weight: -0.3, test: ({ unit }) => unit.kind === "item" && unit.lead },
  { name: "table row", weight: 0.4, test: ({ unit }) => unit.kind === "row" },
  { name: "bold line", weight: -1.1, test: ({ unit }) => unit.kind === "bold" },
  { name: "second level heading", weight: 0.2, test: ({ unit }) => unit.kind === "heading" && unit.depth <= 2 },
];

/** Issues in, what search engines, feeds and pictures say of them out: sentences, never code. */
import { expect, it } from "vitest";
import { aboutIssue } from "../../site/lib/about-issue.ts";
import type { Excerpt, Issue } from "../../site/lib/knowledge.ts";

const excerpt = (markdown: string): Excerpt => ({
  markdown,
  text: markdown.replaceAll("**", ""),
  place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: markdown.length } },
});
const issue = (fields: Partial<Issue>): Issue => ({ id: "DOCK-1", title: "DOCK-1: Gate sticks", ...fields }) as Issue;

it.each<[string, Partial<Issue>, string]>([
  ["the first field that is there", { fix: excerpt("Oil it.") }, "Oil it."],
  [
    "no code of it",
    { problem: excerpt("The gate sticks.\n\n```sh\nopen gate\n```\n\nIn frost only.") },
    "The gate sticks. In frost only.",
  ],
  ["the next where the first is code alone", { problem: excerpt("```\nE42\n```"), fix: excerpt("Oil it.") }, "Oil it."],
  ["no sign before it", { problem: excerpt("❌ **It sticks**") }, "It sticks"],
  ["the title where nothing is told", {}, "Gate sticks"],
  ["whole words", { problem: excerpt("The gate sticks whenever it freezes") }, "The gate sticks whenever it …"],
])("%s", (_name, fields, said) => {
  expect(aboutIssue(issue(fields), ["problem", "fix"], 31)).toBe(said);
});

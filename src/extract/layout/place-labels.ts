/** A label in the outline so far, where it belongs out: under the title before it, or beside the label before it. */
import { roleOf } from "../words/read-label.ts";
import type { Unit } from "./unit.ts";

export const boldDepth = 7;

/** A label stands under the bold title before it, and beside the label before it. */
export function labelDepth(current: Unit): number {
  if (current.kind !== "bold") return boldDepth;
  return roleOf(current.title) === null && !isUnknownLabel(current) ? boldDepth + 1 : current.depth;
}

/** "**Expected:**" is a label too, if one that the lexicon does not know: it heads a value, not a section. */
export function isUnknownLabel(unit: Unit): boolean {
  return (
    unit.kind === "bold" &&
    /[:：]\s*$/.test(unit.title) &&
    unit.title.length < 40 &&
    !/\d/.test(unit.title) &&
    roleOf(unit.title) === null
  );
}

const answers = new Set(["rootCause", "fix", "verification", "impact", "files", "status"]);
const issueHeading =
  /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:issue|bug|problem|failure|defect|error|blocker|violation)\s*#?\d|(?:issue|bug|problem|failure)\s*:)/i;

/** "Root Cause", "Root Cause: stale cache": an answer that belongs to the issue it follows. */
export function answersIssue(title: string): boolean {
  const role = roleOf(title) ?? roleOf(/^([^:]{3,40}):/.exec(title)?.[1] ?? "");
  return role !== null && answers.has(role);
}

/** Whether an issue of that heading depth ("Issue 2: …", "Problem: …") is still open, so that an answer beside it is its own. */
export function hasOpenIssue(unit: Unit, depth: number): boolean {
  for (let above: Unit | null = unit; above; above = above.parent) {
    if (above.kind === "heading" && above.depth === depth) return issueHeading.test(above.title);
    if (above.depth < depth) return false;
  }
  return false;
}

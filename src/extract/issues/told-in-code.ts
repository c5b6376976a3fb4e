/** The units of an issue and a role in, the code out that its comments call wrong or right: for issues that say it nowhere else. */
import type { Code } from "mdast";
import type { Field } from "../layout/read-fields.ts";
import type { Candidate } from "./candidate.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";

const comment = String.raw`^[ \t]*(?:#|\/\/|--|;|\/\*+|<!--)[ \t]*[^\p{L}\n]{0,4}`;
const right = new RegExp(
  String.raw`${comment}(?:(?:to )?fix(?:ed|es)?|solution|should be|after|correct|right|new|good|instead|better|add|use|ensure|need(?:s)? to|must|replace|check (?:if|for|that))\b`,
  "imu",
);
const wrong = new RegExp(
  String.raw`${comment}(?:wrong|bug|broken|bad|before|current(?:ly)?|old|problem|issue|incorrect|fails?|error|missing|unsafe)\b`,
  "imu",
);

export function fieldInCode(units: readonly Candidate[], role: string, text: NoteText): Field | null {
  if (role !== "fix" && role !== "problem") return null;
  const value = units.map(({ unit }) => toldInCode(unit, role, text)).find((span) => span !== null);
  return value ? { role, label: "code", labelSpan: value, value, form: "plain" } : null;
}

/** From the comment that says so to the other one, or to the end of the block; null where no comment does. */
function toldInCode(unit: Unit, role: "fix" | "problem", text: NoteText): Span | null {
  if (unit.kind !== "heading" && unit.kind !== "bold") return null;
  for (const block of unit.blocks) {
    if (block.type !== "code" || block.lang === undefined || block.lang === null) continue;
    const said = within(block, role, text);
    if (said) return said;
  }
  return null;
}

function within(block: Code, role: "fix" | "problem", text: NoteText): Span | null {
  const { start, end } = spanOf(block);
  const first = text.text.indexOf("\n", start) + 1;
  const last = text.text.lastIndexOf("\n", end - 1);
  if (first === 0 || last <= first) return null;
  const code = text.text.slice(first, last);
  const fix = right.exec(code);
  const problem = wrong.exec(code);
  const own = role === "fix" ? fix : problem;
  const other = role === "fix" ? problem : fix;
  if (!own) return null;
  const until = other && other.index > own.index ? first + other.index : last;
  return text.trim({ start: first + own.index, end: until });
}

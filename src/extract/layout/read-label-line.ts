/** A line in, the label that it opens with out: `**Root Cause**: …`, `Fix (file:12): …`, `**Status: done**`. */
import type { Role } from "../words/lexicon.ts";
import { roleOf } from "../words/read-label.ts";
import type { Span } from "./note-text.ts";
import type { Field } from "./read-fields.ts";

export interface Label {
  role: Role | null;
  label: string;
  form: Field["form"];
  labelSpan: Span;
  valueStart: number;
}

const boldLabel =
  /^(?:[^\p{L}\p{N}*_`[(]{0,6})(\*\*|__)(?=\S)([^*\n]{1,80}?)\1[ \t]*(\([^)\n]{0,80}\))?[ \t]*([:：]|[-–—](?=\s)|)/u;
/** "Fix applied to 5 locations", "Root cause of the hang": what a label speaks of does not change what it is. */
const tail = /(?<!\s)\s+(?:to|in|for|of|on|at|by|with|from)\s/i;
const plainLabel =
  /^(?:[^\p{L}\p{N}*_`[(#|]{0,6})([\p{L}][\p{L}\p{N}'’/& -]{1,40}?)[ \t]*(?:(\([^)\n]{0,60}\))[ \t]*)?[:：](?=\s|$)/u;

/** Reads the label that a line opens with. Bold text counts as one only with a colon (inside or behind) or a dash. */
export function readLabel(line: string, offset: number): Label | null {
  const bold = boldLabel.exec(line);
  if (bold) {
    const [whole, , inner = "", , separator] = bold;
    const isLabel =
      /[:：]\s*$/.test(inner) ||
      (/[.。]\s*$/.test(inner) && roleOf(inner) !== null) ||
      separator !== "" ||
      (/[:：]\s*\S+\s*$/.test(inner) === false && roleOf(inner) !== null && line.slice(whole.length).trim() === "");
    const role = isLabel ? (roleOf(inner) ?? roleOf(withoutTail(inner))) : null;
    const split = role === null ? splitBold(line, offset, bold) : null;
    if (split || !isLabel) return split;
    return {
      role,
      label: inner.replace(/[:：.。]\s*$/, "").trim(),
      form: "bold",
      labelSpan: { start: offset, end: offset + whole.length },
      valueStart: offset + whole.length,
    };
  }
  const plain = plainLabel.exec(line);
  const role = plain ? roleOf(plain[1] ?? "") : null;
  if (!plain || !role) return null;
  return {
    role,
    label: plain[1] ?? "",
    form: "plain",
    labelSpan: { start: offset, end: offset + plain[0].length },
    valueStart: offset + plain[0].length,
  };
}

/** What stands before a colon is no tail, but where that colon ends the label. */
function withoutTail(label: string): string {
  const body = label.trimEnd().slice(0, -1);
  const start = Math.max(body.lastIndexOf(":"), body.lastIndexOf("：")) + 1;
  const at = label.slice(start).search(tail);
  return at === -1 ? label : label.slice(0, start + at);
}

/** `**Status: done**` and `**Fixed - added a lock**:`: label and value inside one pair of marks. */
function splitBold(line: string, offset: number, bold: RegExpExecArray): Label | null {
  const inner = bold[2] ?? "";
  const colon = inner.search(/[:：]\s|(?<=^(?:fix|fixed|solution|resolution)) [-–—]\s/i);
  if (colon < 1) return null;
  const said = inner.slice(0, colon);
  const role = said.toLowerCase() === "fixed" ? "fix" : roleOf(said);
  if (!role) return null;
  const start = offset + line.indexOf(inner) + colon + (inner[colon] === " " ? 2 : 1);
  return {
    role,
    label: said,
    form: "bold",
    labelSpan: { start: offset, end: start },
    valueStart: start,
  };
}

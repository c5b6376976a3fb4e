/** A block of code that is laid out as labels and values in, its fields out: none where it is code, a log or a message. */
import type { Code } from "mdast";
import { roleOf } from "../words/read-label.ts";
import { spanOf } from "./note-text.ts";
import type { Field } from "./read-fields.ts";

const labelled = /^( {0,2})([\p{L}][\p{L}\p{N}'’/& -]{1,40}?)(?: \([^()\n]{0,40}\))?[:：](?:\s+|$)/u;
/** What no log says of itself: with one of these a block tells of an issue. */
const telling = /^(?:root )?cause|^(?:the )?(?:fix|solution|resolution)\b|^severity$/i;
/** "fix(parser): …" opens the message of a commit. */
const commit = /^(?:fix|feat|test|docs?|chore|refactor|perf|ci|build)(?:\([^)]*\))?!?:/;

/** Only blocks without a language, with at least three lines that open with a label, and two roles or more. */
export function readCodeFields(code: Code, text: string): Field[] {
  if ((code.lang ?? "text") !== "text" || commit.test(code.value.trimStart())) return [];
  const fields: Field[] = [];
  const { start, end } = spanOf(code);
  const last = text.lastIndexOf("\n", end - 1);
  let offset = text.indexOf("\n", start) + 1;
  let lines = 0;
  let open: Field | null = null;
  for (const line of text.slice(offset, Math.max(offset, last)).split("\n")) {
    const match = labelled.exec(line);
    const label = match?.[2] ?? "";
    if (match) {
      lines++;
      const role = roleOf(label);
      open = role && {
        role,
        label,
        labelSpan: { start: offset, end: offset + match[0].length },
        value: { start: offset + match[0].length, end: offset + line.length },
        form: "plain",
      };
      if (open) fields.push(open);
    } else if (open && line.trim() !== "") open.value.end = offset + line.length;
    offset += line.length + 1;
  }
  const stated = fields.filter(({ value }) => value.end > value.start);
  const roles = new Set(stated.map(({ role }) => role));
  const tells = stated.some(({ label }) => telling.test(label));
  return lines >= 3 && roles.size >= 2 && tells ? stated : [];
}

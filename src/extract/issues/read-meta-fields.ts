/** The front matter of a note in, the fields of its issue that stand there out: `root_cause: …`, `fix: >` with lines below. */
import type { NoteText, Span } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";
import { roleOf } from "../words/read-label.ts";

const wanted: ReadonlySet<string> = new Set(["problem", "rootCause", "fix", "verification", "impact"]);
const entry = /^(\s*)["']?([\p{L}][\p{L}\p{N} _-]{1,40})["']?:[ \t]*(.*)$/u;

/** Fields as slices of the front matter itself, which ends at `bodyOffset`. */
export function readMetaFields({ text }: NoteText, bodyOffset: number): Field[] {
  const lines = linesOf(text.slice(0, bodyOffset));
  return lines.flatMap(({ start, words }, index): Field[] => {
    const [, indent = "", key = "", rest = ""] = entry.exec(words) ?? [];
    const role = roleOf(key.replace(/[_-]/g, " "));
    // A description at the top is one of the note, for search engines and previews.
    if (role === null || !wanted.has(role) || (indent === "" && key === "description")) return [];
    const labelSpan = { start: start + indent.length, end: start + indent.length + key.length };
    const value = /^[>|][-+\d]*\s*$/.test(rest)
      ? blockBelow(lines.slice(index + 1), indent.length)
      : withoutQuotes(rest, start + words.length - rest.length);
    return value && /\p{L}{3}/u.test(text.slice(value.start, value.end))
      ? [{ role, label: key, labelSpan, value, form: "heading" }]
      : [];
  });
}

interface Line {
  start: number;
  words: string;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((words) => {
    const line = { start, words };
    start += words.length + 1;
    return line;
  });
}

/** The lines that stand further in than their key. */
function blockBelow(lines: readonly Line[], indent: number): Span | null {
  const end = lines.findIndex(({ words }) => words.trim() !== "" && words.search(/\S/) <= indent);
  const block = lines.slice(0, end < 0 ? lines.length : end).filter(({ words }) => words.trim() !== "");
  const [first, last] = [block[0], block.at(-1)];
  return first && last ? { start: first.start, end: last.start + last.words.length } : null;
}

function withoutQuotes(value: string, start: number): Span {
  const quoted = /^(["'])(.*)\1\s*$/.exec(value);
  return quoted
    ? { start: start + 1, end: start + 1 + (quoted[2] ?? "").length }
    : { start, end: start + value.length };
}

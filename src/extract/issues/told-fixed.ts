/** An item in, where it says what was wrong and where it says how that was fixed out: "stale cache → Fixed (cleared on start)". */
import type { NoteText, Span } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";

const after = String.raw`(?=\s*(?:$|\n|[(:：*✅.]|\s(?:by|with|via|in|using|to)\s))`;
/** What follows says how, or nothing: "→ fixed the import" tells of work. */
const arrow = new RegExp(
  String.raw`\s*(?:→|->|⇒|=>)\s*[^\p{L}\n]*(?:now |all )?(?:fixed|resolved|solved)\b${after}`,
  "iu",
);
const below = /\n[ \t]+[-*+] [^\p{L}\n]*(?:fixed|resolved|solved) (?=(?:by|with|via|using)\s)/iu;

/** Where a title ends and its outcome begins, or -1. */
export const outcomeStart = (title: string): number => title.search(arrow);

export interface ToldFixed {
  problem: Span;
  /** Null where it only says that it is fixed. */
  fix: Span | null;
}

/** What an item says in one line, or in an item below it that begins "Fixed by". */
export function toldFixed(unit: Unit, text: NoteText): ToldFixed | null {
  if (unit.kind !== "item") return null;
  const source = text.text.slice(unit.head.start, Math.min(unit.span.end, unit.head.start + 1000));
  const line = source.split("\n", 1)[0] ?? "";
  const said = arrow.exec(line);
  const start = unit.head.start;
  if (said) {
    const how = line.slice(said.index + said[0].length);
    const from = line.length - how.length;
    // "Fixed by clearing it" is read from its verb on.
    const at = /^\s+\p{L}/u.test(how)
      ? said.index + said[0].search(/(?:fixed|resolved|solved)$/i)
      : from + (/^[\s:：*✅.–—-]*\(?/u.exec(how)?.[0].length ?? 0);
    const fix = text.trim({ start: start + at, end: start + line.length });
    const bare = /^[^()\n]*\)\W*$/.test(text.text.slice(fix.start, fix.end));
    return {
      problem: { start, end: start + said.index },
      fix: fix.end - fix.start < 6 ? null : { start: fix.start, end: bare ? fix.end - 1 : fix.end },
    };
  }
  const nested = unit.lead ? below.exec(source) : null;
  if (!nested) return null;
  const from = start + nested.index + nested[0].length;
  const end = text.text.indexOf("\n", from);
  return {
    problem: { start, end: start + line.length },
    fix: {
      start: start + nested.index + (/\p{L}/u.exec(nested[0])?.index ?? 0),
      end: end < 0 ? unit.span.end : Math.min(end, unit.span.end),
    },
  };
}

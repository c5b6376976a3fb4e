/** Text in, its front matter as data out, with the offset where the body begins; or why what looks like it cannot be read. */
import matter from "gray-matter";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";

export interface FrontMatter {
  /** `{}` without front matter, and where it is broken. */
  meta: Record<string, unknown>;
  /** Offset of the first character of the body. */
  bodyOffset: number;
  diagnostics: Diagnostic[];
}

/**
 * A fence, then at once a key or a brace (comments may come first), then somewhere a second fence. Notes also open
 * with a rule of dashes: a blank line or a heading follows that, and what comes next is the note.
 */
const opening = /^---[ \t]*\n(?:#[^\n]*\n)*(?:\{|["']?[^\s#>*`|:-][^\n:]*:(?:[ \t\n]|$))/;
const closing = /\n---[ \t]*(?:\n|$)/;

// gray-matter's JavaScript engine evaluates the front matter: a note must never be code.
const refuse = () => {
  throw new Error("front matter must be YAML or JSON");
};
const options = { engines: { javascript: refuse, js: refuse, coffee: refuse } };

/** Longer front matter is no front matter but something that a parser shall choke on. UTF-16 units. */
const longest = 65_536;
/** Values of a mapping, each as often as it is referred to: aliases of aliases make millions of a few lines. */
const mostValues = 10_000;

/** Never throws. Broken front matter is a diagnostic: nothing of it is used, and the body begins after it. */
export function readFrontMatter(path: string, text: string): FrontMatter {
  const none = { meta: {}, bodyOffset: 0, diagnostics: [] };
  if (!opening.test(text)) return none;
  const end = closing.exec(text);
  if (end === null) {
    const reason = "it has no end, expected a second line of `---`";
    return { ...none, diagnostics: [describeBroken(path, text, 1, reason, "It was read as part of the note.")] };
  }
  const bodyOffset = end.index + end[0].length;
  try {
    if (bodyOffset > longest) throw new Error(`it is ${bodyOffset} characters long, expected at most ${longest}`);
    const { data } = matter(text.slice(0, bodyOffset), options);
    if (holdsTooMuch(data)) throw new Error(`it holds more than ${mostValues} values`);
    return {
      meta: isMapping(data) ? (toWellFormed(data) as Record<string, unknown>) : {},
      bodyOffset,
      diagnostics: [],
    };
  } catch (error) {
    const reason = reasonOf(error);
    const note = "Nothing of it was used, the note below it was read.";
    return { meta: {}, bodyOffset, diagnostics: [describeBroken(path, text, lineOf(error), reason, note)] };
  }
}

/** Counts without recursion and never past the limit: a mapping may hold itself. */
function holdsTooMuch(data: unknown): boolean {
  const open: unknown[] = [data];
  for (let count = 0; open.length > 0; count++) {
    if (count > mostValues || open.length > mostValues) return true;
    const value = open.pop();
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) open.push(inner);
  }
  return false;
}

/** `"\ud800"` is half of a character: no file, no address and no index can hold it. */
function toWellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(toWellFormed);
  if (!isMapping(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), toWellFormed(inner)]));
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describeBroken(file: string, text: string, line: number, reason: string, note: string): Diagnostic {
  const lines = text.split("\n").slice(0, line);
  const offset = lines.slice(0, -1).reduce((sum, { length }) => sum + length + 1, 0);
  const point = { line: lines.length, column: 1, offset };
  return createDiagnostic({
    file,
    place: { start: point, end: point },
    severity: "warning",
    ruleId: "broken-front-matter",
    // The parser counts lines from the fence on and says so in its own words: the place says it better.
    message: `Unexpected front matter: ${reason.replace(/ at line \d+, column \d+:?$/, "")}`,
    expected: ["a YAML mapping between two lines of `---`"],
    note,
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "it nests too deeply";
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

/** The YAML parser counts lines from 0, and its text begins with the rest of the fence's own line. */
function lineOf(error: unknown): number {
  const { mark } = error as { mark?: { line?: unknown } };
  return typeof mark?.line === "number" ? mark.line + 1 : 1;
}

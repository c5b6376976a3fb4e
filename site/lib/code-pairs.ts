/** The code of an issue in, pairs of faulty and mended code as computed diffs out, and what stands alone. */
import { diffLines } from "diff";
import type { CodeExample } from "./knowledge.ts";
import { replaceFences } from "./replace-fences.ts";

export interface DiffLine {
  sign: "+" | "-" | " ";
  text: string;
}

export interface CodePair {
  before: CodeExample;
  after: CodeExample;
  lines: DiffLine[];
  /** What the comments that told the two apart say of them. */
  captions: { before: string | null; after: string | null };
}

/** A first line that says which of the two it is: "// BEFORE: deletes all rows". */
const label =
  /^[ \t]*(?:\/\/|#|--|;|\/\*|<!--)[ \t]*[^\p{L}\n]*(?:before|after|old|new|bad|good|wrong|correct|fixed|broken)\b[ \t]*[:.–—-]*[ \t]*(.*?)[ \t]*(?:\*\/|-->)?$/imu;

export function takeLabel(text: string): { text: string; caption: string | null } {
  const lines = text.replace(/^\n+/, "").split("\n");
  const found = label.exec(lines[0] ?? "");
  if (!found || lines.length < 2) return { text, caption: null };
  return { text: lines.slice(1).join("\n"), caption: found[1] || null };
}

export function pairCode(code: readonly CodeExample[]): { pairs: CodePair[]; single: CodeExample[] } {
  const inOrder = [...code].sort((a, b) => a.place.start.offset - b.place.start.offset);
  const pairs: CodePair[] = [];
  const single: CodeExample[] = [];
  let before: CodeExample | null = null;
  for (const example of inOrder) {
    if (example.role === "before") {
      if (before) single.push(before);
      before = example;
    } else if (example.role === "after" && before) {
      const [was, is] = [takeLabel(before.text), takeLabel(example.text)];
      pairs.push({
        before,
        after: example,
        lines: diffCode(was.text, is.text),
        captions: { before: was.caption, after: is.caption },
      });
      before = null;
    } else {
      single.push(example);
    }
  }
  if (before) single.push(before);
  return { pairs, single };
}

function diffCode(before: string, after: string): DiffLine[] {
  const ended = (text: string): string => `${text.trimEnd()}\n`;
  // A bound on the search: two unlike texts of thousands of lines are shown as all gone and all new.
  const changes = diffLines(ended(before), ended(after), { maxEditLength: 2000 });
  const whole = (text: string, sign: DiffLine["sign"]): DiffLine[] =>
    ended(text)
      .slice(0, -1)
      .split("\n")
      .map((text) => ({ sign, text }));
  if (!changes) return [...whole(before, "-"), ...whole(after, "+")];
  return changes.flatMap(({ value, added, removed }) => whole(value, added ? "+" : removed ? "-" : " "));
}

/** Markdown without the code blocks that a pair shows as a diff: nobody reads the same code twice. */
export function withoutPairs(markdown: string, pairs: readonly CodePair[]): string {
  const firstLine = (text: string): string =>
    text
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim() ?? "";
  const isShown = (text: string): boolean =>
    pairs.some(({ before, after }) =>
      [before, after].some(
        (code) =>
          firstLine(code.text) !== "" &&
          text.includes(firstLine(code.text)) &&
          text.includes(code.text.trim().split("\n").at(-1)?.trim() ?? ""),
      ),
    );
  return replaceFences(markdown, ({ block, text, isClosed }) => (isClosed && isShown(text) ? "" : block));
}

/** The code of an issue in, pairs of faulty and mended code as computed diffs out, and what stands alone. */
import { diffLines } from "diff";
import type { CodeExample } from "./knowledge.ts";

export interface DiffLine {
  sign: "+" | "-" | " ";
  text: string;
}

export interface CodePair {
  before: CodeExample;
  after: CodeExample;
  lines: DiffLine[];
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
      pairs.push({ before, after: example, lines: diffCode(before.text, example.text) });
      before = null;
    } else {
      single.push(example);
    }
  }
  if (before) single.push(before);
  return { pairs, single };
}

function diffCode(before: string, after: string): DiffLine[] {
  const ended = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);
  // A bound on the search: two unlike texts of thousands of lines are shown as all gone and all new.
  const changes = diffLines(ended(before), ended(after), { maxEditLength: 2000 });
  const whole = (text: string, sign: DiffLine["sign"]): DiffLine[] => ended(text).slice(0, -1).split("\n").map((text) => ({ sign, text }));
  if (!changes) return [...whole(before, "-"), ...whole(after, "+")];
  return changes.flatMap(({ value, added, removed }) => whole(value, added ? "+" : removed ? "-" : " "));
}

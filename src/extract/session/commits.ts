/** The outline of a note in, the commits that it names out: from commit labels, commit sections and object names. */
import type { Commit } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readFields } from "../layout/read-fields.ts";
import { firstLine } from "./actions.ts";
import { headingsAbove, walkUnits } from "../layout/walk-units.ts";

const objectName = /(?<![\p{L}\p{N}_/.-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])([0-9a-f]{7,40})(?![\p{L}\p{N}_.-])/u;
const commitSection = /\bcommits?\b/i;
const conventional = /^(?:feat|fix|docs|test|tests|refactor|chore|perf|build|ci|style|revert)(?:\([^)]{1,60}\))?!?:\s/;

/** Reads every commit once: a label "Commit: …" first, then the items of a commit section that carry no label. */
export function readCommits(note: Unit, text: NoteText): Commit[] {
  const commits: Commit[] = [];
  const add = (line: string, span: { start: number; end: number }): void => {
    const commit = readCommit(line);
    if (
      !commit ||
      commits.some((other) => other.hash === commit.hash && (commit.hash !== null || other.message === commit.message))
    )
      return;
    commits.push({ ...commit, place: text.place(span) });
  };
  for (const unit of [note, ...walkUnits(note)]) {
    const labelled =
      unit.kind === "row"
        ? []
        : readFields({ ...unit, children: [] }, text.text).filter(({ role }) => role === "commit");
    for (const { value } of labelled) for (const line of text.plain(value).split("\n")) add(line, value);
    if (unit.kind !== "item" || labelled.length > 0 || unit.children.some(({ title }) => /^commit/i.test(title)))
      continue;
    const section = [...headingsAbove(unit)][0];
    if (section && commitSection.test(section.title) && unit.parent?.kind !== "item")
      add(firstLine(unit, text), unit.span);
  }
  return commits;
}

/** A line counts as a commit when it holds an object name or reads like a commit message. */
function readCommit(line: string): Omit<Commit, "place"> | null {
  const hash = objectName.exec(line)?.[1] ?? null;
  const message = (hash ? line.replace(hash, "") : line).replace(/^[\s:–—()[\],.-]+|[\s:–—([,-]+$/g, "").trim();
  if (hash === null && !conventional.test(message)) return null;
  return { hash, message };
}

/** The outline of a note and its issues in, a diagnostic out where numbered fixes cannot be told apart to numbered problems. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, IssueReport } from "../model.ts";
import { readTitle } from "./issues/read-title.ts";
import type { NoteText } from "./layout/note-text.ts";
import type { Unit } from "./layout/unit.ts";
import { walkUnits } from "./layout/walk-units.ts";
import { sectionKindOf } from "./words/read-label.ts";

const fixWord = /^(?:fix|solution|resolution|correction|修复|修正)$/;
const problemWord = /^(?:problem|issue|bug|error|failure|defect|问题|問題|fehler)$/;

/** Only where one list of problems stands against one list of fixes and some problem was left without. */
export function diagnosePairing(
  note: Unit,
  text: NoteText,
  issues: readonly IssueReport[],
  { path }: Document,
): Diagnostic[] {
  const unanswered = issues.filter(({ fix }) => fix === null);
  if (unanswered.length === 0) return [];
  const units = [note, ...walkUnits(note)];
  const fixes = units.map((unit) => numberedIn(unit, "fixes", fixWord)).filter(({ length }) => length > 1);
  const problems = units.map((unit) => numberedIn(unit, "issues", problemWord)).filter(({ length }) => length > 1);
  const [[fixList], [problemList]] = [fixes, problems];
  if (fixes.length !== 1 || problems.length !== 1 || !fixList || !problemList) return [];
  if (fixList.length === problemList.length || fixList[0]!.parent === problemList[0]!.parent) return [];
  return [
    createDiagnostic({
      file: path,
      place: text.place(fixList[0]!.head),
      severity: "info",
      ruleId: "ambiguous-pairing",
      message: `Unexpected ${fixList.length} numbered fixes for ${problemList.length} problems, expected one for each`,
      expected: ["each fix below its problem", "fixes that name their problem, as `Fix for Problem 2`"],
      note: `${unanswered.length} of the issues ${unanswered.length === 1 ? "was" : "were"} read without a fix.`,
    }),
  ];
}

/** The parts of a unit that are counted: by a word of their own ("Fix 2"), or by a number in a section that says what they are. */
function numberedIn(unit: Unit, kind: "fixes" | "issues", word: RegExp): Unit[] {
  const isSection = sectionKindOf(unit.title) === kind;
  return unit.children.filter((child) => {
    if (child.kind !== "heading" && child.kind !== "bold") return false;
    const counter = readTitle(child.title).counter;
    return counter !== null && (word.test(counter.word) || (counter.word === "" && isSection));
  });
}

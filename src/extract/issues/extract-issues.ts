/** The outline of a note in, its issue reports out. */
import type { IssueReport } from "../../model.ts";
import { assembleReport } from "./assemble-report.ts";
import { listCandidates, selectIssues } from "./find-issues.ts";
import { groupCandidates } from "./group-candidates.ts";
import { linkFiles } from "./link-files.ts";
import { readNoteIssue } from "./note-issue.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/outline.ts";
import type { IssueStatus } from "./read-issue-status.ts";

/** Finds, groups and assembles. A note wholly about one problem gives one report, titled by the note. */
export function extractIssues(
  note: Unit,
  text: NoteText,
  noteStatus: IssueStatus | null,
  meta: Record<string, unknown>,
): IssueReport[] {
  const candidates = listCandidates(note, text);
  const selected = selectIssues(candidates);
  const whole = readNoteIssue(note, text, selected, noteStatus, meta);
  const context = { text, status: noteStatus };
  const inside = whole ? whole.keep : selected;
  const reports = groupCandidates(inside, candidates).map((group) => assembleReport(group, context));
  const all = whole ? [whole.report, ...reports] : reports;
  linkFiles(all, note, text);
  return all;
}

/** The outline of a note in, its issue reports out. */
import type { Document, IssueReport, LeftOut, Place } from "../../model.ts";
import { assembleReport } from "./assemble-report.ts";
import { findElsewhere } from "./find-elsewhere.ts";
import { isInside, listCandidates, mostCandidates, selectIssues } from "./find-issues.ts";
import { groupCandidates } from "./group-candidates.ts";
import type { Candidate } from "./candidate.ts";
import { explainScore } from "./issue-signals.ts";
import { linkFiles } from "./link-files.ts";
import { readNoteIssue } from "./note-issue.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import type { IssueStatus } from "./issue-status.ts";

export interface ExtractedIssues {
  issues: IssueReport[];
  leftOut: LeftOut[];
  /** The first unit that was not looked at because there were too many before it. */
  unread: Place | null;
}

/** Finds, groups and assembles. A note wholly about one problem gives one report, titled by the note. */
export function extractIssues(
  note: Unit,
  text: NoteText,
  noteStatus: IssueStatus | null,
  document: Pick<Document, "meta" | "bodyOffset">,
): ExtractedIssues {
  const listed = listCandidates(note, text);
  const candidates = listed.slice(0, mostCandidates);
  const first = listed[mostCandidates];
  const selected = selectIssues(candidates);
  const whole = readNoteIssue(note, text, selected, candidates, noteStatus, document);
  const context = { text, status: noteStatus };
  const inside = whole ? whole.keep : selected;
  const groups = groupCandidates(inside, candidates);
  if (whole === null) findElsewhere(groups, note, text);
  const reports = groups.map((group) => assembleReport(group, context));
  const all = whole ? [whole.report, ...reports] : reports;
  linkFiles(all, note, text, whole?.report ?? null);
  return {
    issues: all,
    leftOut: explainLeftOut(candidates, inside, whole !== null, text),
    unread: first === undefined ? null : text.place(first.unit.head),
  };
}

/** How near to an issue a unit must come to be worth a word. */
const nearly = -1.5;

/** The candidates that came near, with the signals that spoke against them; the strongest first. */
function explainLeftOut(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  isWhole: boolean,
  text: NoteText,
): LeftOut[] {
  const used = new Set(taken);
  const rest = candidates.filter((candidate) => !used.has(candidate) && candidate.score > nearly);
  return rest
    .sort((a, b) => b.score - a.score)
    .map((candidate) => ({
      title: candidate.rawTitle,
      reasons: reasonsOf(candidate, taken, isWhole),
      place: text.place(candidate.unit.head),
    }));
}

function reasonsOf(candidate: Candidate, taken: readonly Candidate[], isWhole: boolean): string[] {
  if (candidate.score <= 0) return explainScore(candidate).filter((signal) => signal.includes("(-"));
  if (taken.some((other) => isInside(candidate.unit, other.unit))) return ["it is a part of an issue"];
  if (taken.some((other) => isInside(other.unit, candidate.unit))) return ["it is a group of issues"];
  return [isWhole ? "the note as a whole is one issue" : "another unit says the same"];
}

/** What is read of the status of one issue, and what it is read with. */
import type { Status } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import type { NoteText, Span } from "../layout/note-text.ts";

export interface IssueStatus {
  status: Status;
  words: string | null;
  /** Where it was read: "status field", "title", "group heading" … */
  rule: string;
  span: Span;
}

/** What the note as a whole lends to an issue that says nothing itself. */
export interface NoteContext {
  text: NoteText;
  /** Kept when an issue's own units name no status. */
  status: IssueStatus | null;
}

/** Null where a unit says nothing of the kind. */
export type StatusReader = (candidate: Candidate, context: NoteContext) => IssueStatus | null;

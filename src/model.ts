/** The shapes that flow through the pipeline, from the bytes of a note to the knowledge base. Data and types only. */
import type { Root } from "mdast";
import type { Diagnostic } from "./diagnostics.ts";

/** A position in the repaired text of a note. `line` and `column` count from 1, `offset` in UTF-16 units from 0. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A half-open range of the repaired text: `end.offset` is the first unit that is no longer part of it. */
export interface Place {
  start: Point;
  end: Point;
}

/** A verbatim slice of a note: `markdown === text.slice(place.start.offset, place.end.offset)` of the repaired text. */
export interface Excerpt {
  markdown: string;
  /** The same as plain text, code included, without Markdown marks. */
  text: string;
  place: Place;
}

/** Every status a record can have, worst first. The note's own words are kept beside it as `statusText`. */
export const statuses = [
  "open",
  "blocked",
  "in-progress",
  "partial",
  "unknown",
  "deferred",
  "fixed",
  "wont-fix",
  "not-a-bug",
] as const;
export type Status = (typeof statuses)[number];

/** The statuses that still ask for somebody's attention: what `is:open` means. */
export const openStatuses: ReadonlySet<Status> = new Set(["open", "in-progress", "blocked", "partial", "unknown"]);

export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** Notes write the same component or tag in one word, in two, and with a hyphen: by this key it is one. */
export const foldLabel = (label: string): string => label.toLowerCase().replace(/[\s_-]+/g, "") || label.trim();

/** A file that a note ties to an issue. Lines count from 1. */
export interface FileReference {
  path: string;
  line: number | null;
  endLine: number | null;
  /** What the note says beside the path, as "(Empty DLQ)". */
  note: string | null;
}

/** `before` is the faulty code, `after` the mended, `pattern` code to copy, `log` output of a program. */
export type CodeRole = "before" | "after" | "pattern" | "log";

/** A code block, or the part of one between its BEFORE and AFTER comments. `text` is the code itself. */
export interface CodeExample extends Excerpt {
  role: CodeRole;
  language: string | null;
}

export interface Commit {
  /** Abbreviated or full object name, lower case, or null where the note gives the message only. */
  hash: string | null;
  message: string;
  place: Place;
}

/** A link or mention of another document. `path` is set when that document is one of the notes of the base. */
export interface DocumentLink {
  title: string;
  /** As the note writes it: a relative path, a bare file name or an address. */
  target: string;
  kind: "created" | "related";
  /** Path of the note it leads to, null when it is dangling or outside the base. */
  path: string | null;
  place: Place;
}

/** The prose fields of an issue report, in reading order. */
export const issueFields = [
  "problem",
  "rootCause",
  "fix",
  "verification",
  "impact",
  "symptoms",
  "possibleCauses",
  "remaining",
  "nextSteps",
] as const;
export type IssueField = (typeof issueFields)[number];

/** What one note says of one issue. */
export interface IssueReport extends Record<IssueField, Excerpt | null> {
  /** As the note names it, upper case, hyphens for underscores; null when it has none. */
  id: string | null;
  /** Address of the issue that this is a further report of, where the author says so: `<!-- fixlore: issue=pump-1 -->`. */
  continues: string | null;
  title: string;
  status: Status;
  /** The words the status was read from. */
  statusText: string | null;
  severity: Severity | null;
  components: string[];
  files: FileReference[];
  /** What was tried and did not help: never the fix. */
  attempts: Excerpt[];
  code: CodeExample[];
  /** As written: "10 minutes". */
  timeToFix: string | null;
  /** As written: "2-4 hours". */
  estimate: string | null;
  commits: Commit[];
  documentation: DocumentLink[];
  /** The unit of the note that speaks of this issue at most length. */
  place: Place;
  /** Which rule read which field from where: what `fixlore parse --explain` prints. */
  evidence: Evidence[];
}

export interface Evidence {
  field: string;
  rule: string;
  place: Place;
}

/** What one note teaches: `lesson` is knowledge to carry over, `insight` an observation on how the work went. */
export interface LessonReport {
  kind: "lesson" | "insight";
  title: string;
  /** The whole item, its title included. */
  text: string;
  body: Excerpt;
  problem: Excerpt | null;
  solution: Excerpt | null;
  pattern: Excerpt | null;
  why: Excerpt | null;
  benefits: Excerpt | null;
  examples: Excerpt | null;
  code: CodeExample[];
  /** Identifiers of issues that the lesson names. */
  issues: string[];
  place: Place;
}

/** One measure before and after the work, as written. */
export interface Metric {
  name: string;
  before: string | null;
  after: string | null;
  place: Place;
}

export type ActionState = "done" | "partial" | "todo";

/** Something done or still to be done. */
export interface Action {
  text: string;
  state: ActionState;
  /** The heading it stands under names it: "immediate", "short-term", "long-term". */
  horizon: "immediate" | "short-term" | "long-term" | null;
  /** Identifier of the issue it names. */
  issue: string | null;
  place: Place;
}

export interface ChecklistItem {
  text: string;
  done: boolean;
  place: Place;
}

/** What a note says of itself. */
export interface SessionReport {
  /** Path of the note, relative to the folder it was read from, `/` between segments. */
  path: string;
  title: string;
  /** ISO date; of a range, the last day. */
  date: string | null;
  /** First day of a range, else null. */
  dateFrom: string | null;
  /** As written: "~4 hours". */
  duration: string | null;
  branch: string | null;
  authors: string[];
  tags: string[];
  components: string[];
  status: Status;
  statusText: string | null;
  summary: Excerpt | null;
  metrics: Metric[];
  actions: Action[];
  commits: Commit[];
  documents: DocumentLink[];
  checklist: ChecklistItem[];
  /** Length of the repaired text in UTF-16 units. */
  length: number;
}

/** A note as found: its bytes are not yet text. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
}

/** What decoding changed: enough to tell the author, and to know that something was changed. */
export interface Repair {
  kind: "bom" | "utf-16" | "windows-1252" | "invalid-utf-8" | "line-endings" | "mojibake" | "nul";
  /** How many places were repaired. */
  count: number;
  /** First of them, in the repaired text. */
  place: Place;
  /** "Mac Roman", "Windows-1252": what the text had been misread as. */
  encoding: string | null;
}

export interface SourceText {
  path: string;
  /** Repaired: UTF-8 meant what it says, line ends are `\n`. Every place counts in this text. */
  text: string;
  repairs: Repair[];
  diagnostics: Diagnostic[];
}

/** A parsed note. Positions in `tree` count in `text`, front matter included. */
export interface Document {
  path: string;
  text: string;
  /** Front matter as an object, `{}` without one. */
  meta: Record<string, unknown>;
  /** Offset of the first character after the front matter. */
  bodyOffset: number;
  tree: Root;
  diagnostics: Diagnostic[];
}

/** A unit that looked like an issue and was not taken for one. */
export interface LeftOut {
  title: string;
  /** Why, in words: the signals that spoke against it, or what it is a part of. */
  reasons: string[];
  place: Place;
}

/** All that was read from one note. */
export interface Extraction {
  session: SessionReport;
  issues: IssueReport[];
  lessons: LessonReport[];
  /** What was nearly an issue: printed by `fixlore parse --explain`. */
  leftOut: LeftOut[];
  diagnostics: Diagnostic[];
  /** The repaired text, for pages that show the whole note. */
  source: string;
}

/** One report in an issue's history. */
export interface IssueHistoryEntry {
  session: string;
  date: string | null;
  report: IssueReport;
}

/** Why two issues are thought to be related. */
export interface Relation {
  slug: string;
  reasons: string[];
}

/** One issue out of all the notes that report it: the newest statement of each field, and all reports, oldest first. */
export interface Issue extends IssueReport {
  slug: string;
  /** Slugs of the sessions that report it, oldest first. */
  sessions: string[];
  /** For each prose field that is set: the session it was read from. */
  origin: Partial<Record<IssueField | "status" | "title", string>>;
  firstSeen: string | null;
  updated: string | null;
  history: IssueHistoryEntry[];
  /** Slugs of lessons that name it or stand in the same note beside it. */
  lessons: string[];
  related: Relation[];
}

export interface Lesson extends Omit<LessonReport, "issues"> {
  slug: string;
  session: string;
  date: string | null;
  /** Slugs of issues. */
  issues: string[];
}

export interface Session extends SessionReport {
  slug: string;
  /** Slugs, in the order of the note. */
  issues: string[];
  lessons: string[];
  source: string;
}

/** A source file that issues name, with the issues, most recent first. */
export interface FileEntry {
  path: string;
  slug: string;
  issues: string[];
}

export interface KnowledgeBase {
  /** Newest first, undated last. */
  sessions: Session[];
  /** Most recently updated first. */
  issues: Issue[];
  lessons: Lesson[];
  files: FileEntry[];
  diagnostics: Diagnostic[];
}

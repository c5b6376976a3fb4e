/** A parsed note in, all that was read from it out: the session, its issues, its lessons and what the reader stumbled over. */
import { usualReading, type ReadingSettings } from "../config.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, Extraction, IssueReport, Place, SessionReport } from "../model.ts";
import { extractIssues, type ExtractedIssues } from "./issues/extract-issues.ts";
import { mostCandidates } from "./issues/find-issues.ts";
import type { IssueStatus } from "./issues/issue-status.ts";
import { guessedRules } from "./issues/status-signs.ts";
import { addComponents } from "./add-components.ts";
import { diagnoseLabels } from "./diagnose-labels.ts";
import { diagnosePairing } from "./diagnose-pairing.ts";
import { extractLessons } from "./lessons/extract-lessons.ts";
import { readNoteFields, type NoteFields } from "./session/note-fields.ts";
import { linkRecords } from "./link-records.ts";
import { inferNoteStatus } from "./session/infer-note-status.ts";
import { readNoteStatus } from "./session/note-status.ts";
import { createNoteText, type NoteText } from "./layout/note-text.ts";
import { buildOutline } from "./layout/outline.ts";
import { readSeverity } from "./words/read-severity.ts";
import { extractSession } from "./session/extract-session.ts";
import { withWords } from "./words/words-in-force.ts";

/** Reads one note. Deterministic, and never throws: the same text gives the same records. */
export function extractRecords(document: Document, settings: ReadingSettings = usualReading): Extraction {
  return withWords(settings, () => extractWith(document, settings));
}

function extractWith(document: Document, { components }: ReadingSettings): Extraction {
  const text = createNoteText(document);
  const note = buildOutline(document.tree, document.text.length, metaTitle(document.meta));
  const fields = readNoteFields(note, text.text);
  /** "Bug fixes" in a title is not lent where half of the issues say that they are open. */
  const extractLent = (lent: IssueStatus | null, isStated: boolean): ExtractedIssues => {
    const found = extractIssues(note, text, lent, document);
    if (isStated || lent?.status !== "fixed") return found;
    const own = found.issues.filter((issue) => !isLent(issue)).map(({ status }) => status);
    const isOpen = own.every((status) => status === "open") && own.length * 2 >= found.issues.length;
    return isOpen && own.length < found.issues.length
      ? extractIssues(note, text, inferNoteStatus(note, own), document)
      : found;
  };
  const stated = readNoteStatus(note, text, fields, document.meta);
  // `ignore: true` in the front matter: the note is kept and shown, nothing is read from it.
  const isIgnored = document.meta["ignore"] === true;
  const { issues, leftOut, unread } = isIgnored
    ? { issues: [], leftOut: [], unread: null }
    : extractLent(stated ?? inferNoteStatus(note, []), stated !== null);
  const status = stated ?? inferNoteStatus(note, issues.some(isGuessed) ? [] : issues.map((issue) => issue.status));
  const session = extractSession(note, text, document, fields, isIgnored ? null : status);
  for (const issue of issues) issue.title ||= session.title;
  lendSeverity(issues, fields, text);
  linkRecords(issues, session);
  addComponents(issues, components);
  return {
    session,
    issues,
    lessons: isIgnored ? [] : extractLessons(note, text),
    leftOut,
    diagnostics: [
      ...document.diagnostics,
      ...diagnose(session),
      ...(unread === null ? [] : [describeUnread(session.path, unread)]),
      ...(isIgnored ? [] : diagnoseLabels(note, text, fields, issues, document)),
      ...diagnosePairing(note, text, issues, document),
    ],
    source: document.text,
  };
}

const isLent = ({ evidence }: IssueReport): boolean =>
  evidence.some(({ field, rule }) => field === "status" && rule.startsWith("the note: "));

/** A note states nothing by a fix that is given where no status is. */
const isGuessed = ({ evidence }: IssueReport): boolean =>
  evidence.some(({ field, rule }) => field === "status" && guessedRules.has(rule));

/** The priority in the header of a note is that of its one issue. */
function lendSeverity(issues: readonly IssueReport[], { header }: NoteFields, text: NoteText): void {
  const [issue] = issues;
  if (issues.length !== 1 || !issue) return;
  const field = header.find(({ role }) => role === "severity");
  issue.severity ??= field ? readSeverity(text.plain(field.value)) : null;
}

function metaTitle(meta: Record<string, unknown>): string | null {
  const title = meta["title"];
  return typeof title === "string" && title.trim() !== "" ? title.trim() : null;
}

function describeUnread(file: string, place: Place): Diagnostic {
  return createDiagnostic({
    file,
    place,
    severity: "warning",
    ruleId: "too-many-units",
    message: `Unexpected number of headings, items and rows, expected at most ${mostCandidates} that could be issues`,
    expected: [`at most ${mostCandidates} headings, items and rows in one note`],
    note: "No issue was looked for from here on: split the note.",
  });
}

function diagnose(session: SessionReport): Diagnostic[] {
  if (session.date !== null || session.length === 0) return [];
  return [
    createDiagnostic({
      file: session.path,
      severity: "info",
      ruleId: "missing-date",
      message: "Unexpected note without a date, expected one in its header, footer, front matter or file name",
      expected: ["a line such as `**Date**: 2026-01-31` under the title"],
    }),
  ];
}

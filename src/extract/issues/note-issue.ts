/** A note that is wholly about one problem in, that problem out: titled by the note, its sections are the fields. */
import type { Document, IssueReport } from "../../model.ts";
import { assembleReport } from "./assemble-report.ts";
import { isOfAnalysis, isOneProblem } from "./is-one-problem.ts";
import { settledCandidate, type Candidate } from "./candidate.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readIdentifiers } from "../words/read-identifiers.ts";
import { headingsAbove } from "../layout/walk-units.ts";
import { readSeverity } from "../words/read-severity.ts";
import type { IssueStatus } from "./issue-status.ts";
import { readMetaFields } from "./read-meta-fields.ts";
import { readTitle } from "./read-title.ts";
import { addFallbacks, readWholeFields } from "./read-whole-fields.ts";

export interface NoteIssue {
  report: IssueReport;
  /** Issues that stand in the note beside its main one. */
  keep: Candidate[];
}

/** Reads the note as one issue, or null when it is about several things or about none. */
export function readNoteIssue(
  note: Unit,
  text: NoteText,
  selected: readonly Candidate[],
  candidates: readonly Candidate[],
  status: IssueStatus | null,
  { meta, bodyOffset }: Pick<Document, "meta" | "bodyOffset">,
): NoteIssue | null {
  // A note on how an issue stands now tells of that issue, and of nothing else.
  if (selected.some(({ unit }) => unit.directives.has("issue"))) return null;
  const title = readTitle(note.title);
  const apart = selected.filter(isTold);
  const fields = readWholeFields(note, text, status === null).filter(
    ({ labelSpan }) => !apart.some(({ unit }) => labelSpan.start >= unit.span.start && labelSpan.end <= unit.span.end),
  );
  fields.push(...readMetaFields(text, bodyOffset));
  const roles = new Set<string>(fields.map((field) => field.role));
  if (!isOneProblem(note, title.ids.length > 0, roles, selected, candidates, meta)) return null;
  addFallbacks(fields, note, text);
  const candidate = settledCandidate({ unit: note, title, rawTitle: note.title, fields });
  const report = assembleReport(
    {
      id: title.ids[0] ?? metaId(meta) ?? advisoryId(text.text),
      units: [candidate],
      mentions: [],
      elsewhere: [],
      share: null,
    },
    { text, status },
  );
  report.severity ??= readSeverity(String(meta["severity"] ?? meta["priority"] ?? ""));
  return { report, keep: selected.filter((other) => isApart(other, report.id)) };
}

/** A unit that names and explains an issue of its own keeps what stands in it. */
function isTold({ unit, title, roles }: Candidate): boolean {
  return (
    besides.test(unit.title) ||
    title.ids.length > 0 ||
    (title.counter !== null && title.counter.word !== "" && (roles.has("problem") || roles.has("rootCause")))
  );
}

const besides =
  /^[^\p{L}]*(?:parallel|another|separate|related|secondary|additional|second|unrelated) (?:issue|bug|problem|failure)\b/iu;

/** Another id, or a place among what remains open: an issue beside the note's main one. */
function isApart({ title, groups, unit }: Candidate, id: string | null): boolean {
  if (title.ids.length > 0) return !title.ids.includes(id ?? "");
  if (isOfAnalysis({ unit })) return false;
  const aside = [...headingsAbove(unit)].some(({ title: above }) =>
    /\b(related|other|additional|secondary|separate)\b.*\b(issues?|fix(es)?|bugs?|problems?)\b/i.test(above),
  );
  if (besides.test(unit.title)) return true;
  return aside || groups.includes("openIssues") || groups.includes("deferredIssues");
}

function metaId(meta: Record<string, unknown>): string | null {
  const id = meta["id"];
  return typeof id === "string" || typeof id === "number" ? String(id).toUpperCase() : null;
}

/** The one CVE or GHSA that an advisory speaks of; with several the note names none. */
function advisoryId(text: string): string | null {
  const ids = new Set(
    readIdentifiers(text)
      .map(({ id }) => id)
      .filter((id) => /^(CVE|GHSA)-/.test(id)),
  );
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

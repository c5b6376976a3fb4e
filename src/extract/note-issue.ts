/** A note that is wholly about one problem in, that problem out: titled by the note, its sections are the fields. */
import type { IssueReport } from "../model.ts";
import { assembleReport } from "./assemble-report.ts";
import type { Candidate } from "./issue-signals.ts";
import type { NoteText } from "./note-text.ts";
import type { Unit } from "./outline.ts";
import { readFields, type Field } from "./read-fields.ts";
import type { IssueStatus } from "./read-issue-status.ts";
import { readTitle } from "./read-title.ts";
import { sectionKindOf } from "./read-label.ts";

export interface NoteIssue {
  report: IssueReport;
  /** Issues that stand in the note beside its main one. */
  keep: Candidate[];
}

const problemTitle = /\b(bug|bugs|fix|fixes|fixed|hotfix|root cause|rca|failure|failures|failing|issue|incident|outage|post-?mortem|error|errors|crash|regression|vulnerability|cve|flak\w+|race condition|violation|mismatch|missing|broken|timeout|leak|deadlock|hang|problem|defect|investigation|unavailable|degraded|overflow|inconsisten\w+|false positive|不具合|障害|故障|修复|问题|fehler|error(es)?)\b/i;
const collection = /\b(issues|bugs|fixes|failures|problems|session|summary of|status report|progress|handoff|daily|sprint|known issues|triage|lessons|results|complete session|changelog|overview)\b/i;

/** Reads the note as one issue, or null when it is about several things or about none. */
export function readNoteIssue(note: Unit, text: NoteText, selected: readonly Candidate[], status: IssueStatus | null): NoteIssue | null {
  const fields = noteFields(note, text);
  const roles = new Set(fields.map((field) => field.role));
  const explained = Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));
  const named = problemTitle.test(note.title);
  const strong = selected.filter(({ title, roles: own }) => title.ids.length > 0 || (title.counter?.word ?? "") !== "" || Number(own.has("problem")) + Number(own.has("rootCause")) + Number(own.has("fix")) >= 2);
  const single = selected.length === 0 ? (named && explained >= 1) || explained >= 2 : named && !collection.test(note.title) && explained >= 2 && strong.length < 2;
  if (!single) return null;
  const title = readTitle(note.title);
  const candidate: Candidate = {
    unit: note, title, rawTitle: note.title, fields, roles, group: "other", groups: [], ownKind: "other", siblings: [], noteKind: "other", opening: "", score: 0,
  };
  const report = assembleReport({ id: title.ids[0] ?? null, units: [candidate], share: null }, { text, status });
  return { report, keep: [] };
}

/** The fields of the note, its summary standing in for a problem that no label names. */
function noteFields(note: Unit, text: NoteText): Field[] {
  const fields = readFields(note, text.text).filter((field) => field.role !== "status");
  const deeper = note.children.flatMap((child) => (child.kind === "heading" ? readFields(child, text.text).filter((field) => field.form === "heading") : []));
  const all = [...fields, ...deeper];
  if (all.some((field) => field.role === "problem")) return all;
  const summary = note.children.find((child) => child.kind === "heading" && sectionKindOf(child.title) === "summary");
  if (!summary) return all;
  const value = { start: summary.bodyStart, end: summary.children.find(({ kind }) => kind === "heading")?.span.start ?? summary.span.end };
  return [...all, { role: "problem", label: summary.title, labelSpan: summary.head, value, form: "heading" }];
}

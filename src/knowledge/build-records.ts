/** The plan of a record and the notes it names in, the record out, with what merging stumbled over in it. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Issue, Lesson, Session } from "../model.ts";
import { diagnoseContradictions, diagnoseReusedIds } from "./diagnose-merge.ts";
import { mergeIssue } from "./merge-issue.ts";
import type { FoundReport } from "./order-reports.ts";
import type { IssuePlan, LessonPlan, RecordPlan, SessionPlan } from "./plan-base.ts";
import { diagnoseDangling, resolveDocuments } from "./resolve-documents.ts";

export interface BuiltRecord<T extends Issue | Lesson | Session = Issue | Lesson | Session> {
  record: T;
  diagnostics: Diagnostic[];
}

/** What was read from the note of that path. */
export type GetExtraction = (path: string) => Extraction;

/** Relations are filled in later: they depend on all issues. */
export function buildIssue({ slug, reports, lessons }: IssuePlan, get: GetExtraction): BuiltRecord<Issue> {
  const found = reports.map(({ path, index, documents }): FoundReport => {
    const { session, issues } = get(path);
    const report = issues[index]!;
    const documentation = resolveDocuments(report.documentation, path, documents);
    return { path, date: session.date, index, report: { ...report, documentation } };
  });
  const slugOfPath = new Map(reports.map(({ path, session }) => [path, session]));
  const issue = mergeIssue(slug, found, (path) => slugOfPath.get(path)!);
  const diagnostics = [...diagnoseContradictions(found), ...diagnoseReusedIds(found)];
  return { record: { ...issue, lessons: [...lessons] }, diagnostics };
}

export function buildLesson(plan: LessonPlan, get: GetExtraction): BuiltRecord<Lesson> {
  const { slug, path, session, index, issues } = plan;
  const { session: note, lessons } = get(path);
  return { record: { ...lessons[index]!, slug, session, date: note.date, issues: [...issues] }, diagnostics: [] };
}

export function buildSession(plan: SessionPlan, get: GetExtraction): BuiltRecord<Session> {
  const { slug, path, documents, issues, lessons } = plan;
  const { session, source, diagnostics } = get(path);
  return {
    record: {
      ...session,
      documents: resolveDocuments(session.documents, path, documents),
      slug,
      issues: [...issues],
      lessons: [...lessons],
      source,
    },
    diagnostics: [...diagnostics, ...diagnoseDangling(session, documents)],
  };
}

export function buildRecord(plan: RecordPlan, get: GetExtraction): BuiltRecord {
  if (plan.kind === "issue") return buildIssue(plan, get);
  return plan.kind === "lesson" ? buildLesson(plan, get) : buildSession(plan, get);
}

/** The paths of the notes that a record is made of. */
export function notesOfPlan(plan: RecordPlan): string[] {
  return plan.kind === "issue" ? plan.reports.map(({ path }) => path) : [plan.path];
}

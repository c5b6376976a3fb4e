/** What was read from each note in, one knowledge base out: issues with their history, lessons, sessions, files. */
import { usualReading, type ReadingSettings } from "../config.ts";
import type { Extraction, KnowledgeBase } from "../model.ts";
import { buildIssue, buildLesson, buildSession } from "./build-records.ts";
import { collectFiles } from "./collect-files.ts";
import { orderRecords } from "./order-records.ts";
import { planBase } from "./plan-base.ts";
import { describeIssue, relateIssues } from "./relate-issues.ts";
import { summarizeNote } from "./summarize-note.ts";

/** Pure and independent of the order of the notes; a note that is given twice counts once. */
export function mergeRecords(
  extractions: readonly Extraction[],
  { ids: shapes }: ReadingSettings = usualReading,
): KnowledgeBase {
  const notes = new Map(extractions.map((extraction) => [extraction.session.path, extraction]));
  const plan = planBase([...notes.values()].map(summarizeNote), shapes);
  const get = (path: string): Extraction => notes.get(path)!;
  const issues = plan.issues.map((issue) => buildIssue(issue, get));
  const lessons = plan.lessons.map((lesson) => buildLesson(lesson, get));
  const sessions = plan.sessions.map((session) => buildSession(session, get));
  const records = {
    issues: issues.map(({ record }) => record),
    lessons: lessons.map(({ record }) => record),
    sessions: sessions.map(({ record }) => record),
    diagnostics: [...plan.diagnostics, ...[...issues, ...sessions].flatMap(({ diagnostics }) => diagnostics)],
  };
  orderRecords(records);
  const related = relateIssues(records.issues.map(describeIssue));
  for (const issue of records.issues) issue.related = related.get(issue.slug)!;
  return { ...records, files: collectFiles(records.issues) };
}

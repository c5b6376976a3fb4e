/** Two knowledge bases, before and after a change, in; the records that it adds, changes, closes, opens again and removes out. */
import { isDeepStrictEqual } from "node:util";
import { issueFields, openStatuses, type Issue, type KnowledgeBase, type Lesson } from "../model.ts";

export interface IssueChange {
  before: Issue;
  after: Issue;
  /** What differs: "status", "severity", "title", "files", "rootCause" … */
  fields: string[];
  /** Notes that report it now and did not before. */
  reports: number;
}

export interface Comparison {
  added: Issue[];
  /** No longer open: fixed, deferred, not to be fixed. */
  closed: IssueChange[];
  /** Open again. */
  reopened: IssueChange[];
  /** All other changes. */
  changed: IssueChange[];
  removed: Issue[];
  lessons: { added: Lesson[]; removed: Lesson[] };
  /** Paths. */
  notes: { added: string[]; changed: string[]; removed: string[] };
}

/** Issues and lessons are the same where they have the same address. In the order of their titles' addresses. */
export function compareBases(before: KnowledgeBase, after: KnowledgeBase): Comparison {
  const issues = pair(before.issues, after.issues);
  const changes = issues.both.flatMap(([was, is]) => compareIssues(was, is));
  const isOpen = ({ status }: Issue): boolean => openStatuses.has(status);
  const kindOf = (change: IssueChange): "closed" | "reopened" | "changed" =>
    isOpen(change.before) === isOpen(change.after) ? "changed" : isOpen(change.after) ? "reopened" : "closed";
  const byKind = Map.groupBy(changes, kindOf);
  const lessons = pair(before.lessons, after.lessons);
  const noteOf = ({ path, source }: { path: string; source: string }) => ({ slug: path, source });
  const notes = pair(before.sessions.map(noteOf), after.sessions.map(noteOf));
  return {
    added: issues.added,
    closed: byKind.get("closed") ?? [],
    reopened: byKind.get("reopened") ?? [],
    changed: byKind.get("changed") ?? [],
    removed: issues.removed,
    lessons: { added: lessons.added, removed: lessons.removed },
    notes: {
      added: notes.added.map(({ slug }) => slug),
      changed: notes.both.filter(([was, is]) => was.source !== is.source).map(([, { slug }]) => slug),
      removed: notes.removed.map(({ slug }) => slug),
    },
  };
}

interface Paired<T> {
  added: T[];
  both: [before: T, after: T][];
  removed: T[];
}

function pair<T extends { slug: string }>(before: readonly T[], after: readonly T[]): Paired<T> {
  const inOrder = (records: readonly T[]): T[] => records.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const [was, is] = [before, after].map((records) => new Map(records.map((record) => [record.slug, record])));
  return {
    added: inOrder(after.filter(({ slug }) => !was!.has(slug))),
    both: inOrder(after.filter(({ slug }) => was!.has(slug))).map((record) => [was!.get(record.slug)!, record]),
    removed: inOrder(before.filter(({ slug }) => !is!.has(slug))),
  };
}

/** What a reader of the issue sees; where in its note something stands is not compared. */
const compared: Readonly<Record<string, (issue: Issue) => unknown>> = {
  status: ({ status }) => status,
  severity: ({ severity }) => severity,
  title: ({ title }) => title,
  components: ({ components }) => components,
  files: ({ files }) => files,
  code: ({ code }) => code.map(({ role, text }) => [role, text]),
  attempts: ({ attempts }) => attempts.map(({ text }) => text),
  ...Object.fromEntries(issueFields.map((field) => [field, (issue: Issue) => issue[field]?.text ?? null])),
};

function compareIssues(before: Issue, after: Issue): IssueChange[] {
  const fields = Object.entries(compared)
    .filter(([, read]) => !isDeepStrictEqual(read(before), read(after)))
    .map(([field]) => field);
  const reports = after.sessions.filter((session) => !before.sessions.includes(session)).length;
  return fields.length === 0 && reports === 0 ? [] : [{ before, after, fields, reports }];
}

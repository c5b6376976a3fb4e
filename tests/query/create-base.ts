/** A few words about records in, a knowledge base with them out: what is left out is empty. */
import type { Excerpt, Issue, IssueReport, KnowledgeBase, Lesson, Place, Session } from "../../src/model.ts";

const point = { line: 1, column: 1, offset: 0 };
export const nowhere: Place = { start: point, end: point };

export const excerpt = (text: string): Excerpt => ({ markdown: text, text, place: nowhere });

export function createReport(given: Partial<IssueReport> = {}): IssueReport {
  return {
    id: null,
    continues: null,
    title: "Untitled",
    status: "unknown",
    statusText: null,
    severity: null,
    components: [],
    files: [],
    problem: null,
    rootCause: null,
    fix: null,
    verification: null,
    impact: null,
    symptoms: null,
    possibleCauses: null,
    remaining: null,
    nextSteps: null,
    attempts: [],
    code: [],
    timeToFix: null,
    estimate: null,
    commits: [],
    documentation: [],
    place: nowhere,
    evidence: [],
    ...given,
  };
}

export function createIssue(given: Partial<Issue> & { slug: string }): Issue {
  return {
    ...createReport(given),
    sessions: [],
    origin: {},
    firstSeen: null,
    updated: null,
    history: [],
    lessons: [],
    related: [],
    ...given,
  };
}

export function createLesson(given: Partial<Lesson> & { slug: string }): Lesson {
  return {
    kind: "lesson",
    title: "Untitled",
    text: given.body?.text ?? given.title ?? "Untitled",
    body: excerpt(given.title ?? "Untitled"),
    problem: null,
    solution: null,
    pattern: null,
    why: null,
    benefits: null,
    examples: null,
    code: [],
    place: nowhere,
    session: "",
    date: null,
    issues: [],
    ...given,
  };
}

export function createSession(given: Partial<Session> & { slug: string }): Session {
  return {
    path: `${given.slug}.md`,
    title: "Untitled",
    date: null,
    dateFrom: null,
    duration: null,
    branch: null,
    authors: [],
    tags: [],
    components: [],
    status: "unknown",
    statusText: null,
    summary: null,
    metrics: [],
    actions: [],
    commits: [],
    documents: [],
    checklist: [],
    length: 0,
    issues: [],
    lessons: [],
    source: "",
    ...given,
  };
}

/** Fills in what follows from the sessions: each issue's history and the days it was reported on. */
export function createBase(given: Partial<KnowledgeBase>): KnowledgeBase {
  const base: KnowledgeBase = { sessions: [], issues: [], lessons: [], files: [], diagnostics: [], ...given };
  const sessions = new Map(base.sessions.map((session) => [session.slug, session]));
  for (const issue of base.issues) {
    if (issue.history.length > 0) continue;
    issue.history = issue.sessions.map((session) => ({
      session,
      date: sessions.get(session)?.date ?? null,
      report: createReport(),
    }));
    const dates = issue.history.flatMap(({ date }) => date ?? []).sort();
    issue.firstSeen ??= dates[0] ?? null;
    issue.updated ??= dates.at(-1) ?? null;
  }
  return base;
}

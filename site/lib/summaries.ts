/** Records in, the short form that lists are made of out. */
import type { FileEntry, Issue, Lesson, Session } from "./knowledge.ts";
import { fileHref, issueHref, lessonHref, sessionHref } from "./links.ts";

export const issueSummary = (issue: Issue) => ({
  slug: issue.slug,
  id: issue.id,
  title: issue.title,
  status: issue.status,
  severity: issue.severity,
  components: issue.components,
  files: issue.files,
  firstSeen: issue.firstSeen,
  updated: issue.updated,
  sessions: issue.sessions,
  url: issueHref(issue.slug),
});

export const lessonSummary = (lesson: Lesson) => ({
  slug: lesson.slug,
  kind: lesson.kind,
  title: lesson.title,
  text: lesson.text,
  date: lesson.date,
  session: lesson.session,
  issues: lesson.issues,
  url: lessonHref(lesson.slug),
});

export const sessionSummary = (session: Session) => ({
  slug: session.slug,
  path: session.path,
  title: session.title,
  date: session.date,
  dateFrom: session.dateFrom,
  duration: session.duration,
  branch: session.branch,
  authors: session.authors,
  tags: session.tags,
  components: session.components,
  status: session.status,
  issues: session.issues,
  lessons: session.lessons,
  url: sessionHref(session.slug),
});

export const fileSummary = (file: FileEntry) => ({ ...file, url: fileHref(file.slug) });

/** All of an issue; of its reports what they say of its course: their texts stand in the notes. */
export const issueRecord = ({ evidence: _evidence, ...issue }: Issue) => ({
  ...issue,
  url: issueHref(issue.slug),
  history: issue.history.map(({ session, date, report: { title, status, statusText, severity, place } }) => ({
    session,
    date,
    title,
    status,
    statusText,
    severity,
    place,
  })),
});

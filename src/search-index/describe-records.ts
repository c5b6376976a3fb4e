/** The knowledge base in, what its full-text search is to find out: each record with its words, its filters and what is shown of it. */
import { spellLabels } from "../knowledge/spell-labels.ts";
import { issueFields, type Issue, type KnowledgeBase, type Lesson, type Session } from "../model.ts";
import { pagePath } from "../page-path.ts";

export interface SearchRecord {
  /** Address of its page below the base, without a slash at the start. */
  path: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A record whose text is put together when it is asked for: all at once would be more than all notes. */
export interface SearchEntry {
  /** What it is told by, and stays told by: the address of the oldest note, or the path of a file. */
  home: string;
  describe(): SearchRecord;
}

const joinTexts = (texts: readonly (string | null | undefined)[]): string =>
  texts.filter((text) => text !== null && text !== undefined && text.trim() !== "").join("\n");

function describeIssue(issue: Issue, spell: (label: string) => string): SearchRecord {
  const fields = issueFields.map((field) => issue[field]?.text);
  return {
    path: pagePath("issues", issue.slug),
    content: joinTexts([
      issue.id,
      issue.title,
      ...fields,
      ...new Set(issue.files.map(({ path }) => path)),
      ...issue.components,
      ...issue.attempts.map(({ text }) => text),
      ...issue.commits.flatMap(({ hash, message }) => [hash, message]),
      ...issue.code.map(({ text }) => text),
    ]),
    meta: {
      title: issue.title,
      kind: "issue",
      status: issue.status,
      ...(issue.id || issue.files.length > 0
        ? { about: [issue.id, issue.files[0]?.path].filter(Boolean).join(" · ") }
        : {}),
      ...(issue.updated && { date: issue.updated }),
    },
    filters: {
      kind: ["issue"],
      status: [issue.status],
      ...(issue.severity && { severity: [issue.severity] }),
      ...(issue.components.length > 0 && { component: [...new Set(issue.components.map(spell))] }),
    },
  };
}

function describeLesson(lesson: Lesson): SearchRecord {
  return {
    path: pagePath("lessons", lesson.slug),
    content: joinTexts([lesson.title, lesson.text, lesson.body.text, ...lesson.code.map(({ text }) => text)]),
    meta: { title: lesson.title, kind: "lesson", ...(lesson.date && { date: lesson.date }) },
    filters: { kind: ["lesson"] },
  };
}

function describeSession(session: Session): SearchRecord {
  return {
    path: pagePath("sessions", session.slug),
    content: joinTexts([session.title, session.path, session.branch, session.source]),
    meta: {
      title: session.title,
      kind: "session",
      about: session.path,
      status: session.status,
      ...(session.date && { date: session.date }),
    },
    filters: { kind: ["session"], status: [session.status] },
  };
}

const describeFile = (path: string, slug: string): SearchRecord => ({
  path: pagePath("files", slug),
  content: path,
  meta: { title: path, kind: "file" },
  filters: { kind: ["file"] },
});

/** In the order of the base: where nothing else decides, results are in it too. */
export function describeRecords({ issues, lessons, files, sessions }: KnowledgeBase): SearchEntry[] {
  const spell = spellLabels(issues.map(({ components }) => components));
  return [
    ...issues.map((issue) => ({ home: issue.sessions[0] ?? issue.slug, describe: () => describeIssue(issue, spell) })),
    ...lessons.map((lesson) => ({ home: lesson.session, describe: () => describeLesson(lesson) })),
    ...files.map(({ path, slug }) => ({ home: path, describe: () => describeFile(path, slug) })),
    ...sessions.map((session) => ({ home: session.slug, describe: () => describeSession(session) })),
  ];
}

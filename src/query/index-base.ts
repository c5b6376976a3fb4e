/** A knowledge base in, ways to find its records by address out. Made once a base, kept as long as the base is. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";

export interface BaseIndex {
  base: KnowledgeBase;
  issues: ReadonlyMap<string, Issue>;
  lessons: ReadonlyMap<string, Lesson>;
  sessions: ReadonlyMap<string, Session>;
  /** The notes that report an issue or hold a lesson, as sessions. */
  notesOf(record: Issue | Lesson): Session[];
}

const indexes = new WeakMap<KnowledgeBase, BaseIndex>();

export function indexBase(base: KnowledgeBase): BaseIndex {
  const known = indexes.get(base);
  if (known !== undefined) return known;
  const sessions = new Map(
    base.sessions.flatMap((session) => [[session.path, session] as const, [session.slug, session] as const]),
  );
  const index: BaseIndex = {
    base,
    sessions,
    issues: new Map(base.issues.map((issue) => [issue.slug, issue])),
    lessons: new Map(base.lessons.map((lesson) => [lesson.slug, lesson])),
    notesOf: (record) =>
      ("session" in record ? [record.session] : record.sessions).flatMap((slug) => sessions.get(slug) ?? []),
  };
  indexes.set(base, index);
  return index;
}

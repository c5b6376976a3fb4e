/** The path of a source file in, what the base knows of it out: open issues, past ones, lessons. */
import { openStatuses, type Issue, type KnowledgeBase, type Lesson } from "../model.ts";
import { matchPath } from "../query/index.ts";

export interface FileKnowledge {
  path: string;
  /** Most recent first. */
  open: Issue[];
  closed: Issue[];
  /** Of the issues above: those that name the file before the others, lessons before insights. */
  lessons: Lesson[];
}

/** A note may name a file by its last segments, a user by a longer path than the note: either may be the end of the other. */
function isSameFile(wanted: string, named: string): boolean {
  return matchPath(wanted, named) || `/${wanted.toLowerCase()}`.endsWith(`/${named.toLowerCase()}`);
}

export function knowFile(path: string, base: KnowledgeBase): FileKnowledge {
  const wanted = path.replaceAll("\\", "/");
  const issues = base.issues.filter(({ files }) => files.some((file) => isSameFile(wanted, file.path)));
  const name = wanted.toLowerCase().replace(/^.*\/(?=.)/, "");
  // The sort is stable: within the same worth, the newest stays first.
  const worth = ({ text, kind }: Lesson): number =>
    (text.toLowerCase().includes(name) ? 2 : 0) + (kind === "lesson" ? 1 : 0);
  const slugs = new Set(issues.map(({ slug }) => slug));
  return {
    path,
    open: issues.filter(({ status }) => openStatuses.has(status)),
    closed: issues.filter(({ status }) => !openStatuses.has(status)),
    lessons: base.lessons
      .filter((lesson) => lesson.issues.some((slug) => slugs.has(slug)))
      .sort((a, b) => worth(b) - worth(a)),
  };
}

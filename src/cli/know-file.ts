/** The path of a source file in, what the base knows of it out: open issues, past ones, lessons. */
import { openStatuses, type Issue, type KnowledgeBase, type Lesson } from "../model.ts";
import { matchPath } from "../query/index.ts";

export interface FileKnowledge {
  path: string;
  /** Those that name the whole path before those that name the file alone, then the most recent first. */
  open: Issue[];
  closed: Issue[];
  /** Of the issues above: those that name the file before the others, lessons before insights. */
  lessons: Lesson[];
}

/** A note may name a file by its last segments, a user by a longer path than the note: either may be the end of the other. */
export function isSameFile(path: string, named: string): boolean {
  const wanted = path.replaceAll("\\", "/");
  return matchPath(wanted, named) || `/${wanted.toLowerCase()}`.endsWith(`/${named.toLowerCase()}`);
}

export function knowFile(path: string, base: KnowledgeBase): FileKnowledge {
  const wanted = path.replaceAll("\\", "/");
  const named = (issue: Issue): string[] =>
    issue.files.filter((file) => isSameFile(path, file.path)).map((file) => file.path);
  // A bare name can be another file of that name: what names the path as well comes first.
  const isSure = (issue: Issue): boolean => !wanted.includes("/") || named(issue).some((name) => name.includes("/"));
  const issues = base.issues
    .filter((issue) => named(issue).length > 0)
    .sort((a, b) => Number(isSure(b)) - Number(isSure(a)));
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

/** The lessons and issues of one note in, which lesson belongs to which issue out. */
import { foldId } from "./fold-id.ts";

/** An issue of the note: its address, and its identifier where it has one. */
export interface NoteIssue {
  slug: string;
  id: string | null;
}

/**
 * A lesson belongs to the issues of its note that it names; where it names none and the note has just one issue, to
 * that one. `elsewhere` gives the issue of another note that has a distinctive identifier.
 */
export function linkLesson(
  lesson: { issues: readonly string[] },
  issues: readonly NoteIssue[],
  elsewhere: (id: string) => string | null,
): string[] {
  const named = lesson.issues.flatMap((name) => {
    const id = foldId(name);
    const here = issues.filter((issue) => issue.id !== null && foldId(issue.id) === id).map(({ slug }) => slug);
    return here.length > 0 ? here : (elsewhere(id) ?? []);
  });
  const only = new Set(issues.map(({ slug }) => slug));
  return [...new Set(named.length === 0 && only.size === 1 ? only : named)];
}

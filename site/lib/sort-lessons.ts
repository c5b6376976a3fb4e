/** The base in, its lessons out in the order to read them: lessons before insights, what is told most and has most issues behind it first. */
import { site, type Lesson } from "./knowledge.ts";
import { notesTelling } from "./recurring-lessons.ts";

export function sortLessons(): Lesson[] {
  const rank = (lesson: Lesson): number => (lesson.kind === "lesson" ? 0 : 1);
  return [...site().knowledge.lessons].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      notesTelling(b) - notesTelling(a) ||
      b.issues.length - a.issues.length ||
      (b.date ?? "").localeCompare(a.date ?? "") ||
      a.slug.localeCompare(b.slug, "en"),
  );
}

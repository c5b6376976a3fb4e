/** The base in, its lessons out in the order to read them: lessons before insights, those with most issues behind them first. */
import { site, type Lesson } from "./knowledge.ts";

export function sortLessons(): Lesson[] {
  const rank = (lesson: Lesson): number => (lesson.kind === "lesson" ? 0 : 1);
  return [...site().knowledge.lessons].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.issues.length - a.issues.length ||
      (b.date ?? "").localeCompare(a.date ?? "") ||
      a.slug.localeCompare(b.slug, "en"),
  );
}

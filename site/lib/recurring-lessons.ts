/** The base in, lessons that several notes tell in nearly the same words out, the most told first. */
import { door, lookup, titleWords, type Lesson } from "./knowledge.ts";
import { onceABase, oncePer } from "./once-per.ts";

export interface RecurringLesson {
  /** As it was told last. */
  lesson: Lesson;
  /** All of them, that one too, in the order of the base. */
  told: Lesson[];
  notes: number;
}

/** Two words are the least that say something: "Test" alone is told everywhere. */
const keyOf = oncePer(({ title }: Lesson): string | null => {
  const words = [...titleWords(title)];
  return words.length < 2 ? null : words.sort().join(" ");
});

const byKey = onceABase(({ lessons }): Map<string, RecurringLesson> => {
  const groups = Map.groupBy(lessons, keyOf);
  const recurring = new Map<string, RecurringLesson>();
  for (const [key, told] of groups) {
    const notes = new Set(told.map(({ session }) => session)).size;
    if (key === null || notes < 2) continue;
    const lesson = told.reduce((last, next) => ((next.date ?? "") > (last.date ?? "") ? next : last));
    recurring.set(key, { lesson, told, notes });
  }
  return recurring;
});

export const recurringLessons = (): RecurringLesson[] =>
  [...byKey().values()].sort(
    (a, b) =>
      b.notes - a.notes ||
      (b.lesson.date ?? "").localeCompare(a.lesson.date ?? "") ||
      a.lesson.slug.localeCompare(b.lesson.slug, "en"),
  );

/** The same lesson as other notes tell it. */
export const toldElsewhere = door("told elsewhere", (slug): Lesson[] => {
  const lesson = lookup().lessons.get(slug);
  const told = (lesson && byKey().get(keyOf(lesson) ?? "")?.told) ?? [];
  return told.filter(({ session }) => session !== lesson?.session);
});

/** Of lessons in nearly the same words, the last stands for all of them in lists. */
export const isToldLast = (lesson: Lesson): boolean => (byKey().get(keyOf(lesson) ?? "")?.lesson ?? lesson) === lesson;

export const notesTelling = (lesson: Lesson): number => byKey().get(keyOf(lesson) ?? "")?.notes ?? 1;

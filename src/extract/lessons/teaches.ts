/** A unit in, whether its title says that it teaches out: a section of lessons or insights, or one lesson itself. */
import type { LessonReport } from "../../model.ts";
import type { Unit } from "../layout/unit.ts";
import { walkUnits } from "../layout/walk-units.ts";
import { sectionKindOf } from "../words/read-label.ts";

export type Kind = LessonReport["kind"];

export const isHead = ({ kind }: Unit): boolean => kind === "heading" || kind === "bold";

export const lessonNote =
  /(?<![a-z])(?:lessons?|learnings|takeaways|leçons|lecciones|lições)(?![a-z])|教训|経験|教訓|урок|выводы|교훈/i;

/** "Insight #2: verify before you recommend" is a lesson itself, wherever it stands. */
export const numberedLesson =
  /^(?:key |critical )?(lesson|insight|learning|takeaway)s?(?: learned)?\s*#?\d{1,2}\s*[:.)\-–—]\s*\S/i;

export function teaches(unit: Unit): Kind | null {
  const kind = sectionKindOf(unit.title);
  return kind === "lessons" ? "lesson" : kind === "insights" ? "insight" : null;
}

/** Whether a section somewhere below teaches. */
export function holdsTeaching(unit: Unit): boolean {
  return [...walkUnits(unit)].some((inner) => isHead(inner) && teaches(inner) !== null);
}

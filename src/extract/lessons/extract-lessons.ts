/** The outline of a note in, the lessons that it states out: the top items of the sections that teach. */
import type { LessonReport } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import { readFields } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import { stripDecoration } from "../words/read-label.ts";
import { cleanTitle, lineUnit, readLesson } from "./read-lesson.ts";
import { holdsLessons, readSection } from "./read-section.ts";
import { holdsTeaching, isHead, lessonNote, numberedLesson, teaches } from "./teaches.ts";

/** Finds every section of lessons or insights and reads its items; a section inside one decides for itself. */
export function extractLessons(note: Unit, text: NoteText): LessonReport[] {
  // An empty heading above: what it says itself is all there is to call it by.
  return lessonsOf(note, text)
    .map((lesson) => ({
      ...lesson,
      title: lesson.title || cleanTitle(lesson.text.split("\n", 1)[0] ?? "").slice(0, 120),
    }))
    .filter(({ title }) => title !== "");
}

function lessonsOf(note: Unit, text: NoteText): LessonReport[] {
  const kind = teaches(note);
  const heads = note.children.filter(isHead);
  const sections = heads.filter((head) => teaches(head) !== null && !holdsLessons(head, text));
  if (!kind || !lessonNote.test(note.title) || sections.length * 2 >= heads.length) return lessonsWithin(note, text);
  // "# Lessons Learned": every section of such a note teaches, but for those that only hold one that does.
  const holders = new Set(heads.filter((head) => teaches(head) === null && holdsTeaching(head)));
  const taught = readSection({ ...note, children: note.children.filter((child) => !holders.has(child)) }, kind, text);
  return [...taught, ...[...holders].flatMap((holder) => lessonsWithin(holder, text))].sort(
    (a, b) => a.place.start.offset - b.place.start.offset,
  );
}

function lessonsWithin(unit: Unit, text: NoteText): LessonReport[] {
  const lessons = labelledLessons(unit, text);
  for (const child of unit.children) {
    if (child.kind === "item") lessons.push(...labelledLessons(child, text));
    // An issue may well be called "Lessons are lost".
    if (!isHead(child) || child.directives.has("issue")) continue;
    const numbered = numberedLesson.exec(stripDecoration(child.title));
    const kind = teaches(child);
    if (numbered) lessons.push(readLesson(child, /insight/i.test(numbered[1] ?? "") ? "insight" : "lesson", text));
    else if (kind) lessons.push(...readSection(child, kind, text));
    else lessons.push(...lessonsWithin(child, text));
  }
  return lessons;
}

/** "Learning" and "takeaway" may also be what one try of many showed. */
const lessonLabel = /\blessons?\b|leçon|lección|lição|教训|教訓/i;

/** "**Lesson**: …" among the fields of an issue. */
function labelledLessons(unit: Unit, text: NoteText): LessonReport[] {
  const children = unit.children.filter(isHead);
  const end = children[0]?.span.start ?? unit.span.end;
  return readFields(unit, text.text)
    .filter(({ role, label, form, labelSpan }) => {
      const isOwn = labelSpan.start >= unit.bodyStart && labelSpan.start < end;
      return role === "lesson" && (form === "bold" || form === "plain") && isOwn && lessonLabel.test(label);
    })
    .map(({ value }) => text.trim(value))
    .filter((span) => span.end - span.start > 20)
    .map((span) => readLesson(lineUnit(unit, span, span, text), "lesson", text));
}

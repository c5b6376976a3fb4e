/** The outline of a note in, the lessons that it states out: the top items of the sections that teach. */
import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { LessonReport } from "../model.ts";
import { collectCode, readCodeExamples } from "./issues/code-examples.ts";
import type { NoteText } from "./layout/note-text.ts";
import { spanOf, type Span } from "./layout/note-text.ts";

import type { Unit } from "./layout/unit.ts";
import { readFields, type Field } from "./layout/read-fields.ts";
import type { SectionKind } from "./words/lexicon.ts";
import { readIdentifiers } from "./words/read-identifiers.ts";
import { sectionKindOf, stripDecoration, roleOf } from "./words/read-label.ts";
import { nodesOf } from "./layout/walk-units.ts";

type Kind = LessonReport["kind"];

/** Finds every section of lessons or insights and reads its items; a section inside one decides for itself. */
export function extractLessons(note: Unit, text: NoteText): LessonReport[] {
  const lessons: LessonReport[] = [];
  const visit = (unit: Unit): void => {
    for (const child of unit.children) {
      if (child.kind !== "heading" && child.kind !== "bold") continue;
      // An issue may well be called "Lessons are lost".
      if (child.directives.has("issue")) continue;
      const numbered = numberedLesson.exec(stripDecoration(child.title));
      const kind = teaches(child);
      if (numbered) lessons.push(readLesson(child, /insight/i.test(numbered[1] ?? "") ? "insight" : "lesson", text));
      else if (kind) lessons.push(...readSection(child, kind, text));
      else visit(child);
    }
  };
  // "# Lessons Learned": every section of such a note teaches.
  const kind = teaches(note);
  const heads = note.children.filter(isHead);
  if (kind && lessonNote.test(note.title) && heads.filter(teaches).length * 2 < heads.length)
    lessons.push(...readSection(note, kind, text));
  else visit(note);
  // An empty heading above: what it says itself is all there is to call it by.
  return lessons
    .map((lesson) => ({
      ...lesson,
      title: lesson.title || cleanTitle(lesson.text.split("\n", 1)[0] ?? "").slice(0, 120),
    }))
    .filter(({ title }) => title !== "");
}

/** Sections that a note of lessons has beside them. */
const general: ReadonlySet<SectionKind> = new Set([
  "summary",
  "metrics",
  "checklist",
  "actions",
  "documents",
  "files",
  "commits",
]);

/** "Success criteria" is such a section, "Metrics that nobody reads are noise" a lesson. */
function isGeneral(title: string): boolean {
  return general.has(sectionKindOf(title)) && stripDecoration(title).split(/\s+/).length <= 4;
}

const lessonNote = /\b(lessons?|learnings|takeaways|leçons|lecciones|lições)\b|教训|経験|教訓/i;

const isHead = ({ kind }: Unit): boolean => kind === "heading" || kind === "bold";

/** "Insight #2: verify before you recommend" is a lesson itself, wherever it stands. */
const numberedLesson =
  /^(?:key |critical )?(lesson|insight|learning|takeaway)s?(?: learned)?\s*#?\d{1,2}\s*[:.)\-–—]\s*\S/i;

function teaches(unit: Unit): Kind | null {
  const kind = sectionKindOf(unit.title);
  return kind === "lessons" ? "lesson" : kind === "insights" ? "insight" : null;
}

/** The items of a section at their top level: sub-headings, else bold lines, else list items, else its paragraphs. */
function readSection(section: Unit, kind: Kind, text: NoteText): LessonReport[] {
  const headings = section.children.filter(
    (child) => (child.kind === "heading" || child.kind === "bold") && isTaught(child),
  );
  const items = section.children.filter((child) => child.kind === "item");
  if (headings.length === 0 && items.length === 0) return paragraphsOf(section, kind, text);
  const lessons = items
    .filter((item) => teachesSomething(item, text))
    .map((item) => readLesson(item, kindOfItem(item, kind), text));
  for (const heading of headings) {
    const own = teaches(heading);
    if (section.kind === "note" && own === null && isGeneral(heading.title)) continue;
    if (
      /\bfuture (improvements?|work|actions?|enhancements?|steps?|considerations?)\b|\bnext (steps?|actions?)\b|\baction items?\b|\bquestions?\b|\?$/i.test(
        heading.title,
      ) &&
      own === null
    )
      continue;
    if (isCategory(heading, own, text)) lessons.push(...readSection(heading, own ?? kind, text));
    else lessons.push(readLesson(heading, kind, text));
  }
  return lessons;
}

/** Labels inside a section of lessons belong to its lessons; "Why this happened" among insights is a list of them. */
function isTaught(unit: Unit): boolean {
  const role = roleOf(unit.title);
  const listed = unit.kind === "heading" && unit.children.filter(({ kind }) => kind === "item").length >= 2;
  return role === null || role === "rootCause" || listed || teaches(unit) !== null;
}

/** "What worked well" and "For developers" hold lessons in a list; "1. Filter early" and a heading with prose are one. */
function isCategory(heading: Unit, own: Kind | null, text: NoteText): boolean {
  const title = stripDecoration(heading.title);
  if (/^\d/.test(title) || numberedLesson.test(title)) return false;
  const first = heading.blocks[0];
  const marked = first?.type === "paragraph" && markedLines(spanOf(first), text).length > 1;
  if (heading.children.length === 0) return own !== null && marked;
  if (own !== null) return true;
  const listed = heading.children.filter((child) => child.kind === "item");
  const labelled = heading.children.filter((child) => child.kind === "bold" && isCategory(child, null, text));
  return (
    (listed.length >= 2 || labelled.length > 0) &&
    heading.blocks.every((block) => block.type === "list" || introduces(block)) &&
    listed.length + labelled.length === heading.children.length
  );
}

/** "All services must:" before a list. */
function introduces(block: RootContent): boolean {
  return block.type === "paragraph" && /[:：]\s*$/.test(toString(block));
}

/** An item may call itself a lesson among insights. */
function kindOfItem(item: Unit, kind: Kind): Kind {
  return /^\W*(critical |key |main )?lessons?( learned)?\b/i.test(item.title) ? "lesson" : kind;
}

/** A section of prose alone is one lesson, opened by its first sentence. */
function paragraphsOf(section: Unit, kind: Kind, text: NoteText): LessonReport[] {
  const first = section.blocks.find((block) => block.type === "paragraph" || block.type === "blockquote");
  if (!first) return [];
  const lines = markedLines(spanOf(first), text);
  if (lines.length > 1) return lines.map((span) => readLesson(lineUnit(section, span, span, text), kind, text));
  const last = section.blocks.at(-1);
  const span = { start: spanOf(first).start, end: last ? spanOf(last).end : section.span.end };
  return [readLesson(lineUnit(section, spanOf(first), span, text), kind, text)];
}

/** A unit out of prose: titled by its first sentence. */
function lineUnit(section: Unit, head: Span, span: Span, text: NoteText): Unit {
  const title =
    text
      .plain(head)
      .replace(/\s+/g, " ")
      .split(/(?<=[.!?。])\s/, 1)[0] ?? "";
  return { ...section, kind: "item", title, head, span, bodyStart: span.start, blocks: [], children: [], lead: false };
}

/** The lines of a paragraph when each opens with a mark, as a list without bullets does; else none. */
function markedLines({ start, end }: Span, text: NoteText): Span[] {
  const spans: Span[] = [];
  let offset = start;
  for (const line of text.text.slice(start, end).split("\n")) {
    if (!/^\s*[\p{Extended_Pictographic}✓✔✗✘]/u.test(line)) return [];
    spans.push(text.trim({ start: offset, end: offset + line.length }));
    offset += line.length + 1;
  }
  return spans;
}

/** Names, questions and labelled facts ("File: …") in a list of lessons are none. */
function teachesSomething(item: Unit, text: NoteText): boolean {
  const words = text.plain(itemContent(item)).trim();
  const label = /^([^:\n]{2,30}):\s/.exec(words)?.[1];
  if (
    label !== undefined &&
    label.split(" ").length <= 2 &&
    roleOf(label) !== null &&
    !/lesson|pattern|practice|rule|prevention/i.test(label)
  )
    return false;
  return !/\?\s*$/.test(words) && (/\s\S+\s/.test(words) || /[\p{sc=Han}\p{sc=Hiragana}]/u.test(words));
}

function readLesson(unit: Unit, kind: Kind, text: NoteText): LessonReport {
  const body = text.excerpt(unit.kind === "item" ? itemContent(unit) : unit.span);
  const fields = readFields(unit, text.text);
  const pick = (...roles: string[]) => {
    const field: Field | undefined = fields.find(({ role }) => roles.includes(role));
    return field ? text.excerpt(field.value) : null;
  };
  return {
    kind,
    title: cleanTitle(unit.title),
    text: body.text,
    body,
    problem: pick("problem"),
    solution: pick("fix", "lesson"),
    pattern: pick("pattern"),
    why: pick("why", "rootCause"),
    benefits: pick("benefits", "impact"),
    examples: pick("examples"),
    code: collectCode(nodesOf(unit)).flatMap((code) => readCodeExamples(code, text, "")),
    issues: [...new Set(readIdentifiers(body.text).map(({ id }) => id))],
    place: text.place(unit.span),
  };
}

/** An item without its bullet and task mark. */
function itemContent(unit: Unit) {
  const first = unit.blocks[0];
  return { start: first ? spanOf(first).start : unit.span.start, end: unit.span.end };
}

function cleanTitle(title: string): string {
  return stripDecoration(title)
    .replace(
      /^(?:(?:key )?(?:lesson|insight|takeaway|learning|pattern)s?(?: learned)?)?\s*#?\d{1,2}\s*[.):\-–—]\s*/i,
      "",
    )
    .replace(/(?<![\s:])[\s:]+$/, "")
    .trim();
}

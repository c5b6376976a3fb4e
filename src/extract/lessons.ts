/** The outline of a note in, the lessons that it states out: the top items of the sections that teach. */
import type { LessonReport } from "../model.ts";
import { collectCode, readCodeExamples } from "./code-examples.ts";
import type { NoteText } from "./note-text.ts";
import { spanOf } from "./note-text.ts";
import type { Unit } from "./outline.ts";
import { readFields, type Field } from "./read-fields.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { sectionKindOf, stripDecoration, roleOf } from "./read-label.ts";
import { nodesOf } from "./assemble-report.ts";

type Kind = LessonReport["kind"];

/** Finds every section of lessons or insights and reads its items; a section inside one decides for itself. */
export function extractLessons(note: Unit, text: NoteText): LessonReport[] {
  const lessons: LessonReport[] = [];
  const visit = (unit: Unit): void => {
    for (const child of unit.children) {
      if (child.kind !== "heading" && child.kind !== "bold") continue;
      const kind = teaches(child);
      if (kind) lessons.push(...readSection(child, kind, text));
      else visit(child);
    }
  };
  visit(note);
  return lessons;
}

function teaches(unit: Unit): Kind | null {
  const kind = sectionKindOf(unit.title);
  return kind === "lessons" ? "lesson" : kind === "insights" ? "insight" : null;
}

/** The items of a section at their top level: sub-headings, else bold lines, else list items, else its paragraphs. */
function readSection(section: Unit, kind: Kind, text: NoteText): LessonReport[] {
  const headings = section.children.filter((child) => (child.kind === "heading" || child.kind === "bold") && roleOf(child.title) === null);
  const items = section.children.filter((child) => child.kind === "item");
  if (headings.length === 0 && items.length === 0) return paragraphsOf(section, kind, text);
  const lessons = items.map((item) => readLesson(item, kind, text));
  for (const heading of headings) {
    const own = teaches(heading);
    // "What worked well" and "Patterns discovered" are sections of items themselves, "1. Filter early" is an item.
    const isSection = own !== null && !/^\d/.test(stripDecoration(heading.title)) && heading.children.length > 0;
    if (isSection) lessons.push(...readSection(heading, own, text));
    else lessons.push(readLesson(heading, kind, text));
  }
  return lessons;
}

function paragraphsOf(section: Unit, kind: Kind, text: NoteText): LessonReport[] {
  return section.blocks
    .filter((block) => block.type === "paragraph" || block.type === "blockquote")
    .map((block) => {
      const span = spanOf(block);
      const unit: Unit = { ...section, kind: "item", title: text.plain(span).split("\n", 1)[0] ?? "", head: span, span, bodyStart: span.start, blocks: [block], children: [], lead: false };
      return readLesson(unit, kind, text);
    })
    .filter(({ text: words }) => !/:\s*$/.test(words));
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
  return stripDecoration(title).replace(/^(?:lesson|insight|takeaway|learning|pattern)?\s*#?\d{1,2}\s*[.):\-–—]\s*/i, "").replace(/[\s:]+$/, "").trim();
}

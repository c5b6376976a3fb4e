/** A unit in, the lesson that it states out: its title, its text, and what its labels say. */
import type { LessonReport } from "../../model.ts";
import { collectCode, readCodeExamples } from "../issues/code-examples.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import { readFields, type Field } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import { nodesOf } from "../layout/walk-units.ts";
import { readIdentifiers } from "../words/read-identifiers.ts";
import { stripDecoration } from "../words/read-label.ts";
import type { Kind } from "./teaches.ts";

export function readLesson(unit: Unit, kind: Kind, text: NoteText): LessonReport {
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
export function itemContent(unit: Unit) {
  const first = unit.blocks[0];
  return { start: first ? spanOf(first).start : unit.span.start, end: unit.span.end };
}

export function cleanTitle(title: string): string {
  return stripDecoration(title)
    .replace(
      /^(?:(?:key )?(?:lesson|insight|takeaway|learning|pattern|finding|observation|principle|practice)s?(?: learned)?)?\s*#?\d{1,2}\s*(?:[.):]|[-–—](?=\s))\s*/i,
      "",
    )
    .replace(/(?<![\s:])[\s:]+$/, "")
    .trim();
}

/** A unit out of prose: titled by its first sentence. */
export function lineUnit(section: Unit, head: Span, span: Span, text: NoteText): Unit {
  const title =
    text
      .plain(head)
      .replace(/\s+/g, " ")
      .split(/(?<=[.!?。])\s/, 1)[0] ?? "";
  return { ...section, kind: "item", title, head, span, bodyStart: span.start, blocks: [], children: [], lead: false };
}

/** A note that is one problem in, its fields out: labelled anywhere, else told by a section, else by a sentence. */
import type { RootContent } from "mdast";
import { findSentence } from "./find-sentence.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import { readFields, type Field } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import type { Role, SectionKind } from "../words/lexicon.ts";
import { roleOf, sectionKindOf } from "../words/read-label.ts";

const elsewhere: ReadonlySet<SectionKind> = new Set([
  "lessons",
  "insights",
  "options",
  "hypotheses",
  "actions",
  "attempts",
  "documents",
  "commits",
  "checklist",
]);

/** The fields of the note wherever they stand: those of its own sections first, then those of sections within sections. */
export function readWholeFields(note: Unit, text: NoteText, withStatus: boolean): Field[] {
  const isWanted = (field: Field): boolean => (withStatus || field.role !== "status") && isFilled(field);
  const own = readFields(note, text.text).filter(isWanted);
  const deeper: Field[] = [];
  const visit = (unit: Unit): void => {
    for (const child of unit.children) {
      if ((child.kind !== "heading" && child.kind !== "bold") || elsewhere.has(sectionKindOf(child.title))) continue;
      if (roleOf(child.title) === null || unit !== note) deeper.push(...readFields(child, text.text).filter(isWanted));
      visit(child);
    }
  };
  visit(note);
  return [...own, ...deeper];
}

function isFilled(field: Field): boolean {
  return field.value.end - field.value.start > 3;
}

/** Sections that answer without carrying the label itself: "TDD GREEN: fix implementation", "What we found". */
const kindOfRole: readonly (readonly [Role, RegExp])[] = [
  ["rootCause", /\broot cause|\bwhy\b|\bcause\b|原因|根因/i],
  ["fix", /\b(fix(es|ed)?|solution|resolution|implementation|changes|what actually)\b|修复|解决|修正/i],
  ["verification", /\b(verif\w+|validat\w+|test(ing)? results?|results?|evidence|impact of fix|proof)\b|验证|検証/i],
  [
    "problem",
    /\b(problem|issue|bug|symptoms?|what happened|the error|observation|vulnerability|timeline|background|summary|overview)\b|问题|概要/i,
  ],
];

/** A role that no label names is read from the section whose heading speaks of it, the problem else from the opening prose. */
export function addFallbacks(fields: Field[], note: Unit, text: NoteText): void {
  for (const [role, pattern] of kindOfRole) {
    if (fields.some((field) => field.role === role)) continue;
    const section = note.children.find(
      (child) => child.kind === "heading" && pattern.test(child.title) && !elsewhere.has(sectionKindOf(child.title)),
    );
    const value = section ? proseOf(section, text) : null;
    if (section && value) fields.push({ role, label: section.title, labelSpan: section.head, value, form: "heading" });
  }
  if (!fields.some((field) => field.role === "problem")) addOpeningProse(fields, note, text);
  addSentences(fields, note, text);
}

function addOpeningProse(fields: Field[], note: Unit, text: NoteText): void {
  const first = note.children.find(({ kind }) => kind === "heading" || kind === "bold" || kind === "footer");
  const prose = note.blocks.find(
    (block) =>
      block.type === "paragraph" &&
      !fields.some(({ value }) => isWithin(value, spanOf(block))) &&
      !/^[^\n:]{1,30}:\s/.test(text.plain(spanOf(block))),
  );
  if (!prose) return;
  const value = text.trim({ start: spanOf(prose).start, end: first?.span.start ?? note.span.end });
  if (value.end - value.start > 20)
    fields.push({ role: "problem", label: "opening prose", labelSpan: note.head, value, form: "plain" });
}

/** What no section is for, a sentence of the prose may state outright. */
function addSentences(fields: Field[], note: Unit, text: NoteText): void {
  const spans = proseIn(note).map(spanOf);
  for (const role of ["rootCause", "fix", "verification"] as const) {
    if (fields.some((field) => field.role === role)) continue;
    const sentence = findSentence(spans, role, text);
    if (sentence) fields.push({ role, label: "sentence", labelSpan: sentence, value: sentence, form: "plain" });
  }
}

/** Paragraphs and lists of the note and of the sections that speak of its matter. */
function proseIn(unit: Unit): RootContent[] {
  const inside = unit.children.filter(
    ({ kind, title }) => (kind === "heading" || kind === "bold") && !elsewhere.has(sectionKindOf(title)),
  );
  return [...unit.blocks.filter(({ type }) => type === "paragraph" || type === "list"), ...inside.flatMap(proseIn)];
}

/** A section without the header lines ("Status: …") it may open with; null when there is nothing else. */
function proseOf(section: Unit, text: NoteText): Span | null {
  const first = section.blocks.find(
    (block) => block.type !== "paragraph" || !/^[^\n:]{1,30}:\s/.test(text.plain(spanOf(block))),
  );
  const inside = section.children.find(({ kind }) => kind === "heading" || kind === "bold");
  const start = first ? spanOf(first).start : inside?.span.start;
  return start === undefined ? null : { start: Math.min(start, inside?.span.start ?? start), end: section.span.end };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

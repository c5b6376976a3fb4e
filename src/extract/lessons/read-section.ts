/** A section that teaches in, its lessons out: the items at its top level, else its paragraphs. */
import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { LessonReport } from "../../model.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import { readFields } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import type { SectionKind } from "../words/lexicon.ts";
import { roleOf, sectionKindOf, stripDecoration } from "../words/read-label.ts";
import { itemContent, lineUnit, readLesson } from "./read-lesson.ts";
import { isHead, teaches, type Kind } from "./teaches.ts";

/** The items of a section at their top level: sub-headings, else bold lines, else list items, else its paragraphs. */
export function readSection(section: Unit, kind: Kind, text: NoteText): LessonReport[] {
  const taught = upToRule(section, text);
  const headings = taught.filter((child) => isHead(child) && isTaught(child));
  const items = taught.filter((child) => child.kind === "item");
  if ((headings.length === 0 && items.length === 0) || isOneLesson(section)) return paragraphsOf(section, kind, text);
  // Where most items are called by a word of their own ("Naming: …"), one that is called "Documentation" is no field.
  const labels = items.map((item) => labelOf(item, text));
  const isTopical = labels.filter((label) => label !== null && roleOf(label) === null).length * 2 >= items.length;
  const lessons = items
    .filter((item) => teachesSomething(item, isTopical, text))
    .map((item) => readLesson(item, kindOfItem(item, kind), text));
  for (const heading of headings) {
    const own = teaches(heading);
    if (section.kind === "note" && own === null && isGeneral(heading.title) && !holdsLessons(heading, text)) continue;
    if (
      /\bfuture (improvements?|work|actions?|enhancements?|steps?|considerations?)\b|\bplanning\W*$|\bnext (steps?|actions?)\b|\baction items?\b|\bquestions\b|\?$/i.test(
        heading.title,
      ) &&
      own === null
    )
      continue;
    // "Insights on tools" in a note of lessons is a topic of theirs.
    const inner = section.kind === "note" && holdsLessons(heading, text) ? kind : (own ?? kind);
    if (isCategory(heading, own, text)) lessons.push(...readSection(heading, inner, text));
    else lessons.push(readLesson(heading, kind, text));
  }
  return lessons;
}

/** "**Confidence**: 85%" below a rule behind the list ends a note, not its lessons. */
function upToRule({ children }: Unit, text: NoteText): Unit[] {
  const last = children.findLastIndex(({ kind }) => kind === "item");
  const end = children[last]?.span.end;
  const rule =
    end === undefined || children.slice(0, last).some(isHead) ? -1 : text.text.slice(end).search(/^\s*\n---/);
  return rule < 0 ? children : children.filter(({ kind }, index) => index <= last || kind !== "bold");
}

/** "Key insight" in the singular above a statement: the list below it belongs to the one insight. */
function isOneLesson({ title, blocks, children }: Unit): boolean {
  const [first] = blocks;
  return (
    /^\W*(?:the )?(?:(?:key|critical|main|core|big) )?(?:insight|lesson|takeaway|learning)(?: learned)?\W*$/i.test(
      title,
    ) &&
    !children.some(isHead) &&
    first?.type === "paragraph" &&
    (!introduces(first) || /[.!?]\s/.test(toString(first)))
  );
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
  if (/^\d/.test(title) || counted.test(title)) return false;
  const first = heading.blocks[0];
  const marked = first?.type === "paragraph" && markedLines(spanOf(first), text).length > 1;
  if (heading.children.length === 0) return own !== null && marked;
  if (own !== null || holdsLessons(heading, text)) return true;
  const listed = heading.children.filter((child) => child.kind === "item");
  const labelled = heading.children.filter((child) => child.kind === "bold" && isCategory(child, null, text));
  return (
    (listed.length >= 2 || labelled.length > 0) &&
    heading.blocks.every((block) => block.type === "list" || introduces(block)) &&
    listed.length + labelled.length === heading.children.length
  );
}

/** "Tools" above sections that are counted or say what they teach is a topic, and each of them a lesson. */
export function holdsLessons({ kind, children, blocks }: Unit, text: NoteText): boolean {
  const sections = children.filter((child) => child.kind === "heading" && roleOf(child.title) === null);
  const taught = sections.filter((child) => /^\d/.test(stripDecoration(child.title)) || saysLesson(child, text));
  return kind === "heading" && sections.length > 1 && taught.length === sections.length && blocks.length < 2;
}

const saysLesson = (unit: Unit, text: NoteText): boolean =>
  readFields(unit, text.text).some(({ role, label }) => role === "lesson" && /lesson|урок|教训/i.test(label));

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
  // "Before (wrong):" above a block of code is no lesson.
  const isOne = isOneLesson(section);
  const first = section.blocks.find(
    (block) => (block.type === "paragraph" || block.type === "blockquote") && (isOne || !introduces(block)),
  );
  if (!first) return [];
  const lines = markedLines(spanOf(first), text);
  if (lines.length > 1) return lines.map((span) => readLesson(lineUnit(section, span, span, text), kind, text));
  const last = section.blocks.at(-1);
  const span = { start: spanOf(first).start, end: last ? spanOf(last).end : section.span.end };
  return [readLesson(lineUnit(section, spanOf(first), span, text), kind, text)];
}

/** Sections that a note of lessons has beside them. */
const general: ReadonlySet<SectionKind> = new Set([
  "issues",
  "fixedIssues",
  "openIssues",
  "fixes",
  "results",
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

/** "Finding 2: retries hide it" is one of several, whatever they are called. */
const counted = /^(?:\p{L}+ )?\p{L}+\s*#?\d{1,2}\s*[:.)\-–—]\s*\S/u;

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
function teachesSomething(item: Unit, isTopical: boolean, text: NoteText): boolean {
  const words = text.plain(itemContent(item)).trim();
  const label = labelOf(item, text);
  if (
    label !== null &&
    !(isTopical && !answers.has(roleOf(label) ?? "")) &&
    label.split(" ").length <= 2 &&
    roleOf(label) !== null &&
    !/lesson|pattern|practice|rule|prevention/i.test(label)
  )
    return false;
  // An entry of a table of contents names what is told elsewhere.
  if (/^\[[^\]]*\]\([^)]*\)\s*$/.test(text.text.slice(itemContent(item).start, item.span.end))) return false;
  return !/\?\s*$/.test(words) && (/\s\S+\s/.test(words) || /[\p{sc=Han}\p{sc=Hiragana}]/u.test(words));
}

/** Labels that answer of an issue are no names of lessons, whatever stands beside them. */
const answers = new Set(["problem", "rootCause", "fix", "status", "severity", "files", "nextSteps", "why"]);

/** "Naming: say what it holds" is called "Naming". */
function labelOf(item: Unit, text: NoteText): string | null {
  return /^([^:\n]{2,30}):\s/.exec(text.plain(itemContent(item)).trim())?.[1] ?? null;
}

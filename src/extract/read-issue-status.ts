/** The units of one issue in, its status out: a status field beats the title, the title its group, the group the note. */
import type { Status } from "../model.ts";
import type { Candidate } from "./issue-signals.ts";
import type { NoteText, Span } from "./note-text.ts";
import { groupStatus } from "./read-title.ts";
import { readStatus } from "./read-status.ts";
import { sectionKindOf } from "./read-label.ts";

export interface IssueStatus {
  status: Status;
  words: string | null;
  /** Where it was read: "status field", "title", "group heading" … */
  rule: string;
  span: Span;
}

/** What the note as a whole lends to an issue that says nothing itself. */
export interface NoteContext {
  text: NoteText;
  /** Kept when an issue's own units name no status. */
  status: IssueStatus | null;
}

type Reader = (candidate: Candidate, context: NoteContext) => IssueStatus | null;

/** Strongest first. Each is asked of every unit before the next gets its turn. */
const readers: readonly Reader[] = [fromField, fromWordsOfTitle, fromGroup, fromMarkOfTitle, fromCheckbox, fromFixLabel];

/** Reads the status of an issue from its units; what none of them states, the note states, else it is unknown. */
export function readIssueStatus(units: readonly Candidate[], context: NoteContext): IssueStatus {
  for (const read of readers) {
    // The last unit of the note has the last word.
    const inOrder = [...units].sort((a, b) => b.unit.span.start - a.unit.span.start);
    for (const unit of inOrder) {
      const found = read(unit, context);
      if (found) return found;
    }
  }
  const span = units[0]?.unit.head ?? { start: 0, end: 0 };
  if (context.status) return { ...context.status, rule: `the note: ${context.status.rule}` };
  return { status: "unknown", words: null, rule: "nothing states it", span };
}

function fromField({ fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  const stated = fields.filter((field) => field.role === "status").map((field) => {
    const line = withoutStruck(text.text.slice(field.value.start, field.value.end).trim().split("\n", 1)[0] ?? "");
    return { reading: readStatus(line), field };
  });
  const last = stated.filter(({ reading }) => reading !== null).at(-1);
  return last?.reading ? { status: last.reading.status, words: last.reading.words, rule: `label "${last.field.label}"`, span: last.field.value } : null;
}

function fromWordsOfTitle({ title, unit }: Candidate): IssueStatus | null {
  return title.status?.worded ? { status: title.status.status, words: title.status.words, rule: "words of the title", span: unit.head } : null;
}

function fromMarkOfTitle({ title, unit }: Candidate): IssueStatus | null {
  return title.status ? { status: title.status.status, words: title.status.words, rule: "mark of the title", span: unit.head } : null;
}

function fromGroup({ unit }: Candidate): IssueStatus | null {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    const status = groupStatus(sectionKindOf(above.title));
    if (status) return { status, words: above.title, rule: "heading of the group", span: above.head };
  }
  return null;
}

function fromCheckbox({ unit }: Candidate): IssueStatus | null {
  if (unit.checked === null) return null;
  return { status: unit.checked ? "fixed" : "open", words: unit.checked ? "[x]" : "[ ]", rule: "checkbox", span: unit.head };
}

const proposed = /\b(required|proposed|recommended|suggested|needed|planned|possible|potential|options?|to do|should)\b/i;
const applied = /\b(applied|implemented|made|completed?|done|was fixed|changed|fixed|taken)\b/i;

/** "Fix Applied" says fixed, "Proposed Fix" says open. */
function fromFixLabel({ fields }: Candidate): IssueStatus | null {
  const labels = fields.filter((field) => field.role === "fix");
  const hit = labels.find(({ label }) => applied.test(label)) ?? labels.find(({ label }) => proposed.test(label));
  if (!hit) return null;
  return { status: applied.test(hit.label) ? "fixed" : "open", words: hit.label, rule: `label "${hit.label}"`, span: hit.labelSpan };
}

function withoutStruck(markdown: string): string {
  return markdown.replace(/~~[^~\n]{1,200}~~/g, " ");
}

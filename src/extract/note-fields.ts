/** The outline of a note in, the fields that speak of the note itself out: those of its header, its summary and its footer. */
import type { Unit } from "./outline.ts";
import { readFields, type Field } from "./read-fields.ts";
import { sectionKindOf } from "./read-label.ts";

export interface NoteFields {
  /** Before the first section, or in a section that introduces the note. */
  header: Field[];
  footer: Field[];
  /** Header first. */
  all: Field[];
}

const introducing = /\b(metadata|details|information|header|document info|key facts|status|overview|summary)\b/i;

/** Reads the labelled lines of header and footer. */
export function readNoteFields(note: Unit, text: string): NoteFields {
  const direct = readFields({ ...note, children: [] }, text);
  const first = note.children.find((unit) => unit.kind === "heading" || unit.kind === "bold");
  const introduced = first && (first.depth === 1 || first.kind === "bold" || introducing.test(first.title) || sectionKindOf(first.title) === "summary") ? readFields({ ...first, children: first.children.filter(({ kind }) => kind === "bold") }, text) : [];
  const header = [...direct, ...introduced];
  const footerUnit = note.children.find(({ kind }) => kind === "footer");
  const footer = footerUnit ? readFields(footerUnit, text) : [];
  return { header, footer, all: [...header, ...footer] };
}

/** The outline of a note in, the fields that speak of the note itself out: those of its header, its summary and its footer. */
import type { Unit } from "../layout/unit.ts";
import { readFields, type Field } from "../layout/read-fields.ts";
import { roleOf, sectionKindOf } from "../words/read-label.ts";

export interface NoteFields {
  /** Before the first section, or in a section that introduces the note. */
  header: readonly Field[];
  footer: readonly Field[];
  /** Header first. */
  all: readonly Field[];
}

/** Roles that a heading of its own may announce for the whole note: "## Date" with the day below it. */
const ofTheNote: ReadonlySet<string> = new Set(["date", "status", "branch", "duration", "author"]);
const introducing = /\b(metadata|details|information|header|document info|key facts|status|overview|summary)\b/i;

/** Reads the labelled lines of header and footer. */
export function readNoteFields(note: Unit, text: string): NoteFields {
  const direct = readFields({ ...note, children: [] }, text);
  const first = note.children.find((unit) => unit.kind === "heading" || unit.kind === "bold");
  const introduced =
    first &&
    (first.depth === 1 ||
      first.kind === "bold" ||
      introducing.test(first.title) ||
      sectionKindOf(first.title) === "summary")
      ? readFields({ ...first, children: first.children.filter(({ kind }) => kind === "bold") }, text)
      : [];
  const titled = note.children.flatMap((unit): Field[] => {
    const role = unit.kind === "heading" || unit.kind === "bold" ? roleOf(unit.title) : null;
    if (!role || !ofTheNote.has(role)) return [];
    return [
      {
        role,
        label: unit.title,
        labelSpan: unit.head,
        value: { start: unit.bodyStart, end: unit.span.end },
        form: "heading",
      },
    ];
  });
  const header = [...direct, ...introduced, ...titled];
  const footerUnit = note.children.find(({ kind }) => kind === "footer");
  const footer = footerUnit ? readFields(footerUnit, text) : [];
  return { header, footer, all: [...header, ...footer] };
}

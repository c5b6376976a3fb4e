/** A note in, its date out: what header or footer state, else front matter, else the file name; never today. */
import type { Document } from "../../model.ts";
import type { NoteFields } from "./note-fields.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readDates, readPathDate } from "../words/read-dates.ts";

export interface NoteDates {
  date: string | null;
  /** First day, where the note states a range. */
  from: string | null;
}

const none: NoteDates = { date: null, from: null };

/** Asks one place after the other; the first that states a date decides. */
export function readNoteDates(note: Unit, text: NoteText, fields: NoteFields, document: Document): NoteDates {
  const labelled = (list: NoteFields["header"]): NoteDates => {
    for (const field of list) {
      if (field.role !== "date") continue;
      const dates = rangeOf(readDates(text.plain(field.value).split("\n", 1)[0] ?? ""));
      if (dates.date) return dates;
    }
    return none;
  };
  const places: (() => NoteDates)[] = [
    () => labelled(fields.header),
    () => rangeOf(readDates(note.title).slice(-2)),
    () => rangeOf(readDates(opening(note, text)).slice(0, 1)),
    () => labelled(fields.footer),
    () => rangeOf(readDates(footerText(note, text)).slice(-1)),
    () => rangeOf(metaDates(document.meta)),
    () => rangeOf(readDates(dateHeading(note)).slice(0, 1)),
    () => ({ date: readPathDate(document.path), from: null }),
  ];
  for (const read of places) {
    const dates = read();
    if (dates.date) return dates;
  }
  return none;
}

function rangeOf(dates: string[]): NoteDates {
  const sorted = [...dates].sort();
  const date = sorted.at(-1) ?? null;
  return { date, from: sorted.length > 1 && sorted[0] !== date ? (sorted[0] ?? null) : null };
}

/** The lines under the title, up to the first section. */
function opening(note: Unit, text: NoteText): string {
  const first = note.children.find(({ kind }) => kind !== "item" && kind !== "row");
  return text.plain({ start: note.bodyStart, end: Math.min(first?.span.start ?? note.span.end, note.bodyStart + 600) });
}

function footerText(note: Unit, text: NoteText): string {
  const footer = note.children.find(({ kind }) => kind === "footer");
  return footer ? text.plain(footer.span) : "";
}

/** A heading that is itself a date: "## Date: 2026-01-10". */
function dateHeading(note: Unit): string {
  return (
    note.children.find(({ kind, title }) => kind === "heading" && /^\W*(date|datum|fecha|data|日期)\b/i.test(title))
      ?.title ?? ""
  );
}

function metaDates(meta: Record<string, unknown>): string[] {
  for (const key of ["date", "updated", "created"]) {
    const value = meta[key];
    if (value instanceof Date && !Number.isNaN(value.getTime())) return [value.toISOString().slice(0, 10)];
    if (typeof value === "string") return readDates(value);
  }
  return [];
}

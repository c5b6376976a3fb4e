/** A record in, its fields as searchable text out: made when first asked for, kept as long as the record. */
import type { Issue, Lesson, Session } from "../model.ts";
import type { RecordKind } from "./grammar.ts";
import type { BaseIndex } from "./index-base.ts";
import { createHaystack, type Haystack } from "./match-text.ts";
import { fieldTexts, findField, recordFields, type RecordField } from "./record-fields.ts";

const haystacks = new WeakMap<object, Map<string, Haystack>>();
const empty: Haystack = { terms: "", parts: "", raw: "" };

/** The fields that words are looked for in: those named, or all that say something of the record itself. */
export function searchedFields(kind: RecordKind, names: readonly string[] | null): RecordField[] {
  const fields =
    names === null ? recordFields.filter(({ weight }) => weight > 0) : names.flatMap((name) => findField(name) ?? []);
  return fields.filter((field) => field[kind] !== undefined);
}

export function haystackOf(
  field: RecordField,
  kind: RecordKind,
  record: Issue | Lesson | Session,
  index: BaseIndex,
): Haystack {
  let known = haystacks.get(record);
  if (known === undefined) haystacks.set(record, (known = new Map()));
  let haystack = known.get(field.name);
  if (haystack === undefined) {
    const texts = fieldTexts(field, kind, record, index);
    known.set(field.name, (haystack = texts.length === 0 ? empty : createHaystack(texts)));
  }
  return haystack;
}

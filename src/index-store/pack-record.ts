/** A record in, blobs of it out, and back: what the reports of an issue have in common with it is written once, and is one thing again when it is read. */
import type { Issue } from "../model.ts";
import { pack, unpack } from "./pack.ts";
import type { AnyRecord } from "./schema.ts";

/** In the place of a part of the issue, by its number. */
interface Same {
  same: number;
}

export interface PackedRecord {
  data: Uint8Array;
  /** The text of a note, null for what has none. */
  source: Uint8Array | null;
}

/** Whole notes are seldom asked for: they stand apart, so that reading the rest of a session is quick. */
export function packRecord(record: AnyRecord): PackedRecord {
  if ("source" in record) return { data: pack({ ...record, source: "" }), source: pack(record.source) };
  return { data: pack("history" in record ? referToParts(record) : record), source: null };
}

/** Without the text of a note where its blob is not given. */
export function unpackRecord<Packed extends AnyRecord>(data: unknown, source?: unknown): Packed {
  const record = unpack<Packed>(data);
  if ("history" in record) restoreParts(record);
  else if ("source" in record && source !== undefined) record.source = unpack<string>(source);
  return record;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Excerpts, and what lists hold, in the order in which the issue has them. */
function listParts(issue: Issue): object[] {
  const { history: _, ...own } = issue;
  return Object.values(own).flat().filter(isObject);
}

function referToParts(issue: Issue): object {
  const numbers = new Map(listParts(issue).map((part, number) => [part, number]));
  const refer = (value: unknown): unknown => {
    const number = isObject(value) ? numbers.get(value) : undefined;
    return number === undefined ? value : ({ same: number } satisfies Same);
  };
  const history = issue.history.map(({ report, ...entry }) => {
    const values = Object.entries(report).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(refer) : refer(value),
    ]);
    return { ...entry, report: Object.fromEntries(values) };
  });
  return { ...issue, history };
}

/** In place, which keeps the fields in their order. */
function restoreParts(issue: Issue): void {
  const parts = listParts(issue);
  const restore = (value: unknown): unknown =>
    isObject(value) && "same" in value ? parts[(value as Same).same] : value;
  for (const { report } of issue.history) {
    const fields = report as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(fields))
      fields[key] = Array.isArray(value) ? value.map(restore) : restore(value);
  }
}

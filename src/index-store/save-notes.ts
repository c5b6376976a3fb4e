/** Notes as they are now in, the index with what was read from each out; and whether any of it can change what records there are. */
import type { DatabaseSync } from "node:sqlite";
import type { Extraction } from "../model.ts";
import { listKnownNotes } from "./known-notes.ts";
import { pack } from "./pack.ts";

export interface NoteState {
  path: string;
  stamp: string | null;
  hash: string;
  /** Null: as the index has it, which must have it with this hash. */
  extraction: Extraction | null;
}

/** What records are planned from: a little of each note. */
export interface Summaries<Summary> {
  summarize(extraction: Extraction): Summary;
  /** Whether two summaries of one note lead to the same records. */
  planAlike(before: Summary, after: Summary): boolean;
}

export interface SavedNotes {
  /** Paths of the notes that are new or of which other bytes were read. */
  changed: string[];
  /** Whether all records are made of the same notes as before. */
  isPlanKept: boolean;
}

/** Another process has put something else in the place of what this one counted on. */
export class OutdatedIndex extends Error {}

/** To be called in a transaction. Throws `OutdatedIndex` where a note without an extraction is not there any more. */
export function saveNotes<Summary>(
  database: DatabaseSync,
  notes: readonly NoteState[],
  { summarize, planAlike }: Summaries<Summary>,
): SavedNotes {
  const known = listKnownNotes({ database });
  const keep = database.prepare("INSERT OR REPLACE INTO _notes VALUES (?, ?, ?, ?, ?)");
  const touch = database.prepare("UPDATE _notes SET stamp = ? WHERE path = ?");
  const summaryOf = database.prepare("SELECT summary FROM _notes WHERE path = ?");
  const toldOf = database.prepare("SELECT 1 FROM _diagnostics WHERE owner = 0 AND instr(data, ?) LIMIT 1");
  // A plan's own diagnostics name places, which move with any line.
  const isTold = (path: string): boolean => toldOf.get(JSON.stringify(path).slice(1, -1)) !== undefined;
  const changed: string[] = [];
  let isPlanKept = isWhole(database);
  for (const { path, stamp, hash, extraction } of notes) {
    const row = known.get(path);
    known.delete(path);
    // Another process may have read the same meanwhile.
    if (extraction !== null && row?.hash !== hash) {
      const summary = summarize(extraction);
      const before = isPlanKept && row !== undefined ? (summaryOf.get(path)!["summary"] as string) : null;
      isPlanKept = before !== null && planAlike(JSON.parse(before) as Summary, summary) && !isTold(path);
      keep.run(path, stamp, hash, JSON.stringify(summary), pack(extraction));
      changed.push(path);
      continue;
    }
    if (row?.hash !== hash) throw new OutdatedIndex(path);
    if (row.stamp !== stamp) touch.run(stamp, path);
  }
  const forget = database.prepare("DELETE FROM _notes WHERE path = ?");
  for (const path of known.keys()) forget.run(path);
  return { changed, isPlanKept: isPlanKept && known.size === 0 };
}

/** Whether there are records, and all that were planned: what was lost is found by planning again. */
function isWhole(database: DatabaseSync): boolean {
  const { planned, found } = database
    .prepare("SELECT (SELECT sum(records) FROM _homes) AS planned, (SELECT count(*) FROM _records) AS found")
    .get()!;
  return planned !== null && planned === found;
}

/** Of all notes, in the order of their paths. */
export function loadSummaries<Summary>(database: DatabaseSync): Summary[] {
  const rows = database.prepare("SELECT summary FROM _notes ORDER BY path");
  rows.setReturnArrays(true);
  return (rows.all() as unknown as [string][]).map(([summary]) => JSON.parse(summary) as Summary);
}

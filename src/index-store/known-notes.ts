/** The index in, what it knows of each note out: enough to tell which ones have changed, and what was read from the others. */
import { hash } from "node:crypto";
import type { Extraction } from "../model.ts";
import type { Index } from "./open-index.ts";
import { unpack } from "./pack.ts";

export interface KnownNote {
  /** Of the file when it was read, null where it may have been changed unseen. */
  stamp: string | null;
  hash: string;
}

export function listKnownNotes({ database }: Pick<Index, "database">): Map<string, KnownNote> {
  const known = new Map<string, KnownNote>();
  for (const row of database.prepare("SELECT path, stamp, hash FROM _notes").iterate())
    known.set(row["path"] as string, { stamp: row["stamp"] as string | null, hash: row["hash"] as string });
  return known;
}

/** Null where the index has something else for that path, or nothing. Throws for a blob that is damaged. */
export function loadExtraction({ database }: Index, path: string, wanted: string): Extraction | null {
  const row = database.prepare("SELECT data FROM _notes WHERE path = ? AND hash = ?").get(path, wanted);
  return row === undefined ? null : unpack<Extraction>(row["data"]);
}

export function hashBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** Notes and a way to read one in, their extractions out: only those that changed since the last time are read. */
import { createHash } from "node:crypto";
import type { Extraction, SourceFile } from "../model.ts";
import type { Index } from "./open-index.ts";
import { pack, unpack } from "./pack.ts";

/** In the order of `files`. What cannot be cached is read all the same. */
export function cacheExtractions(
  { database }: Index,
  files: readonly SourceFile[],
  read: (file: SourceFile) => Extraction,
): Extraction[] {
  const find = database.prepare("SELECT data FROM extractions WHERE path = ? AND hash = ?");
  const made: [path: string, hash: string, extraction: Extraction][] = [];
  const extractions = files.map((file) => {
    const hash = createHash("sha256").update(file.bytes).digest("hex");
    const cached = find.get(file.path, hash);
    const known = cached === undefined ? null : tryUnpack(cached["data"]);
    if (known !== null) return known;
    const extraction = read(file);
    made.push([file.path, hash, extraction]);
    return extraction;
  });
  if (made.length === 0) return extractions;
  // Written at once at the end: reading takes long, and nobody should wait for a lock meanwhile.
  database.exec("BEGIN IMMEDIATE");
  try {
    const forget = database.prepare("DELETE FROM extractions WHERE path = ?");
    const keep = database.prepare("INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)");
    for (const [path, hash, extraction] of made) {
      forget.run(path);
      keep.run(path, hash, pack(extraction));
    }
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
  return extractions;
}

/** Null for a blob that is damaged: the note is read again. */
function tryUnpack(data: unknown): Extraction | null {
  try {
    return unpack<Extraction>(data);
  } catch {
    return null;
  }
}

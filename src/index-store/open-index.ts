/** A folder in, the index kept there out: one SQLite file, made anew when it is missing, damaged or of another version. */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * `extractions` holds what was read from each note, by path and content; `base` holds which inputs the records below
 * belong to. Blobs are JSON, compressed with zstd. `texts` is a full-text index without the texts: rowids are those of
 * `records`.
 */
const schema = `
  CREATE TABLE meta (version TEXT NOT NULL);
  CREATE TABLE extractions (path TEXT NOT NULL, hash TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (path, hash)) WITHOUT ROWID;
  CREATE TABLE base (stamp TEXT NOT NULL, inputs TEXT NOT NULL, errors BLOB NOT NULL, data BLOB NOT NULL);
  CREATE TABLE records (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, status TEXT, severity TEXT, data BLOB NOT NULL, source BLOB
  );
  CREATE UNIQUE INDEX record_slugs ON records (kind, slug);
  CREATE INDEX record_states ON records (kind, status, severity);
  CREATE VIRTUAL TABLE texts USING fts5 (terms, content='', detail=full, tokenize="unicode61 remove_diacritics 0");
`;

export interface Index {
  database: DatabaseSync;
  close(): void;
  /** Closes it and takes the file away: the next run makes a new one. */
  discard(): void;
}

/** `.fixlore` of the working folder; where that cannot be written to, a folder of the user's cache by its name. */
function chooseFolder(cwd: string): string | null {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const name = createHash("sha256").update(cwd).digest("hex").slice(0, 12);
  for (const folder of [join(cwd, ".fixlore"), join(cache, "fixlore", name)]) {
    try {
      mkdirSync(folder, { recursive: true });
      // A folder of derived data keeps itself out of the repository.
      if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
      return folder;
    } catch {
      // try the next
    }
  }
  return null;
}

/** Null where there can be none, or another process holds it too long: the notes are read without it. */
export function openIndex(cwd: string, version: string): Index | null {
  const folder = chooseFolder(cwd);
  if (folder === null) return null;
  const file = join(folder, "index.sqlite");
  for (const attempt of ["open", "rebuild"] as const) {
    let database: DatabaseSync | null = null;
    try {
      if (attempt === "rebuild") remove(file);
      database = new DatabaseSync(file, { timeout: 1000 });
      prepare(database, version);
      const open = database;
      return {
        database,
        close: () => void (open.isOpen && open.close()),
        discard() {
          open.close();
          remove(file);
        },
      };
    } catch (error) {
      database?.close();
      if (isBusy(error)) return null;
    }
  }
  return null;
}

function remove(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}

/** SQLITE_BUSY and SQLITE_LOCKED: another process is at it, and nothing is wrong. */
export const isBusy = (error: unknown): boolean => [5, 6].includes((error as { errcode?: number }).errcode ?? 0);

function prepare(database: DatabaseSync, version: string): void {
  // A crash may lose the last index, never damage it: it is rebuilt from the notes.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  const isMade = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== undefined;
  if (isMade && database.prepare("SELECT version FROM meta").get()?.["version"] === version) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have made it while this one waited.
    const again = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('meta', 'extractions', 'base', 'records', 'texts')",
      )
      .all();
    if (again.length > 0 && database.prepare("SELECT version FROM meta").get()?.["version"] === version) {
      database.exec("COMMIT");
      return;
    }
    for (const { name } of again) database.exec(`DROP TABLE ${name as string}`);
    database.exec(schema);
    database.prepare("INSERT INTO meta VALUES (?)").run(version);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

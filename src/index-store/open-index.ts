/** A folder and what is indexed in, the index kept there out: one SQLite file, made anew when it is missing, damaged or of another version. */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { schema } from "./schema.ts";

export interface Index {
  database: DatabaseSync;
  /** Null for one in memory. */
  file: string | null;
  close(): void;
  /** Closes it and takes the file away: the next run makes a new one. */
  discard(): void;
}

/** `.fixlore` of the working folder; where that cannot be written to, a folder of the user's cache by its name. */
export function chooseFolder(cwd: string): string | null {
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

/** Other inputs have a file of their own: a look at one note must not cost the index of all. */
function chooseFile(inputs: readonly string[], cwd: string): string {
  const wanted = inputs.map((input) => resolve(cwd, input));
  if (wanted.length === 1 && wanted[0] === join(cwd, "content")) return "index.sqlite";
  return `index-${createHash("sha256").update(wanted.join("\0")).digest("hex").slice(0, 8)}.sqlite`;
}

/** Null where there can be none, or another process holds it too long: the notes are read without it. */
export function openIndex(inputs: readonly string[], cwd: string, version: string): Index | null {
  const folder = chooseFolder(cwd);
  if (folder === null) return null;
  const file = join(folder, chooseFile(inputs, cwd));
  for (const attempt of ["open", "rebuild"] as const) {
    let database: DatabaseSync | null = null;
    try {
      if (attempt === "rebuild") remove(file);
      database = new DatabaseSync(file, { timeout: 1000 });
      // A crash may lose the last index, never damage it: it is rebuilt from the notes.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
      prepare(database, version);
      const open = database;
      return {
        database,
        file,
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

/** One that nobody else has, and that is gone at the end. */
export function createMemoryIndex(): Index {
  const database = new DatabaseSync(":memory:");
  prepare(database, "");
  const close = (): void => void (database.isOpen && database.close());
  return { database, file: null, close, discard: close };
}

function remove(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true, recursive: true });
}

/** SQLITE_BUSY and SQLITE_LOCKED: another process is at it, and nothing is wrong. */
export const isBusy = (error: unknown): boolean => [5, 6].includes((error as { errcode?: number }).errcode ?? 0);

const versionOf = (database: DatabaseSync): unknown => {
  const isMade = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_meta'").get() !== undefined;
  return isMade ? database.prepare("SELECT version FROM _meta").get()?.["version"] : undefined;
};

function prepare(database: DatabaseSync, version: string): void {
  if (versionOf(database) === version) return;
  transact(database, "IMMEDIATE", () => {
    // Another process may have made it while this one waited.
    if (versionOf(database) === version) return;
    // Of a virtual table only itself can be dropped: those that hold its data go with it.
    const old = database
      .prepare("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY sql NOT LIKE '%VIRTUAL%'")
      .all();
    for (const { type, name } of old) database.exec(`DROP ${type as string} IF EXISTS "${name as string}"`);
    database.exec(schema);
    database.prepare("INSERT INTO _meta VALUES (?)").run(version);
  });
}

/** All or nothing. A deferred one sees the index as it is at its first statement, whatever others write meanwhile. */
export function transact<T>(database: DatabaseSync, mode: "DEFERRED" | "IMMEDIATE", work: () => T): T {
  database.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

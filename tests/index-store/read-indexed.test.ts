/** The index saves time and changes nothing: the same base with it and without it, whatever has become of its file. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  existsSync,
  chmodSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readKnowledge } from "../../src/build-knowledge.ts";
import { stampInputs } from "../../src/index-store/index.ts";
import { narrowQuery, parseQuery } from "../../src/query/index.ts";
import { readIndexed } from "../../src/read-indexed.ts";

let folder: string;
let file: string;

const note = (name: string, status: string): string =>
  `# Pump ${name}\n\n**Date**: 2026-01-0${name.length}\n\n## Issues\n\n### PUMP-${name.length}: The ${name} pump stalls\n\n**Status**: ${status}\n\n**Problem**: It stalls in \`src/${name}.ts\`.\n`;

/** As old as a note that nobody is writing: a stamp does not vouch for a file of this very moment. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
}

const read = () => readIndexed([join(folder, "content")], { cwd: folder });
const readPlainly = () => readKnowledge([join(folder, "content")]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-index-"));
  file = join(folder, ".fixlore", "index.sqlite");
  mkdirSync(join(folder, "content"));
  for (const name of ["a", "bb", "ccc"]) writeFileSync(join(folder, "content", `${name}.md`), note(name, "Open"));
  await settle();
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe("the index", () => {
  it("gives the base that reading gives, first and second time", async () => {
    const plain = await readPlainly();
    expect(await read()).toEqual(plain);
    expect(existsSync(file)).toBe(true);
    expect(await read()).toEqual(plain);
    expect(readFileSync(join(folder, ".fixlore", ".gitignore"), "utf8")).toBe("*\n");
  });

  it("answers the second time from what it holds", async () => {
    await read();
    const database = new DatabaseSync(file);
    expect(database.prepare("SELECT count(*) AS n FROM _records WHERE kind = 'issue'").get()).toEqual({ n: 3 });
    database.exec("DELETE FROM _records WHERE slug = 'pump-1'");
    database.close();
    expect((await read()).issues.map(({ slug }) => slug)).toEqual(["pump-3", "pump-2"]);
  });

  it("sees a note that is changed, added, renamed or taken away", async () => {
    await read();
    writeFileSync(join(folder, "content", "a.md"), note("a", "Done"));
    expect((await read()).issues.find(({ id }) => id === "PUMP-1")?.status).toBe("fixed");
    writeFileSync(join(folder, "content", "dddd.md"), note("dddd", "Open"));
    expect(await read()).toEqual(await readPlainly());
    rmSync(join(folder, "content", "bb.md"));
    expect(await read()).toEqual(await readPlainly());
    await settle();
    expect(await read()).toEqual(await readPlainly());
  });

  it("is not deceived by a note of the same length and time", async () => {
    const path = join(folder, "content", "a.md");
    const then = new Date("2026-01-01T00:00:00Z");
    utimesSync(path, then, then);
    await settle();
    await read();
    writeFileSync(path, note("a", "Done"));
    utimesSync(path, then, then);
    await settle();
    expect((await read()).issues.find(({ id }) => id === "PUMP-1")?.status).toBe("fixed");
  });

  it.each<[string, () => void]>([
    [
      "is no database",
      () => writeFileSync(file, "not a database at all, but long enough to be taken for one".repeat(50)),
    ],
    ["is empty", () => writeFileSync(file, "")],
    ["is cut in half", () => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
    ["is overwritten in its middle", () => writeFileSync(file, readFileSync(file).fill(7, 5000, 40_000))],
    ["has lost a table", () => new DatabaseSync(file).exec("DROP TABLE _base")],
    ["has damaged records", () => new DatabaseSync(file).exec("UPDATE _records SET data = x'00'")],
    [
      "has damaged extractions",
      () => new DatabaseSync(file).exec("UPDATE _notes SET data = x'00'; DELETE FROM _records; DELETE FROM _base"),
    ],
    [
      "is of another version",
      () => new DatabaseSync(file).exec("UPDATE _meta SET version = 'older'; DROP TABLE _records"),
    ],
    ["is a folder", () => (rmSync(file), mkdirSync(file))],
  ])("that %s loses nothing", async (_, damage) => {
    const plain = await read();
    for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
    damage();
    expect(await read()).toEqual(plain);
    expect(await read()).toEqual(plain);
  });

  it("is passed over while another process holds it", async () => {
    const plain = await read();
    const other = new DatabaseSync(file);
    other.exec("BEGIN EXCLUSIVE");
    expect(await read()).toEqual(plain);
    other.exec("ROLLBACK");
    other.close();
  });

  it("lets two readers make it at once", async () => {
    const [first, second] = await Promise.all([read(), read()]);
    expect(second).toEqual(first);
    expect(await read()).toEqual(first);
  });

  it("is not made where there are no notes", async () => {
    const { diagnostics } = await readIndexed(["nowhere"], { cwd: folder });
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(["missing-input"]);
    expect(existsSync(join(folder, ".fixlore"))).toBe(false);
  });

  it("has no stamp for what is not there", () => {
    expect(stampInputs([join(folder, "nowhere")], folder)).toBeNull();
    expect(stampInputs([join(folder, "content")], folder)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a narrowed base", () => {
  it("holds less than the whole", async () => {
    await read();
    const query = parseQuery("status:open PUMP-2").query!;
    const narrowed = await readIndexed([join(folder, "content")], { cwd: folder, narrowing: narrowQuery(query) });
    expect(narrowed.issues.map(({ slug }) => slug)).toEqual(["pump-2"]);
    expect(narrowed.sessions.map(({ path }) => path)).toEqual(["bb.md"]);
  });
});

/** `fixlore sql` as a process: what it selects, what it refuses, and that what is documented is what there is. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSql } from "../../src/cli/run-sql.ts";
import { createMemoryIndex, otherTables, publicTables, type Index } from "../../src/index-store/index.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const tables = [...Object.values(publicTables).flat(), ...otherTables];
let notes: NotesFolder;
beforeAll(() => {
  notes = createNotesFolder();
});
afterAll(() => notes.remove());

const sql = (...args: string[]) => notes.run(["sql", ...args]);

describe("fixlore sql", () => {
  it("prints what a statement selects, with a header", () => {
    expect(sql("SELECT id, status, reports FROM issues ORDER BY id")).toEqual({
      stdout: "id\tstatus\treports\nBOIL-1\tfixed\t1\nBOIL-10\topen\t1\nBOIL-2\tfixed\t2\n",
      stderr: "",
      status: 0,
    });
  });

  it("takes a statement from standard input, and one of several words", () => {
    expect(notes.run(["sql", "-"], { input: "SELECT 1 AS one; -- that is all" }).stdout).toBe("one\n1\n");
    expect(sql("SELECT", "2", "AS", "two").stdout).toBe("two\n2\n");
  });

  it("has a table of history, and relations that follow from all issues", () => {
    expect(sql("SELECT date, status FROM history WHERE issue = 'boil-2' ORDER BY number").stdout).toBe(
      "date\tstatus\n2026-01-12\tpartial\n2026-02-03\tfixed\n",
    );
    expect(sql("SELECT count(*) > 0 AS some FROM relations").stdout).toBe("some\n1\n");
  });

  it("has functions for durations, paths and medians", () => {
    const statement = `SELECT median(minutes(time_to_fix)) AS m, minutes('2-4 hours') AS h, minutes('soon') AS s,
      path_matches('src/**', 'src/boiler/pump.ts') AS yes, path_matches('lib', 'src/x.ts') AS no FROM issues`;
    expect(sql("--json", statement).stdout).toContain(
      '"rows": [\n    {\n      "m": 45,\n      "h": 180,\n      "s": null,\n      "yes": 1,\n      "no": 0',
    );
  });

  it("prints rows as JSON, CSV and Markdown", () => {
    const statement = "SELECT id, root_cause FROM issues WHERE id = 'BOIL-10'";
    expect(JSON.parse(sql("--json", statement).stdout)).toEqual({
      schemaVersion: 1,
      kind: "rows",
      columns: ["id", "root_cause"],
      rows: [{ id: "BOIL-10", root_cause: null }],
    });
    expect(sql("--format", "ndjson", statement).stdout).toBe('{"id":"BOIL-10","root_cause":null}\n');
    expect(sql("--format", "csv", statement).stdout).toBe("id,root_cause\r\nBOIL-10,\r\n");
    expect(sql("--format", "md", statement).stdout).toBe("| id | root\\_cause |\n| --- | --- |\n| BOIL-10 |  |\n");
  });

  it("refuses what writes, and leaves nothing behind", () => {
    const { status, stdout, stderr } = sql("DELETE FROM issues");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Unexpected statement that writes, expected a SELECT");
    expect(sql("VACUUM INTO 'copy.sqlite'")).toMatchObject({ status: 2, stdout: "" });
    expect(sql("SELECT count(*) AS n FROM issues").stdout).toBe("n\n3\n");
    expect(existsSync(join(notes.folder, "copy.sqlite"))).toBe(false);
  });

  it.each([
    ["SELECT 1; SELECT 2", "Unexpected second statement, expected one"],
    ["SELECT sev FROM issues", "no such column: sev\n  Near it: severity"],
    ["SELECT * FROM isues", "no such table: isues\n  Near it: issues"],
    ["SELEC 1", 'near "SELEC": syntax error'],
    ["", "Missing STATEMENT"],
  ])("tells what is wrong with %j", (statement, message) => {
    expect(sql(statement)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("does not lose one of two columns of a name in JSON", () => {
    expect(sql("--json", "SELECT slug, slug FROM issues")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining('Two columns are called "slug"'),
    });
  });

  it("works where no index can be kept", () => {
    const other = createNotesFolder();
    writeFileSync(join(other.folder, ".fixlore"), "a file where a folder should be");
    const env = { XDG_CACHE_HOME: "/dev/null/nowhere" };
    expect(other.run(["sql", "SELECT count(*) AS n FROM issues"], { env }).stdout).toBe("n\n3\n");
    other.remove();
  });

  it("has all its tables in docs/data.md", () => {
    const file = join(import.meta.dirname, "../../docs/data.md");
    const text = readFileSync(file, "utf8");
    const [before = "", , after = ""] = text.split(/(?<=<!-- tables -->\n)|(?=<!-- \/tables -->)/);
    const sections = tables.map(({ name, about, columns }) => {
      const rows = columns.map(
        (column) => `| \`${column.name}\` | ${column.type.replace(/ .*/, "")} | ${column.about} |`,
      );
      return `\n### \`${name}\`\n\n${about[0]!.toUpperCase()}${about.slice(1)}.\n\n| column | type | |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
    });
    const written = `${before}${sections.join("")}\n${after.startsWith("<!--") ? after : text.slice(text.indexOf("<!-- /tables -->"))}`;
    if (process.env["UPDATE"]) writeFileSync(file, written);
    // The formatter aligns tables.
    const squash = (all: string): string => all.replace(/-{3,}/g, "---").replace(/ {2,}/g, " ");
    expect(squash(readFileSync(file, "utf8")), "run UPDATE=1 npx vitest run tests/cli/sql.test.ts").toBe(
      squash(written),
    );
  });
});

describe("a statement", () => {
  let index: Index;
  beforeAll(() => {
    index = createMemoryIndex();
  });
  afterAll(() => index.close());
  const run = (statement: string) => runSql(index.database, statement);

  it.each([
    "INSERT INTO issues (slug, title, status, open, reports) VALUES ('x', 'x', 'open', 1, 1) RETURNING slug",
    "WITH gone AS (SELECT 1) DELETE FROM sessions",
    "UPDATE issues SET title = 'x'",
    "DROP TABLE issues",
    "CREATE TABLE mine (x)",
    "CREATE TEMP TABLE mine AS SELECT 1",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA user_version = 7",
    "PRAGMA query_only = OFF",
    "ATTACH 'other.sqlite' AS other",
    "VACUUM INTO 'copy.sqlite'",
    "BEGIN",
    "REINDEX",
    "SELECT load_extension('x')",
  ])("that is %s is refused", (statement) => {
    expect(run(statement)).toEqual({
      problem: expect.stringMatching(/expected a SELECT|not authorized|no such function/),
    });
    expect(run("SELECT count(*) FROM issues")).toEqual({ columns: ["count(*)"], rows: [[0]] });
    expect(index.database.prepare("PRAGMA user_version").get()).toEqual({ user_version: 0 });
  });

  it("can select every column that is documented", () => {
    for (const { name, columns } of tables) {
      const names = columns.map((column) => column.name);
      expect(run(`SELECT ${names.join(", ")} FROM ${name}`)).toEqual({ columns: names, rows: [] });
    }
  });

  it("may hold large numbers, blobs and full text", () => {
    expect(run("SELECT 9007199254740993 AS large, x'00ff' AS blob, 0.5 AS half")).toEqual({
      columns: ["large", "blob", "half"],
      rows: [["9007199254740993", "00ff", 0.5]],
    });
    expect(run("SELECT count(*) AS n FROM _texts WHERE _texts MATCH 'pump'")).toEqual({ columns: ["n"], rows: [[0]] });
  });
});

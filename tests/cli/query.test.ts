/** `fixlore query`, as a process over a folder of notes. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
beforeAll(() => void (notes = createNotesFolder()));
afterAll(() => notes.remove());

describe("fixlore query", () => {
  it("prints tab-separated lines into a pipe", () => {
    const { stdout, stderr, status } = notes.run(["query", "is:open"]);
    expect(stdout).toBe("boil-10\topen\tcritical\t2026-01-12\tGauge shows last year\t2026-01-12-boiler.md:20\n");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  it("lets the newest note speak, and the older ones be found", () => {
    expect(notes.run(["query", "id:BOIL-2", "--fields", "id,status,reports,at"]).stdout).toBe(
      "BOIL-2\tfixed\t2\t2026-02-03-boiler-again.md:7\n",
    );
    expect(notes.run(["query", "date:2026-01 listeners", "--fields", "id"]).stdout).toBe("BOIL-2\n");
  });

  it.each([
    ["ERR_DRY_RUN", "BOIL-1"],
    ["err_dry", "BOIL-1"],
    ['"race condition"', "BOIL-1"],
    ["pump.ts", "BOIL-1"],
    ["src/boiler/gauge", "BOIL-10"],
    ["file:src/boiler/alarm.ts", "BOIL-2"],
    ["severity:>high", "BOIL-10"],
  ])("finds %s", (query, id) => {
    expect(notes.run(["query", query, "--fields", "id"]).stdout).toBe(`${id}\n`);
  });

  it("takes what begins with a hyphen for a negation", () => {
    expect(notes.run(["query", "-is:closed", "--fields", "id"]).stdout).toBe("BOIL-10\n");
    expect(notes.run(["query", "--count", "-is:open", "severity:low"]).stdout).toBe("1\n");
  });

  it("counts from the day it is told", () => {
    expect(notes.run(["query", "updated:30d", "--today", "2026-02-20", "--fields", "id"]).stdout).toBe("BOIL-2\n");
    expect(notes.run(["query", "updated:30d", "--today", "2026-05-01", "--count"]).stdout).toBe("0\n");
  });

  it("gives JSON in an envelope: absent scalars null, absent lists empty", () => {
    const { stdout } = notes.run(["query", "is:open", "--json"]);
    const envelope = JSON.parse(stdout);
    expect(envelope).toMatchObject({ schemaVersion: 1, kind: "issues", query: "is:open", total: 1 });
    expect(envelope.results).toHaveLength(1);
    expect(envelope.results[0]).toMatchObject({
      id: "BOIL-10",
      fix: null,
      attempts: [],
      files: ["src/boiler/gauge.ts"],
      sessions: ["2026-01-12-boiler"],
    });
    expect(JSON.parse(notes.run(["query", "nowhere-at-all", "--json"]).stdout)).toEqual({
      schemaVersion: 1,
      kind: "issues",
      query: "nowhere-at-all",
      total: 0,
      fields: null,
      results: [],
    });
  });

  it("gives one JSON object a line", () => {
    const lines = notes
      .run(["query", "--format", "ndjson", "--fields", "id,severity", "--limit", "2"])
      .stdout.trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: "BOIL-2", severity: "low" },
      { id: "BOIL-1", severity: "high" },
    ]);
  });

  it("defuses formulas in CSV, and quotes what CSV must", () => {
    expect(notes.run(["query", "id:BOIL-10", "--format", "csv", "--fields", "id,problem"]).stdout).toBe(
      'id,problem\r\nBOIL-10,"\'=The gauge, ""live"" or not, reads src/boiler/gauge.ts once."\r\n',
    );
  });

  it("prints a table with a header, and how many there are beside it", () => {
    const { stdout, stderr } = notes.run(["query", "--format", "table", "--limit", "1"]);
    expect(stdout).toBe(
      "ID      STATUS  SEVERITY  UPDATED     TITLE\nBOIL-2  fixed   low       2026-02-03  Alarm repeats itself\n",
    );
    expect(stderr).toBe("1 of 3 issues\n");
  });

  it("prints a Markdown table", () => {
    expect(notes.run(["query", "is:open", "--format", "md", "--fields", "id,title"]).stdout).toBe(
      "| id | title |\n| --- | --- |\n| BOIL-10 | Gauge shows last year |\n",
    );
  });

  it("colours only where it is asked to", () => {
    const table = ["query", "is:open", "--format", "table"];
    expect(notes.run(table).stdout).not.toContain("\u001b");
    expect(notes.run(table, { env: { CLICOLOR_FORCE: "1" } }).stdout).toContain("\u001b[31mopen");
    expect(notes.run(table, { env: { CLICOLOR_FORCE: "1", NO_COLOR: "1" } }).stdout).not.toContain("\u001b");
  });

  it("finds lessons and sessions", () => {
    expect(notes.run(["query", "is:lesson timer", "--fields", "title,at"]).stdout).toBe(
      "Start from an event\t2026-01-12-boiler.md:38\n",
    );
    expect(notes.run(["query", "is:session branch:fix/*", "--fields", "at"]).stdout).toBe("2026-01-12-boiler.md\n");
  });

  it("ranks issues by a pasted error", () => {
    const input = "2026-03-01 10:00:00 controller[4711]: ERR_DRY_RUN at src/boiler/pump.ts:88\n";
    expect(notes.run(["query", "--error", "-", "--limit", "1", "--fields", "id"], { input }).stdout).toBe("BOIL-1\n");
    writeFileSync(join(notes.folder, "error.log"), input);
    expect(notes.run(["query", "--error", "error.log", "is:closed", "--fields", "id"]).stdout).toBe("BOIL-1\n");
  });

  it("says with --quiet by its exit code alone whether there is something", () => {
    expect(notes.run(["query", "--quiet", "is:open severity:critical"])).toEqual({ stdout: "", stderr: "", status: 0 });
    expect(notes.run(["query", "--quiet", "is:open severity:low"])).toEqual({ stdout: "", stderr: "", status: 1 });
  });

  it("explains a query without reading a note", () => {
    const { stdout, status } = notes.run(["query", "--explain", "is:closed pump", "--content", "nowhere"]);
    expect(stdout).toContain('the word "pump"');
    expect(status).toBe(0);
  });

  it("reads the folders it is told, in either way", () => {
    const first = "content/2026-01-12-boiler.md";
    const second = "content/2026-02-03-boiler-again.md";
    expect(notes.run(["query", "--count", "--content", first]).stdout).toBe("3\n");
    expect(
      notes.run(["query", "--fields", "status", "id:BOIL-2", "--content", first, "--content", second]).stdout,
    ).toBe("fixed\n");
    expect(notes.run(["query", "--fields", "status", "id:BOIL-2", "--content", `${first},${second}`]).stdout).toBe(
      "fixed\n",
    );
  });

  it.each([
    [["query", "sev:high"], 'Unknown qualifier "sev"; did you mean "severity"?\n  sev:high\n  ^^^\n'],
    [["query", "a", "status:opne"], 'Unknown status "opne"; did you mean "open"?\n  a status:opne\n           ^^^^\n'],
    [["query", "--fields", "statsu"], 'Unknown field "statsu" of issues; did you mean "status"?'],
    [["query", "--limit", "0"], 'Unexpected limit "0"'],
    [["query", "--format", "xml"], 'Unknown format "xml"'],
    [["query", "--error", "nothing.log"], 'Could not read "nothing.log"'],
    [["query", "--content", "nothing"], 'Unexpected path "nothing": no such file or folder'],
    [["query", "--quiet", "--content", "nothing"], 'Unexpected path "nothing"'],
    [["query", "--today", "soon"], 'Unexpected day "soon"'],
  ])("%j is a usage error", (args, message) => {
    const { stdout, stderr, status } = notes.run(args);
    expect(stderr).toContain(message);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  });

  it("fits a table to the terminal", () => {
    const table = execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `
      import { formatTable } from ${JSON.stringify(join(import.meta.dirname, "../../src/cli/format-table.ts"))};
      process.stdout.write(formatTable(["ID", "TITLE"], [["A-1", "a title that is much too long for it"], ["B-2", "短い題名ですがそれでも幅が足りません"]], { paint: (_, text) => text, width: 24 }));
    `,
      ],
      { encoding: "utf8" },
    );
    expect(table).toBe("ID   TITLE\nA-1  a title that is mu…\nB-2  短い題名ですがそれ…\n");
  });
});

/** `fixlore show`, `files` and `stats`, as processes over a folder of notes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMinutes, readDuration } from "../../src/cli/read-duration.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
beforeAll(
  () =>
    void (notes = createNotesFolder({
      "2026-03-01-odd.md":
        "# Odd\n\n## Issues\n\n### ODD-1: Title with \u001b]0;owned\u0007 an escape\n\n**Status**: Open\n\n**Problem**: red \u001b[31mtext\u001b[0m\n",
    })),
);
afterAll(() => notes.remove());

describe("fixlore show", () => {
  it("shows all that is known, the history oldest first", () => {
    const { stdout, status } = notes.run(["show", "BOIL-2"]);
    expect(status).toBe(0);
    expect(stdout).toContain("BOIL-2  Alarm repeats itself\nfixed · low · 2026-01-12 to 2026-02-03\n");
    expect(stdout).toContain("FIX\n  Register the listener once.\n");
    expect(stdout).toMatch(/HISTORY\n {2}- 2026-01-12 {2}partial .*\n {2}- 2026-02-03 {2}fixed /);
  });

  it.each([
    ["boil-10", "Gauge shows last year"],
    ["BOIL_10", "Gauge shows last year"],
    ["2026-02", "Boiler controller: the alarm"],
    ["2026-01-12-boiler.md", "Boiler controller: three faults"],
    ["start-from", "Start from an event"],
  ])("understands %s", (name, title) => {
    const { stdout, status } = notes.run(["show", name]);
    expect(stdout.split("\n")[0]).toContain(title);
    expect(status).toBe(0);
  });

  it("takes a whole identifier before the beginning of a longer one", () => {
    expect(notes.run(["show", "boil-1"]).stdout).toContain("Pump races the valve");
  });

  it("lists what a beginning can mean", () => {
    const { stdout, stderr, status } = notes.run(["show", "boil"]);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toContain('"boil" can mean 3 records');
    expect(stderr).toContain("BOIL-10  Gauge shows last year");
  });

  it("tells two issues of one identifier apart, and never shows one as if it were alone", () => {
    const counters = createNotesFolder(
      Object.fromEntries(
        ["Lamp is dark", "Horn is silent"].map((title, at) => [
          `2026-03-0${at + 2}-counter.md`,
          `# Day ${at}\n\n**Date**: 2026-03-0${at + 2}\n\n## Issues\n\n### BUG-1: ${title}\n\n**Status**: Open\n\n**Problem**: ${title} at night.\n`,
        ]),
      ),
    );
    const { stderr, status } = counters.run(["show", "BUG-1"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/issue {4}bug-1 {2}Lamp is dark\n {2}issue {4}(bug-1-[0-9a-f]{6}) {2}Horn is silent/);
    const second = /bug-1-[0-9a-f]{6}/.exec(stderr)![0];
    expect(counters.run(["show", "bug-1"]).stdout).toContain(`OTHERS CALLED BUG-1\n  - ${second}  Horn is silent\n`);
    expect(counters.run(["show", second]).stdout).toContain("OTHERS CALLED BUG-1\n  - bug-1  Lamp is dark\n");
    const { stdout } = counters.run(["sql", "SELECT file, line, message FROM diagnostics WHERE rule = 'shared-name'"]);
    expect(stdout).toContain(
      `2026-03-03-counter.md\t7\tUnexpected "BUG-1", expected a name of its own: "BUG-1" of 2026-03-02-counter.md:7 has it, this one is at "${second}"`,
    );
    counters.remove();
  });

  it("names what is near to a name that nothing has", () => {
    const { stdout, stderr, status } = notes.run(["show", "BOLI-10"]);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toContain('No issue, lesson or session is called "BOLI-10"');
  });

  it("gives the whole record as JSON", () => {
    const { kind, schemaVersion, issue } = JSON.parse(notes.run(["show", "boil-2", "--json"]).stdout);
    expect({ kind, schemaVersion }).toEqual({ kind: "issue", schemaVersion: 1 });
    expect(issue.history).toHaveLength(2);
  });

  it("lets no escape sequence of a note through to the terminal", () => {
    const { stdout } = notes.run(["show", "odd-1"]);
    expect(stdout).toContain("red text");
    expect(stdout).not.toContain("\u001b");
    expect(notes.run(["query", "id:odd-1"]).stdout).not.toContain("\u001b");
  });
});

describe("fixlore files", () => {
  it("tells open issues from past ones", () => {
    const { stdout, status } = notes.run(["files", "src/boiler/gauge.ts", "alarm.ts", "src/unknown.ts"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/gauge\.ts\n {2}open \(1\)\n {4}BOIL-10/);
    expect(stdout).toMatch(/alarm\.ts\n {2}past \(1\)\n {4}BOIL-2/);
    expect(stdout).toContain("src/unknown.ts\n  nothing is known of it\n");
  });

  it("knows a file by a longer path than the note's", () => {
    expect(notes.run(["files", "/home/me/project/src/boiler/gauge.ts"]).stdout).toContain("BOIL-10");
  });

  it("gives the same shape for every file as JSON", () => {
    const { kind, files } = JSON.parse(notes.run(["files", "src/boiler/gauge.ts", "x.ts", "--json"]).stdout);
    expect(kind).toBe("files");
    expect(files[0].open).toMatchObject({ total: 1, results: [{ id: "BOIL-10" }] });
    expect(files[1]).toEqual({
      path: "x.ts",
      open: { total: 0, results: [] },
      closed: { total: 0, results: [] },
      lessons: { total: 0, results: [] },
    });
  });
});

describe("fixlore stats", () => {
  it("counts issues", () => {
    const counted = JSON.parse(notes.run(["stats", "id:boil-*", "--json"]).stdout);
    expect(counted).toMatchObject({
      schemaVersion: 1,
      kind: "stats",
      total: 3,
      open: 1,
      timeToFix: { known: 1, medianMinutes: 45 },
    });
    expect(counted.byStatus).toEqual([
      { status: "open", count: 1 },
      { status: "fixed", count: 2 },
    ]);
    expect(counted.byMonth).toEqual([
      { month: "2026-01", reported: 3, closed: 1 },
      { month: "2026-02", reported: 0, closed: 1 },
    ]);
  });

  it("draws them for people", () => {
    expect(notes.run(["stats", "id:boil-*"]).stdout).toContain(
      "3 issues, 1 open, median time to fix 45 min (stated by 1)\n",
    );
  });
});

describe("a duration", () => {
  it.each([
    ["10 minutes", 10],
    ["~4 hours", 240],
    ["2-4 hours", 180],
    ["1h 30min", 90],
    ["1.5 days", 2160],
    ["1 hour and 5 minutes", 65],
    ["30s", 0.5],
    ["soon", null],
    ["3 tries", null],
  ])("%s", (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });

  it.each([
    [0.2, "under a minute"],
    [45, "45 min"],
    [150, "2 h 30 min"],
    [120, "2 h"],
    [4320, "3 days"],
  ])("of %d minutes reads %s", (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});

/** On a real pseudo-terminal: what fits is printed, what does not goes through the pager, and tables fit the width. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinLines } from "../../src/cli/join-lines.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");
const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;

let notes: NotesFolder;
beforeAll(() => {
  notes = createNotesFolder({
    "2026-02-10-boiler-code.md": `# The boiler's code\n\n**Date**: 2026-02-10\n\n## Issues\n\n### BOIL-77: A line too long to fit into any terminal that a person would have on a desk, and then some more\n\n**Status**: Open\n\n**Problem**: One sentence that its author\nhas broken into\nthree lines.\n\n**Fix**:\n\n\`\`\`ts\nconst aVeryLongLine = "that must not be broken whatever the width is, since people copy it from here";\n\`\`\`\n`,
  });
});
afterAll(() => notes.remove());

interface Screen {
  columns?: number;
  rows?: number;
  env?: NodeJS.ProcessEnv;
}

function onTerminal(command: string, { columns = 80, rows = 100, env = {} }: Screen = {}): string[] {
  const { NO_COLOR: _, FORCE_COLOR: __, CLICOLOR_FORCE: ___, PAGER: ____, ...clean } = process.env;
  const { stdout } = spawnSync(
    "script",
    ["-qec", `stty cols ${columns} rows ${rows}; "${process.execPath}" "${bin}" ${command}`, "/dev/null"],
    { cwd: notes.folder, encoding: "utf8", env: { ...clean, TERM: "xterm", NO_COLOR: "1", ...env } },
  );
  return stdout.replaceAll("\r", "").split("\n").slice(0, -1);
}

describe.skipIf(!hasScript)("on a terminal", () => {
  const marked = (lines: readonly string[]) => lines.filter((line) => line.startsWith("P:")).length;
  const pager = { PAGER: "sed 's/^/P:/'" };

  it("long output goes through the pager, with its options", () => {
    expect(marked(onTerminal("stats", { rows: 5, env: pager }))).toBeGreaterThan(5);
    expect(marked(onTerminal("show BOIL-1", { rows: 5, env: pager }))).toBeGreaterThan(5);
    expect(marked(onTerminal("sql 'SELECT slug, title FROM issues'", { rows: 3, env: pager }))).toBe(5);
  });

  it.each<[string, string, Screen]>([
    ["fits", "stats", { rows: 100, env: pager }],
    ["is not to be paged", "stats --no-pager", { rows: 5, env: pager }],
    ["is to go through cat", "stats", { rows: 5, env: { PAGER: "cat" } }],
    ["is to go through nothing", "stats", { rows: 5, env: { PAGER: "" } }],
    ["is for a dumb terminal", "stats", { rows: 5, env: { ...pager, TERM: "dumb" } }],
  ])("output that %s is printed as it is", (_, command, screen) => {
    const lines = onTerminal(command, screen);
    expect(marked(lines)).toBe(0);
    expect(lines[0]).toMatch(/^4 issues, 2 open/);
  });

  it("output is not lost where there is no such pager", () => {
    expect(onTerminal("stats", { rows: 5, env: { PAGER: "no-such-pager-anywhere" } }).join("\n")).toMatch(/^4 issues/m);
  });

  it("a table fits the width, and a narrow one keeps its titles", () => {
    for (const columns of [44, 60, 80, 120, 200]) {
      const lines = onTerminal("query", { columns });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(lines.find((line) => line.startsWith("BOIL-1 "))).toMatch(/Pump races/);
    }
    expect(onTerminal("query", { columns: 80 })[0]).toBe("ID       STATUS  SEVERITY  UPDATED     TITLE");
    expect(onTerminal("query", { columns: 60 })[0]).toBe("ID       STATUS  SEVERITY  TITLE");
  });

  it("a paragraph is broken anew, a line of code never", () => {
    const lines = onTerminal("show BOIL-77", { columns: 60 });
    expect(lines).toContain("  One sentence that its author has broken into three lines.");
    expect(lines).toContain(
      '  const aVeryLongLine = "that must not be broken whatever the width is, since people copy it from here";',
    );
  });

  it("colours are for terminals, and for those who insist", () => {
    expect(onTerminal("query", { env: { NO_COLOR: "" } }).join("")).toContain("\u001b[32mfixed");
    expect(onTerminal("query").join("")).not.toContain("\u001b[");
    expect(notes.run(["query", "--format", "table"]).stdout).not.toContain("\u001b[");
    const forced = notes.run(["query", "--format", "table"], { env: { CLICOLOR_FORCE: "1" } }).stdout;
    expect(forced).toContain("\u001b[32mfixed");
    expect(
      notes.run(["query", "--format", "table"], { env: { CLICOLOR_FORCE: "1", NO_COLOR: "1" } }).stdout,
    ).not.toContain("\u001b[");
  });
});

describe("lines of a paragraph", () => {
  it.each([
    ["a\nb\n\nc\nd", "a b\n\nc d"],
    ["- one\n  goes on\n- two", "- one goes on\n- two"],
    ["1. one\n2. two\ngoes on", "1. one\n2. two goes on"],
    ["```\na\nb\n```\nc\nd", "```\na\nb\n```\nc d"],
    ["| a |\n| - |\n| b |", "| a |\n| - |\n| b |"],
    ["# Head\ntext\ntext", "# Head\ntext text"],
    ["hard  \nbreak", "hard  \nbreak"],
    ["**One**: a\n**Two**: b", "**One**: a\n**Two**: b"],
    ["> quote\nrest", "> quote\nrest"],
    ["text\n    indented on", "text indented on"],
    ["\n    code\n    code", "\n    code\n    code"],
  ])("%j becomes %j", (given, expected) => {
    expect(joinLines(given)).toBe(expected);
  });
});

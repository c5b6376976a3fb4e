/** Commands run over hostile notes as processes: nothing of a note, a file name or an argument acts on a terminal or a spreadsheet. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { siteVectors, writeHostileNotes } from "./site-vectors.ts";

const entry = join(import.meta.dirname, "../../src/cli/bin.js");
const notes = writeHostileNotes(siteVectors.slice(20, 35));
const escapeNote = `# \u001b[2J Screen is gone

**Status**: \u001b[31mfixed\u009b31m

## BUG-1: \u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\ and \u202egnp.exe

**Problem**: The bell \u0007 rings, and \r the line is written over \u2066.

**Fix**: =HYPERLINK("https://evil.example")

**Files**: \`src/\u001b[31mred.ts\`
`;
writeFileSync(join(notes, "\u001b]0;owned\u0007 \u202e title.md"), `---\na: [\n---\n${escapeNote}`);
symlinkSync("/nowhere\u001b[31m", join(notes, "lost \u001b[31m.md"));
const cwd = mkdtempSync(join(tmpdir(), "fixlore-terminal-"));

/** What is left of it once colours of our own are allowed: none are, without a terminal. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function run(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, [entry, ...args], { encoding: "utf8", cwd, maxBuffer: 2 ** 27 });
}

const content = ["--content", notes];
const calls: readonly (readonly string[])[] = [
  ["parse", notes],
  ["parse", "--explain", join(notes, "\u001b]0;owned\u0007 \u202e title.md")],
  ["parse", "--format", "json", notes],
  ["query", "is:issue", "--limit", "1000", ...content],
  ["query", "is:issue", "--explain", ...content],
  ["query", "is:issue", "--format", "json", "--limit", "1000", ...content],
  ["query", "is:session", "--format", "ndjson", ...content],
  ["query", "is:issue", "--format", "tsv", ...content],
  ["query", "is:lesson", "--format", "md", ...content],
  ["query", "\u001b[31mnone:x", ...content],
  ["query", "status:\u202eopen", ...content],
  ["query", "--error", "\u001b[31mwindow.hacked", ...content],
  ["stats", ...content],
  ["files", "src/\u001b[31mred.ts", ...content],
  ["show", "bug-1", ...content],
  ["show", "\u001b[31mnothing", ...content],
  ["parse", "\u001b[31mmissing"],
  ["\u001b[31mcommand"],
  ["query", "--\u001b[31moption"],
];

describe("nothing of a note or an argument acts on a terminal", () => {
  // A name that a terminal can be shown, too.
  const named = calls.map((args) => [JSON.stringify(args.slice(0, 4)).replaceAll("\u202e", ""), args] as const);
  it.each(named)("%s", (_name, args) => {
    const { stdout, stderr, status } = run(...args);
    expect([0, 1, 2]).toContain(status);
    expect(stdout + stderr).not.toBe("");
    expect(stderr).not.toContain("fault of fixlore");
    const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => acting.test(line));
    expect(lines).toEqual([]);
  });
});

describe("nothing of a note acts on a spreadsheet", () => {
  it("as no cell begins as a formula does", () => {
    const { stdout } = run(
      "query",
      "is:issue",
      "--format",
      "csv",
      "--limit",
      "1000",
      "--fields",
      "title,fix",
      ...content,
    );
    expect(stdout).toContain("HYPERLINK");
    for (const line of stdout.split("\r\n"))
      for (const [, cell = ""] of line.matchAll(/(?:^|,)"?([^",]*)/g)) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠-]/);
  });
});

/** The scripts that shells complete with: run in bash as a user's key would, checked by the other shells where they are. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
const folder = mkdtempSync(join(tmpdir(), "fixlore-completions-"));
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

beforeAll(() => {
  notes = createNotesFolder();
  for (const shell of ["bash", "zsh", "fish", "pwsh"])
    writeFileSync(join(folder, shell), notes.run(["completions", shell]).stdout);
});
afterAll(() => {
  notes.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What bash offers for the last of the words, taken apart as bash does: a colon is a word of its own. */
function complete(...words: string[]): string[] {
  const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fixlore; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", script, join(folder, "bash"), ...words], {
    encoding: "utf8",
    cwd: notes.folder,
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout.split("\n").filter((line) => line !== "");
}

describe.skipIf(!has("bash"))("bash", () => {
  it.each<[string[], string[]]>([
    [["qu"], ["query"]],
    [["help", "sh"], ["show"]],
    [["query", "--fo"], ["--format"]],
    [["query", "--format", "n"], ["ndjson"]],
    [["query", "seve"], ["severity:"]],
    [["query", "status", ":", "pa"], ["partial"]],
    [
      ["stats", "severity", ":"],
      ["critical", "high", "medium", "low", "none"],
    ],
    [["show", "--no"], ["--no-pager"]],
    [
      ["completions", ""],
      ["bash", "zsh", "fish", "pwsh"],
    ],
    [
      ["schema", "les"],
      ["lessons", "lesson"],
    ],
    [["query", "--content", "con"], ["content"]],
    [["parse", "con"], ["content"]],
    [["query", "--limit", ""], []],
    [["nothing", "--fo"], []],
  ])("completes %j with %j", (words, expected) => {
    expect(complete("fixlore", ...words)).toEqual(expected);
  });

  it("knows every command", () => {
    expect(complete("fixlore", "").sort()).toEqual([...commands.keys(), "help", "--help", "--version"].sort());
  });
});

it.each(["zsh", "fish", "pwsh"])(
  "the script for %s names every command and option, and is one that it can read",
  (shell) => {
    const { stdout, status } = notes.run(["completions", shell]);
    expect(status).toBe(0);
    for (const name of commands.keys()) expect(stdout).toContain(name);
    for (const option of ["format", "no-pager", "severity", "in-progress"]) expect(stdout).toContain(option);
    if (!has(shell)) return;
    const check = shell === "pwsh" ? ["-NoProfile", "-File"] : ["-n"];
    expect(spawnSync(shell, [...check, join(folder, shell)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  },
);

it("another shell is a usage error that names those there are", () => {
  expect(notes.run(["completions", "bsh"])).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringContaining('Unknown shell "bsh"; did you mean "bash" or "zsh"?'),
  });
  expect(notes.run(["completions"])).toMatchObject({ status: 2, stdout: "" });
});

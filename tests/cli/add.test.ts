/** `fixlore add` as a process: what it writes, what it tells, and that nothing is lost whatever goes wrong. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { damages } from "../source/damage.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const note = `# Gauge reads twice ✅

**Date**: 2026-03-09

## BOIL-10: Gauge shows last year

**Status**: Fixed

**Problem**: The gauge in the hall shows the numbers of last year, and those of this year a minute later.

**Fix**: The cache is emptied at midnight — not at noon.
`;

let notes: NotesFolder;
let outside: string;
beforeEach(() => {
  notes = createNotesFolder();
  outside = mkdtempSync(join(tmpdir(), "fixlore-outside-"));
});
afterEach(() => {
  notes.remove();
  rmSync(outside, { recursive: true, force: true });
});

function place(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(outside, name), bytes);
  return join(outside, name);
}
const list = () => readdirSync(join(notes.folder, "content")).sort();
const read = (path: string) => readFileSync(join(notes.folder, path));

describe("fixlore add", () => {
  it("writes a note under its day and title, byte for byte, and says what it understood", () => {
    const { stdout, stderr, status } = notes.run(["add", place("odd name.txt", note), "--yes"]);
    expect({ stdout, status }).toEqual({ stdout: "content/2026-03-09-gauge-reads-twice.md\n", status: 0 });
    expect(read(stdout.trim()).toString()).toBe(note);
    expect(existsSync(join(notes.folder, "content/.originals"))).toBe(false);
    expect(stderr).toContain("BOIL-10  Gauge shows last year");
    expect(stderr).toContain("known issue: BOIL-10 is open; this becomes a part of its history");
    expect(notes.run(["query", "id:BOIL-10 is:closed", "--format", "ndjson"]).stdout).toContain('"status":"fixed"');
  });

  it("warns of secrets, by line and kind", () => {
    const password = ["q7Rw", "2kfT", "9xLm"].join("");
    const text = note.replace("not at noon", `as in postgres://boiler:${password}@db.boiler.example.com/years`);
    const { stderr } = notes.run(["add", "-", "--dry-run"], { input: text });
    expect(stderr).toMatch(/^secret: line 11 holds one \(PostgreSQL/m);
    expect(notes.run(["add", "-", "--dry-run"], { input: note }).stderr).not.toContain("secret:");
  });

  it("takes standard input, and a date out of a file name", () => {
    const undated = note.replace(/\*\*Date.*\n\n/, "");
    expect(notes.run(["add", "-", "-y"], { input: note }).stdout).toBe("content/2026-03-09-gauge-reads-twice.md\n");
    const named = notes.run(["add", place("GAUGE_MAR_08_2026.md", undated.replaceAll("hall", "attic")), "-y"]);
    expect(named.stdout).toBe("content/2026-03-08-gauge-reads-twice.md\n");
    const plain = notes.run(["add", "-", "-y"], { input: "The hatch was stuck\nagain.\n" });
    expect(plain.stdout).toBe("content/the-hatch-was-stuck.md\n");
    expect(plain.stderr).toContain("no date:");
    const dated = notes.run(["add", "-", "-y", "--date", "2026-03-07"], { input: "The door was stuck\nas well.\n" });
    expect(dated.stdout).toBe("content/2026-03-07-the-door-was-stuck.md\n");
  });

  it("repairs what is damaged, and keeps the bytes as they came", () => {
    const damaged = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(damages["Mac Roman"]!(note))]);
    const { stdout, stderr } = notes.run(["add", place("broken.md", damaged), "--yes"]);
    expect(read(stdout.trim()).toString()).toBe(note);
    expect(read("content/.originals/2026-03-09-gauge-reads-twice.md").equals(damaged)).toBe(true);
    expect(stderr).toContain("repaired-encoding");
    expect(stderr).toContain("The bytes as they came are in content/.originals/2026-03-09-gauge-reads-twice.md");
    // The kept bytes are no note: nothing is counted twice.
    expect(notes.run(["query", "is:session", "--format", "ndjson"]).stdout.trim().split("\n")).toHaveLength(3);
  });

  it("writes the same note once, however it comes", () => {
    const path = place("a.md", note);
    const crlf = place("b.md", note.replaceAll("\n", "\r\n"));
    const { stdout } = notes.run(["add", path, crlf, "--yes"]);
    expect(stdout).toBe("content/2026-03-09-gauge-reads-twice.md\n".repeat(2));
    const again = notes.run(["add", crlf, "--yes"]);
    expect(again).toMatchObject({ stdout: "content/2026-03-09-gauge-reads-twice.md\n", status: 0 });
    expect(again.stderr).toMatch(/^there already: content\/2026-03-09-gauge-reads-twice\.md/);
    expect(list()).toHaveLength(3);
  });

  it("warns of a note that is nearly the same, and never takes its place", () => {
    notes.run(["add", "-", "--yes"], { input: note });
    const { stdout, stderr } = notes.run(["add", "-", "--yes"], { input: `${note}\nIt was seen again in May.\n` });
    expect(stdout).toBe("content/2026-03-09-gauge-reads-twice-2.md\n");
    expect(stderr).toMatch(/very like: content\/2026-03-09-gauge-reads-twice\.md has 99 % of it/);
    expect(stderr).not.toContain("boiler-again");
    expect(read("content/2026-03-09-gauge-reads-twice.md").toString()).toBe(note);
  });

  it("only says what it would do with --dry-run", () => {
    const before = list();
    const { stdout, status } = notes.run(["add", "-", "--dry-run"], { input: note });
    expect({ stdout, status }).toEqual({ stdout: "content/2026-03-09-gauge-reads-twice.md\n", status: 0 });
    expect(list()).toEqual(before);
  });

  it.each([
    [["add", "-"], 2, /Nobody can be asked .*\n {2}--yes writes/],
    [["add", "gone.md", "-y"], 2, /Could not read "gone\.md": no such file/],
    [["add", "content", "-y"], 2, /Unexpected folder "content", expected a note/],
    [["add"], 2, /Missing FILE/],
    [["add", "-", "-y", "--folder", "nowhere"], 2, /Unexpected path "nowhere"/],
    [["add", "picture.md", "-", "-y"], 1, /picture\.md: Unexpected .*expected a text in Markdown/],
    [["add", "empty.md", "-", "-y"], 1, /empty\.md: Unexpected empty note/],
  ])("with %j exits with %i and writes nothing", (args, expected, message) => {
    writeFileSync(join(notes.folder, "picture.md"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0]));
    writeFileSync(join(notes.folder, "empty.md"), "\n");
    const before = list();
    const { stdout, stderr, status } = notes.run(args, { input: note });
    expect({ stdout, status }).toEqual({ stdout: "", status: expected });
    expect(stderr).toMatch(message);
    expect(list()).toEqual(before);
  });
});

describe("a write that is cut short", () => {
  /** Loaded before the command: lets one call of the file system go wrong. */
  const spoil = (code: string) => {
    const path = place(
      "spoil.mjs",
      `import fs from "node:fs/promises";\nimport { syncBuiltinESMExports } from "node:module";\n${code}\nsyncBuiltinESMExports();\n`,
    );
    return { NODE_OPTIONS: `--import ${pathToFileURL(path).href}` };
  };
  const fullDisk = `const { open } = fs;
    fs.open = async (...args) => {
      const file = await open(...args);
      const write = file.writeFile.bind(file);
      file.writeFile = async (bytes) => {
        await write(bytes.slice(0, 20));
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      };
      return file;
    };`;

  it("leaves no half note on a full disk", () => {
    const before = list();
    const { stdout, stderr, status } = notes.run(["add", "-", "-y"], { input: note, env: spoil(fullDisk) });
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(/Nothing was written to .*gauge-reads-twice\.md: ENOSPC: no space left on device$/m);
    expect(list()).toEqual(before);
  });

  it("says so where the folder cannot be written to", () => {
    const readOnly = `fs.open = async () => { throw Object.assign(new Error("EROFS: read-only file system, open 'x'"), { code: "EROFS" }); };`;
    const { stdout, stderr, status } = notes.run(["new", "Valve", "--no-edit"], { env: spoil(readOnly) });
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(/Nothing was written to .*valve\.md: EROFS: read-only file system$/m);
  });

  it("leaves nothing that is read when it is killed, and the next one tidies up", () => {
    const before = list();
    const killed = `fs.link = async () => { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); };`;
    const { stdout, status } = notes.run(["add", "-", "-y"], { input: note, env: spoil(killed) });
    expect({ stdout, status }).toEqual({ stdout: "", status: null });
    const left = list().filter((name) => !before.includes(name));
    expect(left).toEqual([expect.stringMatching(/^\.fixlore-new-\d+-0$/)]);
    expect(notes.run(["query", "is:session", "--format", "ndjson"]).stdout.trim().split("\n")).toHaveLength(2);
    expect(notes.run(["add", "-", "-y"], { input: note }).status).toBe(0);
    expect(list()).toEqual([...before, "2026-03-09-gauge-reads-twice.md"].sort());
  });

  it("works on file systems without second names", () => {
    const noLinks = `fs.link = async () => { throw Object.assign(new Error("EPERM"), { code: "EPERM" }); };`;
    const env = spoil(noLinks);
    expect(notes.run(["add", "-", "-y"], { input: note, env }).stdout).toBe(
      "content/2026-03-09-gauge-reads-twice.md\n",
    );
    expect(read("content/2026-03-09-gauge-reads-twice.md").toString()).toBe(note);
  });
});

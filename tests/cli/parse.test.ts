/** `fixlore parse` as a process, and what holds for every command: unknown names, help, version, closed pipes. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");
const escape = "\u001B[2J\u009B31m";
const cellar = `---
date: 2026-03-04
---
# Cellar: the hatch ${escape}

**Branch**: fix/hatch

## Issues

### HATCH-1: Hatch does not lock

**Status**: 🟡 Partially fixed

**Problem**: The bolt of \`src/hatch.ts:12\` stops short.

**Fix**: A longer bolt.
`;

let notes: NotesFolder;
const run = (...args: string[]) => notes.run(args);

beforeAll(() => {
  notes = createNotesFolder({ "cellar.md": cellar, "empty.md": "" });
  mkdirSync(join(notes.folder, "odd"));
  writeFileSync(join(notes.folder, "odd", "picture.md"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0]));
  writeFileSync(join(notes.folder, "odd", "fine.txt"), "# A plain text\n\nRead as Markdown.\n");
  writeFileSync(join(notes.folder, "odd", "broken.md"), "---\ntitle: [unclosed\n---\n# Broken\n\nText.\n");
  mkdirSync(join(notes.folder, "bare"));
});
afterAll(() => notes.remove());

describe("fixlore parse", () => {
  it("gives one flat object a note and a line", () => {
    const { stdout, status } = run("parse", "--format", "ndjson", "content/cellar.md", "odd/fine.txt");
    const [first, second, ...rest] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rest).toEqual([]);
    expect(status).toBe(0);
    expect(first).toMatchObject({
      path: "content/cellar.md",
      date: "2026-03-04",
      branch: "fix/hatch",
      duration: null,
      length: cellar.length,
      lessons: [],
      issues: [{ id: "HATCH-1", title: "Hatch does not lock", status: "partial", severity: null, rootCause: null }],
    });
    const { problem } = first.issues[0];
    expect(cellar.slice(problem.place.start.offset, problem.place.end.offset)).toBe(problem.markdown);
    expect(first.issues[0].files).toEqual([{ path: "src/hatch.ts", line: 12, endLine: null, note: null }]);
    expect(second).toMatchObject({ path: "odd/fine.txt", title: "A plain text", date: null, issues: [] });
  });

  it("wraps them in an envelope as JSON", () => {
    const { stdout } = run("parse", "--format", "json", "content");
    const { schemaVersion, kind, documents } = JSON.parse(stdout);
    expect({ schemaVersion, kind, paths: documents.map(({ path }: { path: string }) => path) }).toEqual({
      schemaVersion: 1,
      kind: "documents",
      paths: ["2026-01-12-boiler.md", "2026-02-03-boiler-again.md", "cellar.md", "empty.md"],
    });
  });

  it("shows people what was understood, and where", () => {
    const { stdout, stderr, status } = run("parse", "content/cellar.md");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toMatch(/partial\s+HATCH-1\s+Hatch does not lock/);
    expect(stdout).toContain("content/cellar.md:10");
    expect(stdout).toMatch(/problem\s+The bolt of/);
  });

  it("shows with --explain the rule and the line behind a field", () => {
    const { stdout } = run("parse", "--explain", "content/cellar.md");
    expect(stdout).toMatch(/status\s+content\/cellar\.md:12:\d+ {2}\S/);
    expect(run("parse", "content/cellar.md").stdout).not.toMatch(/cellar\.md:12:\d/);
  });

  it.each(["pretty", "json", "ndjson"])("lets no control character of a note through as %s", (format) => {
    const { stdout, stderr } = run("parse", "--format", format, "content/cellar.md");
    // oxlint-disable-next-line no-control-regex -- it is what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(stdout).toContain("Cellar: the hatch");
  });

  it("reads the rest when one file cannot be read, and says which", () => {
    const { stdout, stderr, status } = run("parse", "--format", "ndjson", "odd", "nowhere.md");
    expect(status).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).path),
    ).toEqual(["broken.md", "fine.txt", "picture.md"]);
    expect(stderr).toMatch(/^nowhere\.md error: .*\(missing-input\)$/m);
    expect(stderr).toMatch(/^picture\.md error: .*\(binary-file\)$/m);
    expect(stderr).toMatch(/^broken\.md:\d+:\d+ warning: .*\(broken-front-matter\)$/m);
  });

  it("takes an empty note for odd, not for lost", () => {
    const { status, stderr } = run("parse", "--format", "ndjson", "content/empty.md");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("(empty-note)") });
  });

  it.each([
    [["nowhere"], 1, /no such file or folder/],
    [["bare"], 1, /without notes/],
    [[], 2, /Missing FILE/],
    [["--format", "yaml", "content"], 2, /Unknown format "yaml", expected pretty, json, ndjson/],
    [["--format", "njson", "content"], 2, /Unknown format "njson"; did you mean .*"ndjson"/],
    [["--formt=json", "content"], 2, /Unknown option "--formt"; did you mean "--format"/],
    [["content", "--format"], 2, /Option --format needs a value: pretty, json, ndjson/],
    [["--explain=yes", "content"], 2, /Option --explain takes no value/],
  ])("with %j exits with %i and prints nothing", (args, expected, message) => {
    const { stdout, stderr, status } = run("parse", ...args);
    expect({ stdout, status }).toEqual({ stdout: "", status: expected });
    expect(stderr).toMatch(message);
  });
});

describe("fixlore", () => {
  it.each([
    ["init"],
    ["new"],
    ["add"],
    ["status"],
    ["parse"],
    ["query"],
    ["show"],
    ["stats"],
    ["files"],
    ["build"],
    ["start"],
  ])("helps with %s", (name) => {
    const { stdout, stderr, status } = run(name, "--help");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toContain(`Usage\n  fixlore ${name}`);
    expect(stdout).toContain("Options\n");
    expect(stdout).not.toContain("\u001B");
    expect(run("help", name).stdout).toBe(stdout);
    expect(run("--help").stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, "m"));
  });

  it("names the nearest command", () => {
    const { stdout, stderr, status } = run("prase");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(/Unknown command "prase"; did you mean "parse"/);
    expect(run("--vresion").stderr).toMatch(/Unknown option "--vresion"/);
  });

  it("asks for a command, and tells its version", () => {
    expect(run()).toMatchObject({ stdout: "", status: 2, stderr: expect.stringContaining("Commands\n") });
    expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("stops in silence when its reader has seen enough", async () => {
    const many = createNotesFolder(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`n${n}.md`, cellar.repeat(20)])),
    );
    const child = spawn(process.execPath, [bin, "parse", "--format", "ndjson", "content"], { cwd: many.folder });
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    many.remove();
    expect({ status, stderr: stderr.replace(/^.* warning: .*\n(?: {2}.*\n)*/gm, "") }).toEqual({
      status: 0,
      stderr: "",
    });
  });

  it("colours when forced, and not when told not to", () => {
    const colored = (env: NodeJS.ProcessEnv) =>
      notes.run(["parse", "content/cellar.md"], { env }).stdout.includes("\u001B[");
    expect(colored({ CLICOLOR_FORCE: "1" })).toBe(true);
    expect(colored({ CLICOLOR_FORCE: "1", NO_COLOR: "1" })).toBe(false);
    expect(colored({})).toBe(false);
  });

  it("says what an older Node is to do", () => {
    const code = `Object.defineProperty(process.versions, "node", { value: "20.1.0" }); await import(${JSON.stringify(bin)});`;
    const { stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
    expect({ stderr: stderr.split("\n")[0], status }).toEqual({
      stderr: "fixlore needs Node 24 or newer, this is Node 20.1.0.",
      status: 2,
    });
  });
});

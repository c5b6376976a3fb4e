/** `fixlore new` as a process: what its templates give once they are filled in, the identifier it takes, what it refuses. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEditor } from "../../src/cli/notes/open-editor.ts";
import { projectExtraction } from "../project-extraction.ts";
import { readNote } from "../read-note.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
beforeEach(() => {
  notes = createNotesFolder();
});
afterEach(() => notes.remove());

/** Git must not know who runs the test. */
const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const create = (...args: string[]) => {
  const { stdout, stderr, status } = notes.run(["new", "--date", "2026-04-05", ...args], { env: nobody });
  const path = stdout.trim();
  return { path, stdout, stderr, status, text: status === 0 ? readFileSync(join(notes.folder, path), "utf8") : "" };
};

/** What an author types over the hints, one after the other. */
function fillIn(text: string, answers: readonly string[]): string {
  const left = [...answers];
  const filled = text.replace(/<!--.*?-->/gs, () => left.shift() ?? "");
  expect(left).toEqual([]);
  return filled;
}

const cause = "The valve is read before the sensor answers.";
const fix =
  "Wait for the sensor in `src/boiler/valve.ts:40`.\n\n```ts\n// BEFORE\nread();\n// AFTER\nawait sensor;\nread();\n```";
const proof = "Forty starts in a row, none of them cold.";
const lesson = "**Ask before you read**: a sensor says when it is ready";

describe("a new note", () => {
  it("of one problem says what it is before anything is filled in, and nothing else", () => {
    const { path, text } = create("Valve sticks", "--prefix", "boil");
    expect(path).toBe("content/2026-04-05-boil-11-valve-sticks.md");
    expect(projectExtraction(readNote(Buffer.from(text), path))).toEqual({
      title: "BOIL-11: Valve sticks",
      date: "2026-04-05",
      status: "open",
      issues: [{ id: "BOIL-11", title: "Valve sticks", status: "open" }],
    });
  });

  it("of one problem is read completely", () => {
    const { path, text } = create("Valve sticks", "--prefix", "boil", "--status", "fixed");
    const filled = fillIn(text, [
      "high",
      "boiler, valve",
      "45 minutes",
      "The house is cold.",
      cause,
      fix,
      proof,
      lesson,
    ]);
    writeFileSync(join(notes.folder, path), filled);
    expect(notes.run(["check", "--strict", "--today", "2026-04-06", path])).toMatchObject({
      stdout: "1 note checked: nothing is wrong\n",
      status: 0,
    });
    const extraction = readNote(Buffer.from(filled), path);
    expect(extraction.session.components).toEqual(["boiler", "valve"]);
    expect(projectExtraction(extraction)).toEqual({
      title: "BOIL-11: Valve sticks",
      date: "2026-04-05",
      status: "fixed",
      issues: [
        {
          id: "BOIL-11",
          title: "Valve sticks",
          status: "fixed",
          severity: "high",
          files: ["src/boiler/valve.ts:40"],
          problem: "The house is cold.",
          rootCause: cause,
          fix: expect.stringMatching(/^Wait for the sensor .* read\(\);$/),
          verification: proof,
          code: ["before ts", "after ts"],
          timeToFix: "45 minutes",
        },
      ],
      lessons: ["lesson: Ask before you read"],
    });
  });

  it("of one problem is read completely when the hints are left where they are", () => {
    const { path, text } = create("Valve sticks");
    const answers = ["", "", "", "The house is cold.", cause, fix, proof, lesson];
    const filled = text.replace(/<!--.*?-->/gs, (hint) => `${answers.shift()}\n\n${hint}`);
    const [issue] = readNote(Buffer.from(filled), path).issues;
    expect(issue).toMatchObject({ id: null, title: "Valve sticks", severity: null, timeToFix: null, components: [] });
    expect(issue?.rootCause?.markdown).toBe(cause);
    expect(issue?.fix?.markdown).toBe(fix);
  });

  it("of a session is read completely", () => {
    const { path, text } = create(
      "Boiler after the move",
      "--from",
      "session",
      "--prefix",
      "BOIL",
      "--status",
      "partial",
    );
    const answers = [
      "3 hours",
      "fix/boiler",
      "Both faults found, one mended.",
      "Valve sticks",
      "Fixed",
      "high",
      "`src/boiler/valve.ts:40`",
      "The house is cold.",
      cause,
      "Wait for the sensor.",
      proof,
      "Look at BOIL-10 as well",
      lesson,
    ];
    expect(projectExtraction(readNote(Buffer.from(fillIn(text, answers)), path))).toEqual({
      title: "Boiler after the move",
      date: "2026-04-05",
      status: "partial",
      branch: "fix/boiler",
      duration: "3 hours",
      issues: [
        {
          id: "BOIL-11",
          title: "Valve sticks",
          status: "fixed",
          severity: "high",
          files: ["src/boiler/valve.ts:40"],
          problem: "The house is cold.",
          rootCause: cause,
          fix: "Wait for the sensor.",
          verification: proof,
        },
      ],
      lessons: ["lesson: Ask before you read"],
      actions: ["todo: Look at BOIL-10 as well"],
    });
  });

  it("of an incident is read completely", () => {
    const { path, text } = create("No heating on Sunday", "--from", "postmortem", "--id", "OUT-7", "--status", "fixed");
    const answers = [
      "critical",
      "Ada Brenner",
      "5 hours",
      "The heating was off.",
      "Two houses were cold.",
      cause,
      "The valve was opened by hand.",
      proof,
      "07:10 first call",
      "Order a second sensor",
      lesson,
    ];
    const extraction = readNote(Buffer.from(fillIn(text, answers)), path);
    expect(extraction.session.authors).toEqual(["Ada Brenner"]);
    expect(projectExtraction(extraction)).toEqual({
      title: "OUT-7: No heating on Sunday",
      date: "2026-04-05",
      status: "fixed",
      duration: "5 hours",
      issues: [
        {
          id: "OUT-7",
          title: "No heating on Sunday",
          status: "fixed",
          severity: "critical",
          problem: "The heating was off.",
          impact: "Two houses were cold.",
          rootCause: cause,
          fix: "The valve was opened by hand.",
          verification: proof,
          nextSteps: "Order a second sensor",
        },
      ],
      lessons: ["lesson: Ask before you read"],
      actions: ["todo: Order a second sensor"],
    });
  });

  it("keeps every character of its title", () => {
    const { text, path } = create("`Map<Key>` is shown, List<T> is not");
    expect(readNote(Buffer.from(text), path).session.title).toBe("Map<Key> is shown, List<T> is not");
  });

  it("never takes the place of another", () => {
    const [first, second] = [create("Valve sticks"), create("Valve sticks", "--status", "fixed")];
    expect([first.path, second.path]).toEqual([
      "content/2026-04-05-valve-sticks.md",
      "content/2026-04-05-valve-sticks-2.md",
    ]);
    expect(readFileSync(join(notes.folder, first.path), "utf8")).toBe(first.text);
  });

  it("takes the number that no note has used or mentioned, with as many digits", () => {
    writeFileSync(
      join(notes.folder, "content/plan.md"),
      "# Plan\n\n## DUCT-009: It leaks\n\n**Problem**: Air. See DUCT_010.\n",
    );
    expect(create("Duct rattles", "--prefix", "duct-").path).toContain("duct-011-duct-rattles");
    expect(create("Lamp flickers", "--prefix", "LAMP").path).toContain("lamp-1-lamp-flickers");
  });
});

describe("a template of the team", () => {
  it("is named in the configuration, and is found from a folder below", () => {
    mkdirSync(join(notes.folder, "forms/deep"), { recursive: true });
    mkdirSync(join(notes.folder, ".git"));
    writeFileSync(
      join(notes.folder, "forms/fix.md"),
      "---\ndate: {{date}}\n---\n# {{ name }}\n\n{{ .Values }} by {{author}}\n",
    );
    writeFileSync(join(notes.folder, "fixlore.config.json"), '{ "templates": { "leak": "forms/fix.md" } }');
    const { text } = create("Pipe drips", "--from", "leak", "--id", "leak_4");
    expect(text).toMatch(/^---\ndate: 2026-04-05\n---\n# LEAK-4: Pipe drips\n\n\{\{ \.Values \}\} by /);
    expect(create("Pipe drips", "--from", "forms/fix.md").text).toContain("# Pipe drips");
    expect(create("Pipe drips", "--from", "leek").stderr).toContain('did you mean "leak"?');
  });
});

describe("fixlore new", () => {
  it.each([
    [[], /Nobody can be asked: this is not a terminal\n {2}Name the title/],
    [["  "], /Unexpected empty title/],
    [["x", "--from", "fox"], /Unknown template "fox"; did you mean "fix"\?/],
    [["x", "--from", "none.md"], /template "none\.md" cannot be read/],
    [["x", "--prefix", "BR"], /Unexpected identifier "BR-1"/],
    [["x", "--id", "SHOP-1", "--prefix", "SHOP"], /Unexpected --prefix beside --id/],
    [["x", "--date", "2026-02-30"], /Unexpected day "2026-02-30"/],
    [["x", "--folder", "nowhere"], /Unexpected path "nowhere", expected a folder of notes/],
    [["two", "words"], /put quotes around/],
  ])("with %j exits with 2 and writes nothing", (args, message) => {
    const before = readdirSync(join(notes.folder, "content"));
    const { stdout, stderr, status } = notes.run(["new", ...args]);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
    expect(readdirSync(join(notes.folder, "content"))).toEqual(before);
  });

  it("opens an editor that is a line of the shell, and tells when it fails", async () => {
    const path = join(notes.folder, "it's here.md");
    writeFileSync(path, "open");
    await openEditor(`"${process.execPath}" -e "require('fs').writeFileSync(process.argv[1], 'closed')"`, path);
    expect(readFileSync(path, "utf8")).toBe("closed");
    await expect(openEditor("exit 3;", path)).rejects.toThrow("ended with 3");
  });
});

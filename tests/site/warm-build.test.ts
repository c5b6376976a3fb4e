/** A build that takes what it can from the one before gives what a build from nothing gives, byte for byte. */
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "./build-site.ts";
import { writeNotes } from "./fixture-notes.ts";

const fresh = (): string => mkdtempSync(join(tmpdir(), "fixlore-warm-"));
/** Where the warm builds keep what they know. */
const cwd = fresh();
const out = join(fresh(), "site");
const notes = writeNotes();

/** A file written this very moment may change again unseen: nothing vouches for it yet. */
const settle = (): Promise<void> => setTimeout(200);

const build = (args: readonly string[] = []) => buildSite([notes], { cwd, out, args });

/** Path and contents of each file. */
function readSite(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    files
      .map((file) => [relative(folder, file), file] as const)
      .sort()
      .map(([name, file]) => [name, readFileSync(file, "base64")]),
  );
}

async function expectAsFromNothing(args: readonly string[] = []): Promise<void> {
  const cold = await buildSite([notes], { cwd: fresh(), args });
  expect(cold.stdout).not.toContain("nothing has changed");
  const [made, expected] = [readSite(out), readSite(cold.out)];
  expect([...made.keys()]).toEqual([...expected.keys()]);
  expect([...made].filter(([name, text]) => expected.get(name) !== text).map(([name]) => name)).toEqual([]);
}

beforeAll(async () => {
  await settle();
  const first = await build();
  if (first.code !== 0) throw new Error(first.stderr);
});

describe("a second build", () => {
  it("leaves the site as it is where nothing has changed, and says the same of it", async () => {
    const before = readSite(out);
    const { code, stdout } = await build();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ notes, \d+ issues, .*nothing has changed/);
    expect(readSite(out)).toEqual(before);
    await expectAsFromNothing();
  });

  it("is what reading all notes with the reference parser gives", () => expectAsFromNothing(["--parser", "remark"]));

  it("takes up a changed note, one that is new, and one that is gone", async () => {
    const [first = "", second = ""] = readdirSync(notes).sort();
    appendFileSync(
      join(notes, first),
      "\n\n### CRANE-901: The lamp is dark\n\n**Status**: Open\n\n**Problem**: No light.\n",
    );
    writeFileSync(
      join(notes, "zz-new.md"),
      `# New\n\n[To the first](./${first})\n\n\`\`\`ts\nconst lamp = 1;\n\`\`\`\n`,
    );
    rmSync(join(notes, second));
    await settle();
    expect((await build()).stdout).not.toContain("nothing has changed");
    await expectAsFromNothing();
  });

  it("takes over pages that read nothing of what has changed, and makes those that do", async () => {
    const numberOf = (file: string): number => statSync(join(out, file)).ino;
    const files = ["issues/crane-901/index.html", "issues/crane-901.json", "sessions/zz-new/index.html", "index.html"];
    const before = files.map(numberOf);
    appendFileSync(join(notes, "zz-new.md"), "\nOne more line, and a `lamp`.\n");
    await settle();
    expect((await build()).stdout).not.toContain("nothing has changed");
    expect(files.map((file, index) => numberOf(file) === before[index])).toEqual([true, true, false, false]);
    await expectAsFromNothing();
  });

  it("makes pages anew that link to a note which has another name, and those whose neighbour or title is another", async () => {
    const [first = ""] = readdirSync(notes).sort();
    renameSync(join(notes, first), join(notes, `renamed-${first}`));
    writeFileSync(join(notes, "zz-new.md"), readFileSync(join(notes, "zz-new.md"), "utf8").replace("# New", "# Newer"));
    await settle();
    await build();
    await expectAsFromNothing();
  });

  it("reads a note again whose size and time are what they were", async () => {
    const file = join(notes, "zz-new.md");
    const time = new Date("2026-01-01T00:00:00Z");
    utimesSync(file, time, time);
    await settle();
    await build();
    writeFileSync(file, readFileSync(file, "utf8").replace("lamp", "wick"));
    utimesSync(file, time, time);
    await settle();
    expect((await build()).stdout).not.toContain("nothing has changed");
    await expectAsFromNothing();
  });

  it("is made anew with other options, and where a page was touched or taken away", { timeout: 240_000 }, async () => {
    expect((await build(["--title", "Casebook"])).stdout).not.toContain("nothing has changed");
    await expectAsFromNothing(["--title", "Casebook"]);
    appendFileSync(join(out, "index.html"), "<!-- by hand -->");
    expect((await build(["--title", "Casebook"])).stdout).not.toContain("nothing has changed");
    rmSync(join(out, "issues"), { recursive: true });
    expect((await build(["--title", "Casebook"])).stdout).not.toContain("nothing has changed");
    await expectAsFromNothing(["--title", "Casebook"]);
  });
});

/** Commands killed at many moments, disks that are full, folders that may not be written, two builds at once: the next run is right and the old site stays. `HOSTILE=full` kills far more often. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const isFull = process.env["HOSTILE"] === "full";
const entry = join(import.meta.dirname, "../../src/cli/bin.js");
const isRoot = process.getuid?.() === 0;
const fresh = (): string => mkdtempSync(join(tmpdir(), "fixlore-crash-"));

function writeNotes(folder: string, number: number, word: string): string {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < number; index++)
    writeFileSync(
      join(folder, `note-${index}.md`),
      `# Pump ${index} stops ${word}\n\n**Date**: 2026-03-01\n\n## PUMP-${index}: Pump ${index} stops\n\n**Status**: Open\n\n**Problem**: It stands ${word}.\n`,
    );
  return folder;
}

/** Ends the process without a word at the given moment: after so many milliseconds, or when it says this. */
async function killAt(args: readonly string[], moment: number | string, cwd: string): Promise<boolean> {
  const child = spawn(process.execPath, [entry, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const kill = (): void => void child.kill("SIGKILL");
  const timer = typeof moment === "number" ? setTimeout(kill, moment) : undefined;
  child.stderr.on(
    "data",
    (data: Buffer) => void (typeof moment === "string" && String(data).includes(moment) && kill()),
  );
  const signal = await new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
  clearTimeout(timer);
  return signal === "SIGKILL";
}

function run(args: readonly string[], options: { cwd: string; uid?: number; env?: NodeJS.ProcessEnv }) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...args], { encoding: "utf8", ...options });
  return { stdout, stderr, status };
}

/** Names and contents of a folder, but for the search's own files: their names follow their contents. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes("/pagefind/"))
      .sort()
      .map((file) => [file.slice(folder.length), readFileSync(file, "utf8")]),
  );
}

describe("a build", { timeout: 900_000 }, () => {
  const place = fresh();
  const [notes, others, out] = [join(place, "notes"), join(place, "others"), join(place, "site")];
  let [old, wanted]: Record<string, string>[] = [];
  const leftBeside = (): string[] => readdirSync(place).filter((name) => name.startsWith(".site."));
  const build = (from: string, to = out) => run(["build", from, "--out", to], { cwd: place });

  beforeAll(() => {
    writeNotes(notes, 4, "at night");
    writeNotes(others, 4, "by day");
    assert.equal(build(others, join(place, "wanted")).status, 0);
    wanted = contentsOf(join(place, "wanted"));
    assert.equal(build(notes).status, 0);
    old = contentsOf(out);
    assert.notDeepEqual(old, wanted);
  }, 300_000);

  it("that is killed leaves the old site, and the next one is right and leaves nothing beside it", async () => {
    const told = ["Writing pages", "Indexing"];
    const moments = isFull
      ? ["Reading notes", ...told, ...Array.from({ length: 40 }, (_, step) => 150 + step * 150)]
      : told;
    let killed = 0;
    for (const moment of moments) {
      if (!(await killAt(["build", others, "--out", out], moment, place))) continue;
      killed++;
      // Between the last two steps the site may be the new one, and whole, or wait under its other name.
      if (existsSync(out)) expect([old, wanted]).toContainEqual(contentsOf(out));
    }
    expect(killed).toBeGreaterThan(0);
    expect(build(others).status).toBe(0);
    expect(contentsOf(out)).toEqual(wanted);
    expect(leftBeside()).toEqual([]);
  });

  it("beside another one into the same folder does not mix with it", async () => {
    const both = [notes, others].map(
      (from) =>
        new Promise<number | null>((resolve) =>
          spawn(process.execPath, [entry, "build", from, "--out", out], { cwd: place, stdio: "ignore" }).on(
            "close",
            resolve,
          ),
        ),
    );
    expect(await Promise.all(both)).toEqual([0, 0]);
    expect([old, wanted]).toContainEqual(contentsOf(out));
    expect(leftBeside()).toEqual([]);
  });

  it.runIf(isRoot && isFull)("says that the disk is full, and leaves the old site", () => {
    const disk = join(place, "disk");
    mkdirSync(disk);
    // Where nothing may be mounted there is nothing to test.
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", disk]).status !== 0) return;
    try {
      expect(build(notes, join(disk, "site")).status).toBe(0);
      const before = contentsOf(join(disk, "site"));
      const { bavail, bsize } = statfsSync(disk);
      for (const left of [100, 700, 1_500]) {
        writeFileSync(join(disk, "fill"), Buffer.alloc(bavail * bsize - left * 1024));
        const { status, stdout, stderr } = build(others, join(disk, "site"));
        expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
        expect(stderr).toMatch(/fixlore: The site could not be written to .*: the disk is full/);
        expect(contentsOf(join(disk, "site"))).toEqual(before);
        expect(readdirSync(disk).sort()).toEqual(["fill", "site"]);
      }
    } finally {
      spawnSync("umount", [disk]);
    }
  });

  it("says that it has no permission", () => {
    const closed = join(place, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    chmodSync(place, 0o755);
    const { status, stderr } = run(["build", notes, "--out", join(closed, "site")], {
      cwd: place,
      ...(isRoot && { uid: 65534, env: { ...process.env, HOME: "/nonexistent" } }),
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/Cannot write beside .*permission denied/);
    expect(stderr).not.toContain("fault of fixlore");
    expect(readdirSync(closed)).toEqual([]);
  });
});

describe("the index", { timeout: 900_000 }, () => {
  it("whenever a command is killed over it, gives the next one what the notes say", async () => {
    const [place, other] = [fresh(), fresh()];
    const ask = (cwd: string) =>
      run(["query", "is:issue", "--format", "json", "--limit", "1000", "--content", "notes"], { cwd });
    const steps = isFull ? 80 : 8;
    let killed = 0;
    for (let step = 0; step < steps; step++) {
      // Some notes change, one goes, one comes.
      writeNotes(join(place, "notes"), 120 + (step % 3), `in state ${step}`);
      rmSync(join(place, "notes", `note-${step}.md`));
      const wait = 120 + ((step * 37) % 400);
      killed += Number(await killAt(["query", "is:issue", "--content", "notes"], wait, place));
    }
    expect(killed).toBeGreaterThan(0);
    const { status, stdout } = ask(place);
    rmSync(join(other, "notes"), { recursive: true, force: true });
    mkdirSync(join(other, "notes"));
    for (const name of readdirSync(join(place, "notes")))
      writeFileSync(join(other, "notes", name), readFileSync(join(place, "notes", name)));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(ask(other).stdout));
    expect(ask(place).stdout).toBe(stdout);
  });

  it.runIf(isRoot)("is done without where the disk is full", () => {
    const place = fresh();
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=200k", "tmpfs", place]).status !== 0) return;
    try {
      const notes = writeNotes(fresh(), 30, "here");
      writeFileSync(join(place, "fill"), Buffer.alloc(150 * 1024));
      const { status, stdout, stderr } = run(["query", "is:issue", "--format", "json", "--content", notes], {
        cwd: place,
        env: { ...process.env, XDG_CACHE_HOME: join(place, "cache") },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(JSON.parse(stdout).results ?? JSON.parse(stdout)).not.toEqual([]);
    } finally {
      spawnSync("umount", [place]);
    }
  });
});

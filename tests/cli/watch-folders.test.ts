/** Folders that are watched: what the system tells, what nobody tells, and what is not there yet. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchFolders, type FolderWatch } from "../../src/cli/dev/watch-folders.ts";

/** So seldom that nothing is found by looking. */
const never = 3_600_000;
let folder: string;
let watch: FolderWatch;
let told: boolean[];
let wake: () => void;

function begin(look: number): void {
  told = [];
  wake = () => undefined;
  watch = watchFolders(
    (isTold) => {
      told.push(isTold);
      wake();
    },
    { quiet: 5, patience: 50, look },
  );
}

/** Resolves when something was told since the last wait. */
async function wait(): Promise<boolean> {
  if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
  return told.shift()!;
}

/** What begins to be watched is looked at once. */
async function set(...paths: string[]): Promise<void> {
  watch.set(paths);
  expect(await wait()).toBe(true);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-watch-"));
});
afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a watch", () => {
  it("tells of files written, put in place and taken away, at any depth", async () => {
    begin(never);
    mkdirSync(join(folder, "notes/deep"), { recursive: true });
    await set(join(folder, "notes"));
    writeFileSync(join(folder, "notes/deep/a.md"), "one");
    expect(await wait()).toBe(true);
    writeFileSync(join(folder, "notes/.a.md.new"), "two");
    expect(await wait()).toBe(true);
    renameSync(join(folder, "notes/.a.md.new"), join(folder, "notes/a.md"));
    expect(await wait()).toBe(true);
    rmSync(join(folder, "notes/deep/a.md"));
    expect(await wait()).toBe(true);
  });

  it("tells of a folder that comes later, and of what is in it once it is watched as well", async () => {
    begin(never);
    await set(join(folder, "notes/later"));
    mkdirSync(join(folder, "notes/later"), { recursive: true });
    expect(await wait()).toBe(true);
    await set(join(folder, "notes/later"));
    writeFileSync(join(folder, "notes/later/a.md"), "one");
    expect(await wait()).toBe(true);
  });

  it("looks now and then, for what no system tells", async () => {
    begin(10);
    const outside = mkdtempSync(join(tmpdir(), "fixlore-watch-"));
    symlinkSync(outside, join(folder, "link"));
    await set(folder);
    writeFileSync(join(outside, "a.md"), "one");
    expect(await wait()).toBe(false);
    rmSync(outside, { recursive: true, force: true });
  });

  it("that is closed watches nothing more", () => {
    begin(never);
    watch.close();
    watch.set([folder]);
    expect(told).toEqual([]);
  });
});

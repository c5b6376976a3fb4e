import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { usualReading as settings } from "../src/config.ts";
import { readIndexed } from "../src/read-indexed.ts";
import { refreshApart } from "../src/refresh-apart.ts";

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "fixlore-apart-"));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function writeNotes(count: number): void {
  mkdirSync(join(cwd, "notes"));
  for (let at = 0; at < count; at++)
    writeFileSync(join(cwd, `notes/${at}.md`), `# Note ${at}\n\n## LAMP-${at}: The lamp is dark\n\n**Status**: Open\n`);
}

const read = async (): Promise<{ issues: number; notesRead: number }> => {
  let notesRead = 0;
  const { issues } = await readIndexed(["notes"], { cwd, settings, onProgress: () => notesRead++ });
  return { issues: issues.length, notesRead };
};

test("many notes are read by another process, and those who ask next read none", async () => {
  writeNotes(500);
  const told: number[] = [];
  await refreshApart({ inputs: ["notes"], cwd, settings }, (done, total) => told.push(done, total));
  expect(told.at(-2)).toBe(500);
  expect(told.at(-1)).toBe(500);
  expect(await read()).toEqual({ issues: 500, notesRead: 0 });
});

test("few notes, and those that are known, are no reason to start one", async () => {
  writeNotes(3);
  const told: number[] = [];
  await refreshApart({ inputs: ["notes"], cwd, settings }, (done) => told.push(done));
  expect(told).toEqual([]);
  expect(await read()).toEqual({ issues: 3, notesRead: 3 });
});

test("what is not there is left to those who ask next", async () => {
  await refreshApart({ inputs: ["nowhere"], cwd, settings });
  expect((await readIndexed(["nowhere"], { cwd, settings })).diagnostics[0]?.ruleId).toBe("missing-input");
});

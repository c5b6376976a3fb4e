/** Real processes at one index: several at once, and some that are killed in the middle of writing it. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readKnowledge } from "../../src/build-knowledge.ts";
import { readIndexed } from "../../src/read-indexed.ts";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");
const count = 30;
let folder: string;
let content: string;

const note = (number: number): string =>
  `# Day ${number}\n\n**Date**: 2026-01-${String((number % 28) + 1).padStart(2, "0")}\n\n## Issues\n\n` +
  [1, 2, 3]
    .map(
      (part) =>
        `### PUMP-${String((number + 17 * part) % 50).padStart(3, "0")}: Pump ${number} of hall ${part} stalls\n\n**Status**: Open\n\n**Problem**: It stalls in \`src/hall${part}/pump${number}.ts\`, and reports ERR_DRY_${number}.\n`,
    )
    .join("\n");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-processes-"));
  content = join(folder, "content");
  mkdirSync(content);
  for (let number = 0; number < count; number++) writeFileSync(join(content, `note-${number}.md`), note(number));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
}

async function run(...args: string[]): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const child = start(...args);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, "close")]);
  return { stdout, stderr, code: code as number };
}

function checkFile(): void {
  const database = new DatabaseSync(join(folder, ".fixlore", "index.sqlite"));
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  expect(database.prepare("SELECT count(*) AS n FROM _notes").get()).toEqual({ n: count });
  expect(database.prepare("SELECT count(*) AS n FROM _records WHERE kind = 'session'").get()).toEqual({ n: count });
  expect(database.prepare("SELECT count(*) AS n FROM history").get()).toEqual({ n: 3 * count });
  database.close();
}

/** What a process prints is what the notes say. */
async function checkAnswers(): Promise<void> {
  const plain = await readKnowledge([content]);
  expect(await readIndexed(["content"], { cwd: folder })).toEqual(plain);
}

describe("several processes at once", () => {
  it("all answer as one does, and leave one good index", async () => {
    const commands = [
      ["query", "--count", "is:open"],
      ["query", "--count", "is:open"],
      ["sql", "SELECT count(*) AS n FROM issues WHERE open"],
      ["query", "--count", "ERR_DRY_7"],
    ];
    const answers = await Promise.all(commands.map((args) => run(...args)));
    const { issues } = await readKnowledge([content]);
    expect(answers.map(({ stdout }) => stdout)).toEqual([
      `${issues.length}\n`,
      `${issues.length}\n`,
      `n\n${issues.length}\n`,
      "3\n",
    ]);
    expect(answers.map(({ stderr, code }) => `${code} ${stderr}`)).toEqual(["0 ", "0 ", "0 ", "0 "]);
    checkFile();
    await checkAnswers();
  }, 60_000);

  it("may read while the notes change under them", async () => {
    await run("query", "--count");
    const answers: Promise<{ stdout: string; stderr: string; code: number | null }>[] = [];
    for (let round = 0; round < 3; round++) {
      appendFileSync(join(content, `note-${round}.md`), "\n### PUMP-900: Added\n\n**Status**: Open\n");
      answers.push(run("query", "--count", "PUMP-900"), run("query", "--count", "is:session"));
      await wait(60);
    }
    for (const [at, { stdout, stderr, code }] of (await Promise.all(answers)).entries()) {
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(stdout).toBe(at % 2 === 0 ? "1\n" : `${count}\n`);
    }
    await checkAnswers();
  }, 60_000);
});

describe("a process that is killed while it indexes", () => {
  it("loses nothing, whenever that is", async () => {
    const started = performance.now();
    await run("query", "--count");
    const whole = performance.now() - started;
    // From before the file is there to after it is written.
    for (const part of [0.3, 0.5, 0.7, 0.8, 0.9, 1]) {
      rmSync(join(folder, ".fixlore"), { recursive: true, force: true });
      const child = start("query", "--count");
      const closed = once(child, "close");
      await wait(whole * part);
      child.kill("SIGKILL");
      await closed;
      const { stdout, code } = await run("query", "--count", "is:session");
      expect({ stdout, code }).toEqual({ stdout: `${count}\n`, code: 0 });
    }
    checkFile();
    await checkAnswers();
  }, 120_000);

  it("loses nothing when it was bringing an index up to changed notes", async () => {
    await run("query", "--count");
    for (const delay of [60, 120, 180, 240]) {
      for (let number = 0; number < 20; number++)
        appendFileSync(join(content, `note-${number}.md`), `\nSeen again after ${delay}.\n`);
      const child = start("sql", "SELECT count(*) FROM relations");
      const closed = once(child, "close");
      await wait(delay);
      child.kill("SIGKILL");
      await closed;
      const { stdout, code } = await run("query", "--count", "is:session");
      expect({ stdout, code }).toEqual({ stdout: `${count}\n`, code: 0 });
    }
    checkFile();
    await checkAnswers();
  }, 120_000);
});

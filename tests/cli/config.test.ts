/** Commands as processes where a configuration holds: what it changes, and what is said of one that is wrong. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
beforeAll(() => {
  notes = createNotesFolder({
    "2026-02-04-hatch.md":
      "# Hatch\n\n**Date**: 2026-02-04\n\n## HATCH-7: Hatch sticks\n\n**Status**: Parked\n\n**Trigger**: Rust in `deck/hatch.c`.\n",
  });
  mkdirSync(join(notes.folder, ".git"));
  mkdirSync(join(notes.folder, "deck"));
  renameSync(join(notes.folder, "content"), join(notes.folder, "logbook"));
});
afterAll(() => notes.remove());

const configure = (config: object) =>
  writeFileSync(join(notes.folder, "fixlore.config.json"), JSON.stringify({ content: "logbook", ...config }));
const hatch = (...args: string[]) =>
  notes.run(["query", "id:HATCH-7", "--format", "tsv", "--fields", "status,cause,components", ...args]);

it("says where the notes are, from every folder of the repository", () => {
  configure({});
  const bin = join(import.meta.dirname, "../../src/cli/bin.js");
  const below = spawnSync(process.execPath, [bin, "query", "is:issue", "--count"], {
    cwd: join(notes.folder, "deck"),
    encoding: "utf8",
  });
  expect(below).toMatchObject({ stdout: "4\n", stderr: "", status: 0 });
  expect(notes.run(["stats", "--json"]).status).toBe(0);
  expect(notes.run(["query", "--count", "--content", "logbook/2026-02-04-hatch.md"]).stdout).toBe("1\n");
});

it("reads notes again when it changes what is read", () => {
  configure({});
  const row = (): string => hatch().stdout.split("\n")[1]!;
  expect(row()).toBe("unknown\t\t");
  configure({ lexicon: { labels: { Trigger: "rootCause" }, statuses: { parked: "deferred" } } });
  expect(row()).toBe("deferred\tRust in deck/hatch.c.\t");
  configure({ components: { "deck/": "deck" } });
  expect(row()).toBe("unknown\t\tdeck");
  const parsed = notes.run(["parse", "--format", "ndjson", "logbook/2026-02-04-hatch.md"]);
  expect(JSON.parse(parsed.stdout).issues[0].components).toEqual(["deck"]);
});

it("is told what is wrong with it, and nothing is done", () => {
  configure({ contnt: "x", rules: { "missing-date": "loud" } });
  const { stdout, stderr, status } = hatch();
  expect([stdout, status]).toEqual(["", 2]);
  expect(stderr).toContain('fixlore.config.json: contnt: Unexpected key "contnt"; did you mean "content"?');
  expect(stderr).toContain('rules.missing-date: Unexpected "loud", expected "off", "info", "warning" or "error"');
  configure({});
  expect(hatch("--config", "none.json")).toMatchObject({ stdout: "", status: 2 });
});

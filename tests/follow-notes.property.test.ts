/** Whatever is done to a folder of notes: the base that is kept in memory is the one that is read from nothing, masked. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readKnowledge } from "../src/build-knowledge.ts";
import { usualReading } from "../src/config.ts";
import { followNotes } from "../src/follow-notes.ts";
import { maskBase } from "../src/mask-base.ts";

/** Put together here, so that nobody takes this file for one that leaks. */
const token = ["ghp", "8Zq3Lw7Nc1Vb5Xk9Rt2Ym6Jd4Hs0Pf8Ga3Qe"].join("_");

const paths = ["a.md", "b.md", "deep/c.md", "deep/a.md", "d.txt"];
const path = fc.constantFrom(...paths);
const text = fc.oneof(
  fc
    .record({
      id: fc.constantFrom("MILL-1", "MILL-2", "OVEN-1"),
      title: fc.constantFrom("The belt slips", "Sacks pile up at the mill", `The key ${token} is refused`),
      status: fc.constantFrom("Fixed", "Open", "Wobbly"),
      date: fc.constantFrom("2026-01-01", "2026-01-02", "no day"),
      link: fc.constantFrom("a.md", "deep/c.md", "gone.md"),
    })
    .map(
      ({ id, title, status, date, link }) =>
        `# Session\n\n**Date**: ${date}\n\n## ${id}: ${title}\n\n**Status**: ${status}\n**Problem**: tensionControl stalls in \`src/mill.ts\`.\n**Documentation**: [more](${link})\n\n## Lessons\n\n- **Oil it**: weekly, see ${id}\n`,
    ),
  fc.constantFrom("", "---\ntags: [never closed\n---\n\n# Broken\n", "\u0000", "plain words"),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("write" as const), path, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("removeAll" as const) }) },
);

it("after any edits, the base is as if read from nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (rounds) => {
        const folder = mkdtempSync(join(tmpdir(), "fixlore-follow-"));
        const content = join(folder, "content");
        const options = { cwd: folder, settings: usualReading };
        mkdirSync(content);
        writeFileSync(join(content, "a.md"), "# First\n");
        const followed = await followNotes(["content"], options);
        try {
          for (const steps of rounds) {
            for (const one of steps) {
              const at = (name: string): string => join(content, name);
              if (one.kind === "removeAll") rmSync(content, { recursive: true, force: true });
              else if (one.kind === "remove") rmSync(at(one.path), { force: true });
              else if (one.kind === "write") {
                mkdirSync(dirname(at(one.path)), { recursive: true });
                writeFileSync(at(one.path), one.text);
              } else {
                mkdirSync(dirname(at(one.to)), { recursive: true });
                try {
                  renameSync(at(one.path), at(one.to));
                } catch {
                  // there was none
                }
              }
            }
            await followed.refresh();
            const read = await readKnowledge(["content"], { cwd: folder });
            const expected = await maskBase(read, ["content"], options);
            expect(followed.base).toEqual(expected);
            expect(JSON.stringify(followed.base)).not.toContain(token);
            expect(await followed.refresh()).toBeNull();
          }
        } finally {
          await followed.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: 25 },
  );
});

it("relations between very many issues come later, and are the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-follow-"));
  const content = join(folder, "content");
  mkdirSync(content);
  const note = (number: number, words: string): string =>
    `# Note ${number}\n\n${Array.from({ length: 20 }, (_, at) => `## MILL-${number * 20 + at}: Wheel ${at} stalls\n\n**Problem**: ${words} in \`src/wheel-${number}-${at % 3}.ts\`.\n\n`).join("")}`;
  for (let number = 0; number < 20; number++)
    writeFileSync(join(content, `${number}.md`), note(number, `Wheel number ${number} stalls`));
  const followed = await followNotes(["content"], { cwd: folder, settings: usualReading });
  try {
    expect(followed.base.issues).toHaveLength(400);
    expect(followed.base).toEqual(await readKnowledge(["content"], { cwd: folder }));
    writeFileSync(join(content, "3.md"), note(3, "Wheel number 7 squeaks"));
    const first = await followed.refresh();
    expect(first?.comparison.changed).toHaveLength(20);
    // What is asked for while the first answer is found makes that one void.
    writeFileSync(join(content, "4.md"), note(4, "Wheel number 7 squeaks"));
    const second = await followed.refresh();
    await Promise.all([first!.related, second!.related]);
    expect(followed.base).toEqual(await readKnowledge(["content"], { cwd: folder }));
  } finally {
    await followed.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { usualReading } from "../src/config.ts";
import { readExtractions } from "../src/build-knowledge.ts";
import { readNotesInThreads } from "../src/read-in-threads.ts";
import { readSources } from "../src/source/read-sources.ts";

it("reads the same in one thread and in several", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-threads-"));
  for (let number = 0; number < 230; number++) {
    const name = `PUMP-${String(number % 90).padStart(3, "0")}`;
    const status = number % 3 === 0 ? "Open" : "Fixed";
    writeFileSync(
      join(folder, `note-${number}.md`),
      `# Day ${number}\n\n**Date**: 2026-01-${String((number % 28) + 1).padStart(2, "0")}\n\n## Issues\n\n### ${name}: Pump ${number % 90} leaks\n\n**Status**: ${status}\n\n**Problem**: Water on the floor of hall ${number}.\n\n## Lessons learned\n\n- **Dry the floor first**: What is wet hides where it comes from.\n`,
    );
  }
  writeFileSync(join(folder, "broken.md"), Buffer.from([0, 255, 0, 1, 2]));
  const seen: number[] = [];
  // Words of a team reach every thread.
  const settings = { ...usualReading, labels: { problem: "impact" as const }, ids: ["PUMP-\\d+"] };
  const { files } = await readSources([folder]);
  const { extractions: alone } = await readExtractions([folder], { settings });
  const together = await readNotesInThreads(files, { settings, onProgress: (done) => seen.push(done) }, 3);
  expect(together).toEqual(alone);
  expect(together.at(-1)?.issues[0]).toMatchObject({ impact: { text: expect.stringMatching(/^Water/) } });
  expect(seen.at(-1)).toBe(231);
});

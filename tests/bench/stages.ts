/** Each stage by itself, in a process of its own: how long it takes, how much of the notes a second, how much memory. */
import { join } from "node:path";
import type { BenchContext, Benchmark, BenchTable } from "./benchmark.ts";
import type { StageCost } from "./measure-stage.ts";
import { measureProcess } from "./measure-process.ts";

/** Name of the stage in measure-stage.ts, and what it does. */
const rows: readonly (readonly [stage: string, about: string])[] = [
  ["read", "files to bytes"],
  ["decode", "bytes to repaired text"],
  ["parse", "text to document (satteri)"],
  ["extract", "documents to records"],
  ["merge", "records to one base"],
  ["survey", "headings, code and links of all notes"],
  ["highlight", "distinct code blocks, one thread"],
  ["render-notes", "whole notes to HTML"],
  ["render-fields", "fields of issues to HTML"],
  ["search", "full-text index, its own process"],
];

export const stages: Benchmark = {
  name: "stages",
  about: "each stage by itself, one thread, one process a stage",
  async run({ folder, repeats, scratch, bytes, say }: BenchContext): Promise<BenchTable[]> {
    const measured: Record<string, string | number | null>[] = [];
    for (const [stage, about] of rows) {
      say(`  ${stage}`);
      const { stdout, peakBytes } = await measureProcess(
        [join(import.meta.dirname, "measure-stage.ts"), stage, folder, String(repeats), scratch],
        { flags: ["--expose-gc"] },
      );
      const { seconds, beforeBytes, items } = JSON.parse(stdout) as StageCost;
      measured.push({
        stage,
        about,
        items,
        time: seconds,
        speed: bytes / 1e6 / seconds,
        before: beforeBytes / 1e6,
        peak: peakBytes / 1e6,
      });
    }
    return [
      {
        title: "Stages, one thread each",
        columns: [
          { name: "stage" },
          { name: "about" },
          { name: "items" },
          { name: "time", unit: "s" },
          { name: "speed", unit: "MB/s" },
          { name: "before", unit: "MB" },
          { name: "peak", unit: "MB" },
        ],
        rows: measured,
        notes: [
          "speed: bytes of the notes a second. before: resident with what the stage works on, after a collection;",
          "peak: the most that the process ever held, what it did to get there included.",
        ],
      },
    ];
  },
};

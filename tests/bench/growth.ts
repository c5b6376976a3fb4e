/** The notes once, twice and four times over: how the cost of a cold build grows with their number. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BenchContext, Benchmark, BenchTable } from "./benchmark.ts";
import { copyNotes } from "./copy-notes.ts";
import { measureBuild, type BuildCost } from "./measure-build.ts";

const factors = [1, 2, 4];

export const growth: Benchmark = {
  name: "growth",
  about: "cold builds of the notes once, twice and four times over, with other identifiers and other code in each copy",
  async run({ folder, scratch, say }: BenchContext): Promise<BenchTable[]> {
    const costs: { factor: number; notes: number; cost: BuildCost }[] = [];
    for (const factor of factors) {
      say(`  ${factor} ×`);
      const place = join(scratch, "growth");
      rmSync(place, { recursive: true, force: true });
      const notes = await copyNotes(folder, join(place, "notes"), factor);
      const cwd = join(place, "work");
      mkdirSync(cwd);
      costs.push({ factor, notes, cost: await measureBuild(join(place, "notes"), join(place, "site"), cwd) });
    }
    const first = costs[0]!.cost;
    return [
      {
        title: "Growth of a cold build",
        columns: [
          { name: "notes" },
          { name: "as many", unit: "×" },
          { name: "time", unit: "s" },
          { name: "as long", unit: "×" },
          { name: "cpu", unit: "s" },
          { name: "as much cpu", unit: "×" },
          { name: "peak", unit: "MB" },
          { name: "together", unit: "MB" },
          { name: "files" },
          { name: "size", unit: "MB" },
        ],
        rows: costs.map(({ factor, notes, cost }) => ({
          notes,
          "as many": factor,
          time: cost.seconds,
          "as long": cost.seconds / first.seconds,
          cpu: cost.cpuSeconds,
          "as much cpu": cost.cpuSeconds / first.cpuSeconds,
          peak: cost.peakBytes / 1e6,
          together: (cost.treeBytes ?? 0) / 1e6,
          files: cost.files,
          size: cost.bytes / 1e6,
        })),
        notes: [
          "Each build is measured once. together: the build and its indexer at once, by samples. Copies share the paths of source files, as notes on one project do.",
        ],
      },
    ];
  },
};

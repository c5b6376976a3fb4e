/** Whole builds as processes: cold, with nothing changed, and with one note changed; and where their time goes. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median, type BenchContext, type Benchmark, type BenchTable } from "./benchmark.ts";
import { measureBuild, type BuildCost } from "./measure-build.ts";

type Case = "cold" | "nothing changed" | "one note changed";

const addition = (round: number): string =>
  `\n\n## BENCH-${round}: The lamp of the bench is dark\n\n**Status**: Open\n\n**Problem**: No light at the bench.\n`;

export const builds: Benchmark = {
  name: "builds",
  about: "whole builds of the site: cold, nothing changed, one note changed",
  async run(context: BenchContext): Promise<BenchTable[]> {
    const { folder, bytes, repeats, say } = context;
    const costs: Record<Case, BuildCost[]> = { cold: [], "nothing changed": [], "one note changed": [] };
    for (let round = 0; round < repeats; round++) {
      const place = join(context.scratch, "builds");
      const notes = join(place, "notes");
      const [out, cwd] = [join(place, "site"), join(place, "work")];
      rmSync(place, { recursive: true, force: true });
      cpSync(folder, notes, { recursive: true });
      mkdirSync(cwd);
      const measure = async (name: Case): Promise<void> => {
        say(`  ${name} (${round + 1} of ${repeats})`);
        costs[name].push(await measureBuild(notes, out, cwd));
      };
      await measure("cold");
      await measure("nothing changed");
      appendFileSync(findNote(notes), addition(round));
      await measure("one note changed");
    }
    const cases = Object.entries(costs);
    const steps = [...new Set(cases.flatMap(([, runs]) => runs.flatMap((run) => Object.keys(run.steps))))];
    return [
      {
        title: "Builds of the whole site",
        columns: [
          { name: "build" },
          { name: "time", unit: "s" },
          { name: "cpu", unit: "s" },
          { name: "peak", unit: "MB" },
          { name: "together", unit: "MB" },
          { name: "files" },
          { name: "size", unit: "MB" },
          { name: "of the notes", unit: "×" },
        ],
        rows: cases.map(([build, runs]) => ({
          build,
          time: median(runs.map(({ seconds }) => seconds)),
          cpu: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
          peak: median(runs.map(({ peakBytes }) => peakBytes)) / 1e6,
          together: median(runs.map(({ treeBytes }) => treeBytes ?? 0)) / 1e6,
          files: runs.at(-1)!.files,
          size: runs.at(-1)!.bytes / 1e6,
          "of the notes": runs.at(-1)!.bytes / bytes,
        })),
        notes: [
          "peak is that of the build's own process; those that read, colour and index are others, and count for cpu.",
          "together: the most that all held at once, as samples show it; 0 where the system shows none.",
        ],
      },
      {
        title: "Where the time of a build goes",
        columns: [{ name: "step" }, ...cases.map(([name]) => ({ name, unit: "s" }))],
        rows: steps.map((step) => ({
          step,
          ...Object.fromEntries(
            cases.map(([name, runs]) => [
              name,
              runs.some((run) => step in run.steps) ? median(runs.map((run) => run.steps[step] ?? 0)) : null,
            ]),
          ),
        })),
      },
    ];
  },
};

/** The note in the middle: the first may be an odd one. */
function findNote(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  return join(folder, names[Math.floor(names.length / 2)] ?? "");
}

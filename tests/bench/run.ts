/** `npm run bench`: measures what Fixlore does on a folder of notes, and prints tables or JSON. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchContext, Benchmark, BenchTable } from "./benchmark.ts";
import { chooseNotes } from "./choose-notes.ts";
import { formatTable } from "./format-table.ts";

/** In the order in which they run. Each is loaded when it is its turn. */
const benchmarks: Record<string, () => Promise<Benchmark>> = {
  stages: async () => (await import("./stages.ts")).stages,
  builds: async () => (await import("./builds.ts")).builds,
  growth: async () => (await import("./growth.ts")).growth,
  parsers: async () => (await import("./parsers.ts")).parsers,
  "long-lines": async () => (await import("./long-lines.ts")).longLines,
  rivals: async () => (await import("./rivals.ts")).rivals,
  dev: async () => (await import("./dev.ts")).dev,
  query: async () => (await import("./query.ts")).queries,
};

const help = `npm run bench -- [FOLDER] [--only NAME,…] [--repeats N] [--json]

FOLDER is a folder of notes (default: FIXLORE_CORPUS, else the corpus beside the project, else notes made up).
--repeats N: measure each thing N times and take the median (default 3).
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    repeats: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<void> {
  const names = values.only?.split(",") ?? Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined)
    throw new Error(`Unknown benchmark "${unknown}", expected ${Object.keys(benchmarks).join(", ")}`);
  const repeats = Number(values.repeats);
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new Error(`Unexpected --repeats "${values.repeats}", expected a whole number from 1`);
  const scratch = mkdtempSync(join(tmpdir(), "fixlore-bench-"));
  try {
    const notes = await chooseNotes(positionals[0], scratch);
    const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.version}`;
    const context: BenchContext = { ...notes, repeats, scratch, say: (text) => void process.stderr.write(`${text}\n`) };
    const head = `${notes.notes.toLocaleString("en")} notes, ${(notes.bytes / 1e6).toFixed(1)} MB; ${machine}; medians of ${repeats}`;
    if (!values.json) process.stdout.write(`${head}\n\n`);
    const results: { name: string; tables: BenchTable[] }[] = [];
    for (const name of names) {
      const benchmark = await benchmarks[name]!();
      context.say(`${name}: ${benchmark.about}`);
      const tables = await benchmark.run(context);
      results.push({ name, tables });
      if (!values.json) for (const table of tables) process.stdout.write(`${formatTable(table)}\n`);
    }
    if (!values.json) return;
    const { folder: _folder, ...size } = notes;
    process.stdout.write(
      `${JSON.stringify({ schemaVersion: 1, kind: "bench", machine, repeats, ...size, results }, null, 2)}\n`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (values.help) {
  const lines = await Promise.all(
    Object.entries(benchmarks).map(async ([name, load]) => `  ${name.padEnd(11)} ${(await load()).about}`),
  );
  process.stdout.write(`${help}\n${lines.join("\n")}\n`);
} else {
  await main();
}

/** Questions to the command as a process: cold, warm and after a change of one note; and how a query grows with the records. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { median, type BenchContext, type Benchmark, type BenchTable } from "./benchmark.ts";
import { measureProcess, type ProcessCost } from "./measure-process.ts";
import type { QueryCost } from "./measure-query.ts";

const command = join(import.meta.dirname, "../../src/cli/bin.js");
const growth = join(import.meta.dirname, "measure-query.ts");
const query = 'status:partial file:test/integration/** "race condition"';

/** What is asked of a warm index. */
const questions: Readonly<Record<string, readonly string[]>> = {
  [query]: ["query", query],
  "is:open severity:>=high": ["query", "is:open severity:>=high"],
  "race condition": ["query", "race condition"],
  "all issues as JSON": ["query", "--json"],
  "is:session timeout": ["query", "is:session timeout"],
  "files test/integration": ["files", "test/integration"],
  stats: ["stats"],
  "sql: issues by status": ["sql", "SELECT status, count(*) FROM issues GROUP BY status"],
};

/** A file that was written this very moment is read again: the measure is of one that has settled. */
const settled = 300;

export const queries: Benchmark = {
  name: "query",
  about: "questions to the command as a process, warm, cold and after a change; growth with the number of records",
  async run(context: BenchContext): Promise<BenchTable[]> {
    return [await measureCommand(context), await measureGrowth(context)];
  },
};

async function measureCommand({ folder, scratch, repeats, say }: BenchContext): Promise<BenchTable> {
  const place = join(scratch, "query");
  const content = join(place, "content");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  cpSync(folder, content, { recursive: true, preserveTimestamps: true });
  const index = join(place, ".fixlore");
  const note = join(
    content,
    readdirSync(content, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()[0]!,
  );
  const run = (args: readonly string[]): Promise<ProcessCost> => measureProcess([command, ...args], { cwd: place });
  await wait(settled);
  const rows: Record<string, string | number>[] = [];
  const measure = async (name: string, times: number, prepare: () => Promise<void>, args: readonly string[]) => {
    say(`  ${name}`);
    const costs: ProcessCost[] = [];
    for (let round = 0; round < times; round++) {
      await prepare();
      costs.push(await run(args));
    }
    rows.push({
      question: name,
      time: median(costs.map(({ seconds }) => seconds)) * 1000,
      cpu: median(costs.map(({ cpuSeconds }) => cpuSeconds)) * 1000,
      peak: median(costs.map(({ peakBytes }) => peakBytes)) / 1e6,
    });
  };
  let round = 0;
  const change = async (): Promise<void> => {
    appendFileSync(
      note,
      `\n\n### BENCH-${++round}: The lamp of the bench is dark\n\n**Status**: Open\n\n**Problem**: No light.\n`,
    );
    await wait(settled);
  };
  const still = async (): Promise<void> => {};
  await measure("no index yet", Math.min(repeats, 3), async () => rmSync(index, { recursive: true, force: true }), [
    "query",
    query,
  ]);
  // Relations between issues are made when they are first asked for.
  await run(["show", "--json", (await run(["sql", "SELECT min(slug) AS slug FROM issues"])).stdout.split("\n")[1]!]);
  for (const [name, args] of Object.entries(questions)) await measure(name, 5 * repeats, still, args);
  const slug = (await run(["sql", "SELECT min(slug) AS slug FROM issues"])).stdout.split("\n")[1]!;
  await measure("show", 5 * repeats, still, ["show", slug]);
  await measure("after a change of one note: query", 3 * repeats, change, ["query", query]);
  await measure("after a change of one note: show", repeats, change, ["show", slug]);
  return {
    title: "Questions to the command, as whole processes",
    columns: [
      { name: "question" },
      { name: "time", unit: "ms" },
      { name: "cpu", unit: "ms" },
      { name: "peak", unit: "MB" },
    ],
    rows,
    notes: [`The index takes ${(statSync(join(index, "index.sqlite")).size / 1e6).toFixed(0)} MB.`],
  };
}

async function measureGrowth({ repeats, say }: BenchContext): Promise<BenchTable> {
  const rows: Record<string, string | number>[] = [];
  for (const records of [10_000, 100_000, 1_000_000]) {
    say(`  ${records} records`);
    const { stdout } = await measureProcess([growth, String(records), String(repeats)], {
      flags: ["--max-old-space-size=16000"],
    });
    for (const { question, first, milliseconds, found } of JSON.parse(stdout) as QueryCost[])
      rows.push({ records, question, found, first, later: milliseconds });
  }
  return {
    title: "A query inside a process, over records that were made up",
    columns: [
      { name: "records" },
      { name: "question" },
      { name: "found" },
      { name: "first", unit: "ms" },
      { name: "later", unit: "ms" },
    ],
    rows,
    notes: ["The first query with words makes the searchable text of the records it looks at; later ones have it."],
  };
}

/** A module to run and its arguments in, what running it cost out: seconds, and the memory it held at most. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleMemory } from "./sample-memory.ts";

export interface ProcessCost {
  /** From start to end, by the clock. */
  seconds: number;
  /** Of all its threads, in user and system together, and of the processes that it started and that ended before it. */
  cpuSeconds: number;
  /** Resident at most, its threads included, in bytes. Processes that it starts do not count. */
  peakBytes: number;
  /** Resident at most in all its processes together, as far as samples show it; null where they cannot be taken. */
  treeBytes: number | null;
  /** When each line of standard error came, in seconds from the start. */
  lines: [at: number, line: string][];
  stdout: string;
}

export interface MeasureOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Flags for Node itself. */
  flags?: readonly string[];
}

/** Throws with what it said where the process fails. */
export async function measureProcess(args: readonly string[], options: MeasureOptions = {}): Promise<ProcessCost> {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-usage-"));
  const file = join(folder, "usage.json");
  const preload = join(import.meta.dirname, "report-usage.ts");
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const child = spawn(process.execPath, [...(options.flags ?? []), "--import", preload, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, FIXLORE_USAGE: file },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const memory = child.pid === undefined ? null : sampleMemory(child.pid);
  const lines: [number, string][] = [];
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n")) if (line !== "") lines.push([elapsed(), line]);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const seconds = elapsed();
  const treeBytes = memory?.end() ?? null;
  try {
    if (code !== 0)
      throw new Error(`${args.join(" ")} ended with ${code}:\n${lines.map(([, line]) => line).join("\n")}`);
    const { cpuSeconds, peakBytes } = JSON.parse(readFileSync(file, "utf8")) as ProcessCost;
    return { seconds, cpuSeconds, peakBytes, treeBytes, lines, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

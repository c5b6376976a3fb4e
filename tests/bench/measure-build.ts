/** Folders of notes and where to write in, what building their site costs out: by the step, and as a whole. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { measureProcess, type ProcessCost } from "./measure-process.ts";

export interface BuildCost extends ProcessCost {
  /** Seconds of each step, by the name that the build tells it by, in order. */
  steps: Record<string, number>;
  files: number;
  /** Of all files written. */
  bytes: number;
}

const program = join(import.meta.dirname, "../../src/cli/bin.js");

/** `cwd` is where the index is kept: a new folder makes a cold build. */
export async function measureBuild(input: string, out: string, cwd: string): Promise<BuildCost> {
  const cost = await measureProcess([program, "build", input, "--out", out], { cwd });
  // One line a step, where standard error is no terminal; what comes before the first is the start.
  const begins = cost.lines.flatMap(([at, line]) => {
    const step = /^(?:Reading|Colouring|Writing|Indexing|Comparing)[a-z ]*/.exec(line)?.[0].trim();
    return step === undefined ? [] : [{ at, step }];
  });
  const steps: Record<string, number> = { Starting: begins[0]?.at ?? cost.seconds };
  for (const [index, { at, step }] of begins.entries()) steps[step] = (begins[index + 1]?.at ?? cost.seconds) - at;
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { ...cost, steps, files: files.length, bytes };
}

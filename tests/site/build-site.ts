/** A folder of notes in, the site that `fixlore build` makes of it out; the command runs as a process, as users run it. */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BuiltSite {
  out: string;
  base: string;
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command. */
export const entry = join(import.meta.dirname, "../../src/cli/bin.js");

export async function buildSite(
  folders: readonly string[],
  options: { base?: string; out?: string; cwd?: string; args?: readonly string[]; program?: readonly string[] } = {},
): Promise<BuiltSite> {
  const { base = "/", out = join(mkdtempSync(join(tmpdir(), "fixlore-site-")), "dist"), args = [] } = options;
  const { program = [entry, "build"] } = options;
  const child = spawn(process.execPath, [...program, ...folders, "--out", out, "--base", base, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { out, base, code, stdout, stderr };
}

/** Folders of notes in, `fixlore dev` running on them as a process out: what it says can be waited for, and it is stopped as users do. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface RunningDev {
  pid: number;
  /** Ends with a slash. */
  address: string;
  /** What it has printed, in this order on both streams. */
  said(): string;
  /** Resolves when what was said since the last wait has it, and gives that. Rejects when the process ends before. */
  wait(pattern: RegExp): Promise<string>;
  /** As Ctrl+C does; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  cwd?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Flags for Node itself. */
  flags?: readonly string[];
  /** The module to run. */
  entry?: string;
}

const command = join(import.meta.dirname, "../../src/cli/bin.js");

/** Rejects with what it said where it does not come to serve anything. */
export async function startDev(folders: readonly string[], options: StartOptions = {}): Promise<RunningDev> {
  const { cwd, args = [], env, flags = [], entry = command } = options;
  const child = spawn(
    process.execPath,
    [...flags, entry, "dev", ...folders, ...(args.includes("--port") ? [] : ["--port", "0"]), ...args],
    {
      cwd,
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  let seen = 0;
  let ended: number | null | undefined;
  const waiting = new Set<() => void>();
  const note = (text: string): void => {
    said += text;
    for (const look of waiting) look();
  };
  child.stdout.setEncoding("utf8").on("data", note);
  child.stderr.setEncoding("utf8").on("data", note);
  const closed = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      ended = code;
      note("");
      resolve(code);
    });
  });
  const wait = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const fresh = said.slice(seen);
        const found = pattern.exec(fresh);
        if (found === null && ended === undefined) return;
        waiting.delete(look);
        if (found === null) return reject(new Error(`It ended with ${ended} and said:\n${said}`));
        seen += found.index + found[0].length;
        resolve(fresh);
      };
      waiting.add(look);
      look();
    });
  const address = /http:\S+\//.exec(await wait(/Serving http:\S+\/:.*\n/))![0];
  return {
    pid: child.pid!,
    address,
    said: () => said,
    wait,
    async stop() {
      child.kill("SIGINT");
      return await closed;
    },
  };
}

/** A page for standard output in, the page shown: through the user's pager where it is longer than the terminal. */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** The option that every command with long output has: `--no-pager`. */
export const pagerArgument = {
  pager: {
    type: "boolean",
    default: true,
    description: "Show long output through $PAGER",
    negativeDescription: "Print long output as it is, not through $PAGER",
  },
} as const;

/** As git does: less gives the terminal back when all fits, keeps colours, and leaves the text on the screen. */
const lessOptions = "FRX";

/** `cat` and nothing at all are how people say that they want none. */
function choosePager(env: NodeJS.ProcessEnv): string | null {
  const pager = env["PAGER"] ?? "less";
  return pager.trim() === "" || pager.trim() === "cat" || env["TERM"] === "dumb" ? null : pager;
}

function countRows(page: string, columns: number): number {
  return page
    .split("\n")
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((line.length && stripVTControlCharacters(line).length) / columns)),
      -1,
    );
}

/** Prints, and waits for the pager to end. Never pages into a pipe or a file. */
export async function pageOutput(page: string, { pager: isWanted = true }: { pager?: boolean } = {}): Promise<void> {
  const { stdout, env } = process;
  const pager = isWanted && stdout.isTTY === true ? choosePager(env) : null;
  if (pager === null || countRows(page, stdout.columns ?? 80) < (stdout.rows ?? 24) || !(await runPager(pager, page)))
    stdout.write(page);
}

/** False where there is no such program. */
function runPager(pager: string, page: string): Promise<boolean> {
  return new Promise((resolve) => {
    // An interrupt is for the pager: it stops a search there and ends nothing here.
    const ignore = (): void => {};
    process.on("SIGINT", ignore);
    // $PAGER may hold options, as in "less -S": the shell takes it apart.
    const child = spawn(pager, {
      shell: true,
      stdio: ["pipe", "inherit", "inherit"],
      env: { LESS: lessOptions, LV: "-c", ...process.env },
    });
    const end = (isShown: boolean): void => {
      process.off("SIGINT", ignore);
      resolve(isShown);
    };
    child.on("error", () => end(false));
    // 126 and 127 are the shell's: not to be run, not to be found.
    child.on("close", (code) => end(code !== 126 && code !== 127));
    // A reader that has seen enough closes its end.
    child.stdin.on("error", ignore);
    child.stdin.end(page);
  });
}

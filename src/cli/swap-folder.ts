/** A folder to publish in, the same folder with new contents out: made beside it, put in its place in one step. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { CliError } from "./cli-error.ts";
import { isRunning } from "./is-running.ts";

/** What tells a site of ours from a folder that must not be lost. */
const markFile = "api/index.json";

export interface Swap {
  /** Where to write the new contents: an empty folder. */
  folder: string;
  /** Puts the new contents in place; the old ones are gone. */
  commit(): Promise<void>;
  /** Leaves the old contents as they are. */
  rollBack(): Promise<void>;
}

/** Throws a usage error where the folder holds something that no build has written, or what `kept` names. */
export async function beginSwap(out: string, kept: readonly string[] = []): Promise<Swap> {
  const target = resolve(out);
  refuseHolder(target, out, kept);
  const parent = dirname(target);
  const name = basename(target);
  await mkdir(parent, { recursive: true }).catch((error: Error) => {
    throw new CliError("failure", `Cannot make the folder ${parent}: ${error.message}`);
  });
  await recover(target);
  await refuseForeign(target, out);
  const folder = join(parent, `.${name}.new-${process.pid}`);
  const old = join(parent, `.${name}.old-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder).catch((error: Error) => {
    throw new CliError("failure", `Cannot write beside ${out}: ${error.message}`);
  });
  return {
    folder,
    async commit() {
      await exchange(folder, target, old);
      await rm(old, { recursive: true, force: true });
    },
    async rollBack() {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
      // Pages that were under way when the first one failed are written until the process ends.
      process.once("exit", () => {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // The next build takes it away.
        }
      });
    },
  };
}

/** Times that another build may come first: each of them puts a whole site in place. */
const tries = 10;

/** No system call of Node swaps two folders: between the two renames there is no site, for as long as one takes. */
async function exchange(folder: string, target: string, old: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const isMoved = await rename(target, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw error;
      },
    );
    try {
      return await rename(folder, target);
    } catch (error) {
      // Another build was between our two steps: its site is in the place of the old one now.
      const isTaken = ["ENOTEMPTY", "EEXIST", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (isTaken && existsSync(target) && existsSync(folder) && attempt < tries) {
        await rm(old, { recursive: true, force: true });
        continue;
      }
      if (isMoved && !existsSync(target)) await rename(old, target);
      throw error;
    }
  }
}

/** A build that was killed between its two steps left the old site under another name; one killed before, half a new site. */
async function recover(target: string): Promise<void> {
  const left = readdirSync(dirname(target)).filter((name) => name.startsWith(`.${basename(target)}.`));
  for (const name of left) {
    const [, kind, pid] = /\.(new|old)-(\d+)$/.exec(name) ?? [];
    if (kind === undefined || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    const path = join(dirname(target), name);
    if (kind === "old" && !existsSync(target)) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}

function refuseHolder(target: string, out: string, kept: readonly string[]): void {
  const isWithin = (path: string): boolean => {
    const way = relative(target, resolve(path));
    return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
  };
  const held = [process.cwd(), ...kept].find(isWithin);
  if (held === undefined) return;
  const what = held === process.cwd() ? "the working directory" : held;
  throw new CliError("usage", `Unexpected folder ${out}, expected one that does not hold ${what}`, [
    "The build replaces all of the folder: name another with --out.",
  ]);
}

async function refuseForeign(target: string, out: string): Promise<void> {
  const stats = await stat(target).catch(() => null);
  if (stats === null) return;
  if (!stats.isDirectory())
    throw new CliError("usage", `Unexpected file ${out}, expected a folder to write the site to`);
  if ((await readdir(target)).length === 0 || existsSync(join(target, markFile))) return;
  throw new CliError("usage", `Unexpected contents of ${out}, expected an empty folder or a site that fixlore built`, [
    "The build replaces all of the folder: name another with --out, or empty this one.",
  ]);
}

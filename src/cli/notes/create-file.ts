/** A path and bytes in, a new file out: whole or not at all, and never in the place of another. */
import { existsSync } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { isRunning } from "../is-running.ts";

/** What is written first has this name, so that no reader takes it for a note. */
const halfName = /^\.fixlore-new-(\d+)-\d+$/;
let written = 0;

/**
 * Gives false where something stands there already. The bytes are on the disk before the name is: a process that is
 * killed, or a disk that is full, leaves no half file. `mode` is that of the file. Throws a failure that says why nothing was written.
 */
export async function createFile(path: string, bytes: Uint8Array | string, mode = 0o666): Promise<boolean> {
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    const half = join(folder, `.fixlore-new-${process.pid}-${written++}`);
    try {
      const file = await open(half, "wx", mode);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      return await takeName(half, path);
    } finally {
      await rm(half, { force: true });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+( '.*)?$/, "") : String(error);
    throw new CliError("failure", `Nothing was written to ${path}: ${reason}`, [
      "What was there is as it was. Free the disk or name another folder, and run it again.",
    ]);
  }
}

/** A second name for the file fails where there is one already, and comes into being in one step. */
async function takeName(half: string, path: string): Promise<boolean> {
  try {
    await link(half, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // File systems without second names (FAT, some network drives): the best there is.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EOPNOTSUPP") throw error;
    if (await stat(path).catch(() => null)) return false;
    await rename(half, path);
    return true;
  }
}

/** What processes that were killed have left. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = halfName.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid)))
      await rm(join(folder, name), { force: true });
  }
}

/** "note.md", else "note-2.md" and so on: the first that does not stand there. */
export function freePath(path: string, taken: ReadonlySet<string> = new Set()): string {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let copy = 1; ; copy++) {
    const tried = copy === 1 ? path : `${stem}-${copy}${extension}`;
    if (!taken.has(tried) && !existsSync(tried)) return tried;
  }
}

/** Gives the path that was free: another process may have taken the first. */
export async function createNumberedFile(path: string, bytes: Uint8Array | string): Promise<string> {
  for (;;) {
    const tried = freePath(path);
    if (await createFile(tried, bytes)) return tried;
  }
}

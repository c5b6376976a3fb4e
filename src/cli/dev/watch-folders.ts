/** Folders and files in, a word whenever something in them may have changed out: by what the system tells, and a look now and then. */
import { readdirSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, join } from "node:path";
import { isIgnoredName } from "../../source/read-sources.ts";

export interface FolderWatch {
  /** From now on these are watched, absolute; what is not there yet is seen when it comes. */
  set(paths: readonly string[]): void;
  close(): void;
}

export interface WatchTimes {
  /** Milliseconds without a further change before one is told: saving takes several steps. */
  quiet: number;
  /** Milliseconds after which it is told anyway. */
  patience: number;
  /** Milliseconds between looks for what no system told: file systems of other machines, links, more folders than it watches. */
  look: number;
}

const usualTimes: WatchTimes = { quiet: 25, patience: 200, look: 2500 };

/** `isTold`: the system has told of a change, nobody just looks. Each folder by itself: watching one of them tells of its files, also of those put in place by renaming. */
export function watchFolders(onChange: (isTold: boolean) => void, times: WatchTimes = usualTimes): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let isClosed = false;
  const tell = (): void => {
    const now = performance.now();
    if (timer === null) since = now;
    else clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = null;
        onChange(true);
      },
      Math.max(0, Math.min(times.quiet, since + times.patience - now)),
    );
  };
  const interval = setInterval(() => timer ?? onChange(false), times.look);
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    set(paths) {
      // Who was looking when it ended would keep the process alive.
      if (isClosed) return;
      const wanted = new Set(paths.flatMap(foldersOf));
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      const known = watchers.size;
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        try {
          const watcher = watch(folder, tell);
          // A folder that is gone, or one more than the system watches: a look finds what changes there.
          watcher.on("error", () => drop(folder));
          watchers.set(folder, watcher);
        } catch {
          // likewise
        }
      }
      // What was put into a folder before it was watched has to be looked for.
      if (watchers.size > known) tell();
    },
    close() {
      isClosed = true;
      clearInterval(interval);
      if (timer !== null) clearTimeout(timer);
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}

/** A folder with all below it; the folder of a file; the nearest that is there of what is not. */
function foldersOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return dirname(path) === path ? [] : foldersOf(dirname(path)).slice(0, 1);
  return stats.isDirectory() ? listFolders(path) : [dirname(path)];
}

function listFolders(folder: string): string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !isIgnoredName(entry.name),
    );
    return [folder, ...below.flatMap(({ name }) => listFolders(join(folder, name)))];
  } catch {
    return [folder];
  }
}

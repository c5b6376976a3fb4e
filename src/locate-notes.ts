/** The names that the base has for notes, and where they were read from, in; the path of each within its repository out. */
import { existsSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

export interface NotePlaces {
  inputs: readonly string[];
  /** What relative inputs are relative to. */
  cwd: string;
  /** Root of the repository; the nearest folder with `.git` above each input where null. */
  root: string | null;
}

/** Names of as many folders may stand before a path that two inputs share. */
const mostPrefixes = 4;

/** The nearest folder with `.git`, from here up. */
export function findRepository(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(resolve(at, ".git"))) return at;
    if (dirname(at) === at) return null;
  }
}

/** Notes that are in no repository, or cannot be told apart, are left out. Paths have `/` between segments. */
export function locateNotes(paths: readonly string[], { inputs, cwd, root }: NotePlaces): Map<string, string> {
  const starts = [...inputs.map((input) => resolve(cwd, input)), cwd].flatMap((folder) => {
    const repository = root ?? findRepository(folder);
    return repository === null ? [] : [{ folder, repository }];
  });
  const located = new Map<string, string>();
  for (const path of paths) {
    for (let above = 0; above < mostPrefixes && !located.has(path); above++) {
      for (const { folder, repository } of starts) {
        const file = resolve(folder, "../".repeat(above), path);
        const inside = relative(repository, file);
        if (inside.startsWith("..") || isAbsolute(inside) || !existsSync(file)) continue;
        located.set(path, inside.split(sep).join("/"));
        break;
      }
    }
  }
  return located;
}

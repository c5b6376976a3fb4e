/** The folder a command was started in, the configuration file that holds there out: from that folder up to the root of its repository. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const configNames = ["fixlore.config.ts", "fixlore.config.json"] as const;

/** Outside a repository only the folder itself is looked at: a configuration may be code, and a stranger's is not run. */
export function findConfig(cwd: string): string[] {
  const folders = [cwd];
  while (!existsSync(join(folders.at(-1)!, ".git"))) {
    const above = dirname(folders.at(-1)!);
    if (above === folders.at(-1)) return namesIn(cwd);
    folders.push(above);
  }
  return folders.map(namesIn).find((found) => found.length > 0) ?? [];
}

const namesIn = (folder: string): string[] =>
  configNames.map((name) => join(folder, name)).filter((file) => existsSync(file));

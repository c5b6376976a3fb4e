/** Files to write in, the folders above them out: each is made once. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** To be called with each file before it is written; `root` is there already. Asked of the system for each page, folders took a tenth of a build in which little has changed. */
export function createFolderMaker(root: string): (file: string) => void {
  const made = new Set([root, dirname(root)]);
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    make(dirname(folder));
    try {
      mkdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    made.add(folder);
  };
  return (file) => make(dirname(file));
}

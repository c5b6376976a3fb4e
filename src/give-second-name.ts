/** A file and another place in, the same file at both out: no byte is copied where the file system can do without. */
import { copyFileSync, linkSync } from "node:fs";

/** False where the file is not there. Whoever changes files of which this may be one must write them anew. */
export function giveSecondName(file: string, target: string): boolean {
  for (const give of [linkSync, copyFileSync]) {
    try {
      give(file, target);
      return true;
    } catch {
      // by the other way
    }
  }
  return false;
}

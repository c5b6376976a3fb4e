/** The folder of golden cases in, one entry a case out: `fixtures/<case>/input.md`, or `input.txt`, or `input.bin`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Fixture {
  name: string;
  folder: string;
  /** Name that the note is read under: the file's own, or what `path.txt` beside it says, for dates in file names. */
  path: string;
  bytes: Uint8Array;
}

const root = join(import.meta.dirname, "fixtures");

/** Every folder with an input, by name. Folders without one hold other things. */
export function listFixtures(): Fixture[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const folder = join(root, name);
      const files = readdirSync(folder);
      const input = files.find((file) => /^input\.(md|txt|bin)$/.test(file));
      if (input === undefined) return [];
      const path = files.includes("path.txt") ? readFileSync(join(folder, "path.txt"), "utf8").trim() : input;
      return [{ name, folder, path, bytes: readFileSync(join(folder, input)) }];
    });
}

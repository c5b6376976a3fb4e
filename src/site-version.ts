/** All code that makes a site in, a string that changes with it out: what older code made is made again. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const own = ["src", "site", "astro.config.mjs", "package.json"];
/** What npm writes anew whenever it changes a package, beside the packages: ours in a clone, above us where we are one. */
const installed = ["node_modules/.package-lock.json", "../.package-lock.json"];

/** By size and time of each file. Null where nothing can vouch for the packages: then nothing is taken from before. */
export function siteVersion(): string | null {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\n`);
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  let vouched = 0;
  for (const file of installed) {
    try {
      add(join(root, file));
      vouched++;
    } catch {
      // the other one
    }
  }
  if (vouched === 0) return null;
  for (const name of own) {
    const path = join(root, name);
    if (statSync(path).isFile()) add(path);
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) add(join(entry.parentPath, entry.name));
  }
  return hash.digest("hex").slice(0, 16);
}

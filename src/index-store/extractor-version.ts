/** The code that reads notes and its settings in, a string that changes with them out: what another version read is read again. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReadingSettings } from "../config.ts";

const folders = ["source", "document", "extract", "knowledge", "query", "index-store"];

/** By size and time of each module: reading them all would take longer than many a query. */
export function extractorVersion(settings: ReadingSettings, root = join(import.meta.dirname, "..")): string {
  const hash = createHash("sha256").update(`${JSON.stringify(settings)}\n`);
  // In an installed package all times are one: its version tells them apart.
  hash.update(readFileSync(join(root, "../package.json")));
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      const { size, mtimeMs } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

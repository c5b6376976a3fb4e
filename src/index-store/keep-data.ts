/** A name and a version in, what was kept under them out: data that may be lost, and only saves time. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseFolder } from "./open-index.ts";
import { pack, unpack } from "./pack.ts";

interface Kept<Value> {
  version: string;
  value: Value;
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.json.zst`);

/** Null where there is nothing, or what is there is damaged or of another version. Kept in the folder of the index. */
export function readKept<Value>(cwd: string, name: string, version: string): Value | null {
  const folder = chooseFolder(cwd);
  if (folder === null) return null;
  try {
    const kept = unpack<Kept<Value>>(readFileSync(fileOf(folder, name)));
    return kept.version === version ? kept.value : null;
  } catch {
    return null;
  }
}

/** Puts it in place in one step, so that another process finds the old or the new. Where that fails, nothing is kept. */
export function keepData(cwd: string, name: string, version: string, value: unknown): void {
  const folder = chooseFolder(cwd);
  if (folder === null) return;
  const file = fileOf(folder, name);
  const fresh = `${file}.${process.pid}`;
  try {
    writeFileSync(fresh, pack({ version, value }));
    renameSync(fresh, file);
  } catch {
    rmSync(fresh, { force: true });
  }
}

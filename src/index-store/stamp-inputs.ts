/** Folders and files in, one string that changes when anything in them does out: without reading a byte of a note. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, statSync, type BigIntStats } from "node:fs";
import { join, resolve } from "node:path";

/** Folders that notes are not read from; others are stamped whole, which at worst reads notes once more. */
const passedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** File systems keep times in steps: a file written in the last of them may be written again unseen. */
const settled = 100n * 1_000_000n;

const isSettled = ({ ctimeNs }: BigIntStats, now: bigint): boolean => now - ctimeNs >= settled;
const describe = ({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string => `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
const nowNs = (): bigint => BigInt(Date.now()) * 1_000_000n;

/** Of one file, links followed; null where it may be changed unseen, or is not there. */
export function stampFile(path: string, now = nowNs()): string | null {
  try {
    const stats = statSync(path, { bigint: true });
    return isSettled(stats, now) ? describe(stats) : null;
  } catch {
    return null;
  }
}

/** Null where no stamp can vouch for what is there: a link, something missing, or a file written this very moment. */
export function stampInputs(inputs: readonly string[], cwd: string): string | null {
  const hash = createHash("sha256");
  const now = nowNs();
  const visit = (path: string): boolean => {
    const stats = lstatSync(path, { bigint: true });
    if (stats.isSymbolicLink() || !isSettled(stats, now)) return false;
    if (!stats.isDirectory()) {
      hash.update(`${path}\0${describe(stats)}\n`);
      return true;
    }
    hash.update(`${path}/\n`);
    return readdirSync(path)
      .sort()
      .every((name) => passedOver(name) || visit(join(path, name)));
  };
  try {
    for (const input of inputs) {
      hash.update(`${input}\n`);
      if (!visit(resolve(cwd, input))) return null;
    }
  } catch {
    return null;
  }
  return hash.digest("hex");
}

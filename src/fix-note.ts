/** A damaged note in, the same file with its text repaired out: written in one step, its bytes as they were kept beside. */
import { createHash } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Repair } from "./model.ts";
import { decodeSource } from "./source/decode-source.ts";

/** What is repaired with certainty. Characters that are lost are not among them, and line ends are no damage. */
const certain: ReadonlySet<Repair["kind"]> = new Set(["bom", "utf-16", "windows-1252", "mojibake", "nul"]);

/** The bytes a file should have; null where nothing is to be repaired, or not all of it with certainty. */
export function repairBytes(path: string, bytes: Uint8Array): Uint8Array | null {
  const { text, repairs } = decodeSource({ path, bytes });
  const isLost = repairs.some(({ kind, encoding }) => kind === "invalid-utf-8" && encoding === null);
  const isDamaged = repairs.some(({ kind, encoding }) => certain.has(kind) || (kind === "invalid-utf-8" && encoding));
  if (isLost || !isDamaged) return null;
  const repaired = new TextEncoder().encode(hasOnlyCrlf(bytes) ? text.replaceAll("\n", "\r\n") : text);
  // Read again, it must be the same text, and sound.
  const again = decodeSource({ path, bytes: repaired });
  const isSound = again.text === text && again.repairs.every(({ kind }) => kind === "line-endings");
  return isSound ? repaired : null;
}

/** In single bytes or in pairs: every line end is CR LF. */
function hasOnlyCrlf(bytes: Uint8Array): boolean {
  const ends = Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
  return ends.includes("\r\n") && !/(?<!\r)\n|\r(?!\n)/.test(ends);
}

export interface FixedNote {
  /** Where its bytes were kept. */
  original: string;
}

/**
 * Null where there is nothing to repair, or the file is no longer what was read. The original is on disk before the file
 * is replaced, and the file is at every moment either the old one or the new one. Throws where the disk refuses.
 */
export async function fixNote(file: string, bytes: Uint8Array, keptIn: string): Promise<FixedNote | null> {
  const repaired = repairBytes(file, bytes);
  if (repaired === null || !Buffer.from(bytes).equals(await readFile(file))) return null;
  await mkdir(keptIn, { recursive: true });
  // Kept by content: the same bytes are the same file, and others never take its place.
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}-${basename(file)}`;
  const original = join(keptIn, name);
  await writeDurably(original, bytes);
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    await writeDurably(beside, repaired);
    await chmod(beside, (await stat(file)).mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return { original };
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes);
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The folder that was named, or none, in; the notes to measure on out, with how many and how large they are. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSources } from "../../src/source/read-sources.ts";
import { generateNotes } from "./generate-notes.ts";

export interface BenchNotes {
  folder: string;
  notes: number;
  bytes: number;
}

/** Enough that what is done once no longer counts. */
const generated = 1000;

export async function chooseNotes(named: string | undefined, scratch: string): Promise<BenchNotes> {
  const corpus = resolve(import.meta.dirname, "../../../shared/corpus/kubernaut");
  const wanted = named ?? process.env["FIXLORE_CORPUS"] ?? (existsSync(corpus) ? corpus : null);
  const folder = wanted === null ? generateNotes(join(scratch, "notes"), generated) : resolve(wanted);
  const { files } = await readSources([folder]);
  if (files.length === 0) throw new Error(`Unexpected folder ${folder}, expected one with notes`);
  return { folder, notes: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

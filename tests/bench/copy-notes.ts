/** A folder of notes in, as many copies of it as told out, whose issues and code are others than those of the original. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSources } from "../../src/source/read-sources.ts";

/** Identifiers as people write them: SHOP-12, DS-FLAKY-001. */
const identifier = /\b[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*-\d+\b/g;
const fence = /^([ \t]*(?:`{3,}|~{3,})[A-Za-z][\w+-]*[ \t]*)$/gm;

/** The first copy is the notes as they are, in bytes. Gives the number of notes. */
export async function copyNotes(from: string, to: string, copies: number): Promise<number> {
  const { files } = await readSources([from]);
  for (let copy = 0; copy < copies; copy++) {
    for (const { path, bytes } of files) {
      const file = join(to, `part-${copy + 1}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, copy === 0 ? bytes : change(new TextDecoder().decode(bytes), copy));
    }
  }
  return files.length * copies;
}

/** A letter before each identifier, a line more in each block of code: nothing is merged, nothing coloured once for all. */
function change(text: string, copy: number): string {
  const letter = String.fromCharCode("P".charCodeAt(0) + copy);
  return text.replace(identifier, (id) => letter + id).replace(fence, `$1\n// of copy ${copy + 1}`);
}

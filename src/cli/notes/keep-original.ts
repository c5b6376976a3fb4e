/** A note that was repaired in, its bytes as they came kept beside it out. */
import { basename, dirname, join } from "node:path";
import { createNumberedFile } from "./create-file.ts";

/** Notes are not read from folders that begin with a dot; git keeps this one as all others. */
export const originalsFolder = ".originals";

/** Gives the path that the original bytes have: the name of the note, in a folder beside it. */
export function keepOriginal(note: string, bytes: Uint8Array): Promise<string> {
  return createNumberedFile(join(dirname(note), originalsFolder, basename(note)), bytes);
}

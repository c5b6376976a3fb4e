/** Bytes of a note in, all that the first three stages read from it out. */
import { parseDocument } from "../src/document/parse-document.ts";
import type { ParserName } from "../src/document/parser-names.ts";
import { extractRecords } from "../src/extract/index.ts";
import type { Extraction } from "../src/model.ts";
import { decodeSource } from "../src/source/decode-source.ts";

export function readNote(bytes: Uint8Array | string, path = "note.md", parser?: ParserName): Extraction {
  const source = decodeSource({ path, bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes });
  return extractRecords(parseDocument(source, parser));
}

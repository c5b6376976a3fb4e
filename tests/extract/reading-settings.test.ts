/** What a team adds to the words, identifiers and components, and that it holds for that reading only. */
import { describe, expect, it } from "vitest";
import { usualReading, type ReadingSettings } from "../../src/config.ts";
import { readNote } from "../../src/build-knowledge.ts";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";

const read = (markdown: string, settings?: Partial<ReadingSettings>, path = "note.md") =>
  readNote({ path, bytes: new TextEncoder().encode(markdown) }, { ...usualReading, ...settings });

const mishaps = `# Week 12

**Date**: 2026-03-20

## Mishaps

### Lift stops between floors

**Beschwerde**: The lift stops two metres too high.
**Auslöser**: The counter of the drum slips in \`lift/drum/count.c:40\`.
**Abhilfe**: Count on the shaft.
**Status**: Parked

### Door of the lift stays open

**Beschwerde**: The door does not close in winter.
**Status**: Open
`;

describe("words of a team", () => {
  const settings = {
    labels: { Beschwerde: "problem", auslöser: "rootCause" },
    headings: { Mishaps: "issues" },
    statuses: { parked: "deferred" },
    components: { "lift/**": "lift" },
  } as const;

  it("are read like those that are built in", () => {
    const { issues } = read(mishaps, settings);
    expect(issues).toMatchObject([
      {
        title: "Lift stops between floors",
        status: "deferred",
        components: ["lift"],
        problem: { text: "The lift stops two metres too high." },
        rootCause: { text: "The counter of the drum slips in lift/drum/count.c:40." },
        fix: { text: "Count on the shaft." },
      },
      { status: "open", components: [], problem: { text: "The door does not close in winter." } },
    ]);
  });

  it("hold for one reading only", () => {
    const before = read(mishaps);
    read(mishaps, settings);
    expect(read(mishaps)).toEqual(before);
    expect(before.issues.find(({ title }) => title.startsWith("Lift"))?.rootCause ?? null).toBeNull();
  });

  it("overrule what is built in", () => {
    const party =
      "# Week 12\n\n## Known issues\n\n### LIFT-1: Lift stops between floors\n\n**Problem**: Two metres too high.\n";
    const statusOf = (settings: Partial<ReadingSettings>) => read(party, settings).issues.map(({ status }) => status);
    expect(statusOf({})).toEqual(["open"]);
    expect(statusOf({ headings: { "Known issues": "fixedIssues" } })).toEqual(["fixed"]);
  });
});

describe("identifiers of a team", () => {
  const note = (day: number, status: string) =>
    `# Report ${day}\n\n**Date**: 2026-03-0${day}\n\n## Issues\n\n### PRB0001234: ${day === 1 ? "Pump leaks" : "Water below hall seven"}\n\n**Status**: ${status}\n\n**Problem**: Water on the floor.\n`;

  it("name issues, and are one issue in all notes", () => {
    const settings = { ...usualReading, ids: ["PRB\\d{7}"] };
    const base = mergeRecords(
      [read(note(1, "Open"), settings, "a.md"), read(note(2, "Fixed"), settings, "b.md")],
      settings,
    );
    expect(base.issues).toMatchObject([
      { id: "PRB0001234", slug: "prb0001234", status: "fixed", sessions: ["a", "b"] },
    ]);
    expect(mergeRecords([read(note(1, "Open"), {}, "a.md"), read(note(2, "Fixed"), {}, "b.md")]).issues.length).toBe(2);
  });

  it("stand for what would be found within them", () => {
    const found = read("# Log\n\n## Issues\n\n### AB-12.7-CD-3: Pump leaks\n\n**Problem**: Water.\n", {
      ids: ["AB-\\d+\\.\\d+-CD-\\d+"],
    });
    expect(found.issues.map(({ id, title }) => [id, title])).toEqual([["AB-12.7-CD-3", "Pump leaks"]]);
  });
});

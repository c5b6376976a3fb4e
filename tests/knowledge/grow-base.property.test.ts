/** Whatever notes come, change and go: a base that grows step by step is what merging them at once gives. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  compareBases,
  describeIssue,
  growBase,
  mergeRecords,
  relateIssues,
  type Comparison,
} from "../../src/knowledge/index.ts";
import { statuses, type Extraction, type Status } from "../../src/model.ts";
import { notes } from "./extraction-arbitrary.ts";

/** From one set of notes to the next; what is the same is not given again. */
function changesBetween(before: readonly Extraction[], after: readonly Extraction[]): Map<string, Extraction | null> {
  const old = new Map(before.map((extraction) => [extraction.session.path, extraction]));
  const changes = new Map<string, Extraction | null>();
  for (const extraction of after) {
    const { path } = extraction.session;
    if (JSON.stringify(old.get(path)) !== JSON.stringify(extraction)) changes.set(path, extraction);
    old.delete(path);
  }
  for (const path of old.keys()) changes.set(path, null);
  return changes;
}

/** They are found when all else is known. */
const withoutRelations = (comparison: Comparison): unknown =>
  JSON.parse(JSON.stringify(comparison, (key, value: unknown) => (key === "related" ? null : value)));

it("step by step or at once, the base is the same, and so is what changed", () => {
  fc.assert(
    fc.property(fc.array(notes, { minLength: 1, maxLength: 5 }), (steps) => {
      const growing = growBase();
      let before: readonly Extraction[] = [];
      for (const all of steps) {
        const old = mergeRecords(before);
        const { comparison, traits } = growing.take(changesBetween(before, all));
        const merged = mergeRecords(all);
        expect(withoutRelations(comparison)).toEqual(withoutRelations(compareBases(old, merged)));
        const related = relateIssues(growing.base.issues.map(describeIssue));
        const changed = growing.relate(related);
        expect(growing.base).toEqual(merged);
        // Where nothing says that relations change, none does.
        if (traits.size === 0) expect(changed).toEqual([]);
        before = all;
      }
    }),
    { numRuns: 200 },
  );
});

it("an edit of words, which moves lines and leaves which records there are, is seen as well", () => {
  const edits = fc.array(fc.record({ at: fc.nat(6), status: fc.constantFrom(...statuses), lines: fc.nat(3) }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(notes, edits, (all, edits) => {
      const growing = growBase();
      growing.take(changesBetween([], all));
      let before = all;
      for (const { at, status, lines } of edits) {
        const after = before.map((extraction, index) => (index === at ? edit(extraction, status, lines) : extraction));
        growing.take(changesBetween(before, after));
        growing.relate(relateIssues(growing.base.issues.map(describeIssue)));
        expect(growing.base).toEqual(mergeRecords(after));
        before = after;
      }
    }),
    { numRuns: 200 },
  );
});

function edit(extraction: Extraction, status: Status, lines: number): Extraction {
  const edited = structuredClone(extraction);
  for (const report of edited.issues) {
    report.status = status;
    report.place.start.line += lines;
    report.place.end.line += lines;
  }
  return edited;
}

it("records that nothing has changed of are the same objects", () => {
  fc.assert(
    fc.property(notes, (all) => {
      const growing = growBase();
      growing.take(changesBetween([], all));
      growing.relate(relateIssues(growing.base.issues.map(describeIssue)));
      const { issues, lessons, sessions } = growing.base;
      expect(growing.take(new Map()).comparison.changed).toEqual([]);
      expect([...growing.base.issues, ...growing.base.lessons, ...growing.base.sessions]).toSatisfy(
        (now: readonly object[]) => now.every((one, at) => one === [...issues, ...lessons, ...sessions][at]),
      );
    }),
  );
});

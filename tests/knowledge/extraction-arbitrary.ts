/** What reading a few notes gave, generated: identifiers, titles, paths and dates that often meet. */
import fc from "fast-check";
import { severities, statuses } from "../../src/model.ts";
import { excerpt } from "../query/create-base.ts";
import { createExtraction } from "./create-extraction.ts";

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const id = fc.constantFrom("BUG-1", "BUG-2", "MILL-BUG-1", "mill_bug_1", "#7", "OVEN-3");
const title = fc.constantFrom(
  "Belt slips at night",
  "The belt slips at night",
  "Sacks pile up",
  "BUG-1",
  "Fix validated",
  "会话",
  "",
);
const path = fc.constantFrom("a.md", "b.md", "c/d.md", "c-d.md", "e.txt", "f.md", "c/a.md");
const date = orNull(fc.constantFrom("2026-01-01", "2026-01-02", "2026-02-01"));
const file = fc.record({
  path: fc.constantFrom("src/a.ts", "./src/a.ts", "src/b.ts"),
  line: orNull(fc.constantFrom(1, 2)),
  endLine: fc.constant(null),
  note: fc.constant(null),
});
const text = orNull(
  fc.constantFrom("tensionControl stalls", "the governor is cold", "sensor_input is null").map(excerpt),
);
export const issue = fc.record({
  id: orNull(id),
  continues: fc.option(fc.constantFrom("mill-bug-1", "oven-3", "sacks-pile-up", "7"), { nil: null, freq: 4 }),
  title,
  status: fc.constantFrom(...statuses),
  severity: orNull(fc.constantFrom(...severities)),
  files: fc.array(file, { maxLength: 2 }),
  problem: text,
  fix: text,
});
const lesson = fc.record({ title, issues: fc.array(id, { maxLength: 2 }) });
export const note = fc
  .record({
    path,
    date,
    issues: fc.array(issue, { maxLength: 4 }),
    lessons: fc.array(lesson, { maxLength: 2 }),
    links: fc.array(fc.oneof(path, fc.constant("gone.md")), { maxLength: 2 }),
  })
  .map(createExtraction);
/** Each of a path of its own. */
export const notes = fc.uniqueArray(note, { selector: ({ session }) => session.path, maxLength: 7 });

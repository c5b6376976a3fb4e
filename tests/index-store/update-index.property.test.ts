/** Whatever notes come, change and go: an index that is brought up to them step by step holds what merging them at once gives. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { usualReading } from "../../src/config.ts";
import {
  areRelated,
  createMemoryIndex,
  hashBytes,
  loadBase,
  publicTables,
  relateRecords,
  transact,
  updateIndex,
  type Index,
} from "../../src/index-store/index.ts";
import { mergeRecords, orderRecords, relateIssues, type IssueTraits } from "../../src/knowledge/index.ts";
import { openStatuses, statuses, type Extraction, type KnowledgeBase, type Status } from "../../src/model.ts";
import { createStages } from "../../src/refresh-index.ts";
import { createExtraction } from "../knowledge/create-extraction.ts";
import { notes } from "../knowledge/extraction-arbitrary.ts";

const hashOf = (extraction: Extraction): string => hashBytes(Buffer.from(JSON.stringify(extraction)));

/** As it is done for files: what has the hash that the index knows is not given again. */
function update(
  index: Index,
  all: readonly Extraction[],
  known: Map<string, string>,
  stages = createStages(usualReading),
): void {
  const states = all.map((extraction) => {
    const { path } = extraction.session;
    const hash = hashOf(extraction);
    return { path, hash, stamp: hash, extraction: known.get(path) === hash ? null : extraction };
  });
  transact(index.database, "IMMEDIATE", () => {
    updateIndex(index, { stamp: "s", notes: states, diagnostics: [] }, stages);
    if (!areRelated(index)) relateRecords<IssueTraits>(index, relateIssues);
  });
  known.clear();
  for (const { path, hash } of states) known.set(path, hash);
}

function load(index: Index): Omit<KnowledgeBase, "files"> {
  const { sourceDiagnostics: _, ...records } = loadBase(index, { narrowing: null, related: true });
  orderRecords(records);
  return records;
}

const count = ({ database }: Index, sql: string): number => Number(Object.values(database.prepare(sql).get()!)[0]);

/** What most edits come to: fields read otherwise, and all below them some lines further down. */
interface Edit {
  note: number;
  status: Status;
  lines: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  note: fc.nat(6),
  status: fc.constantFrom(...statuses),
  lines: fc.nat(2),
});

function applyEdit(all: readonly Extraction[], { note, status, lines }: Edit): Extraction[] {
  const moved = <T extends { place: Extraction["issues"][number]["place"] }>(record: T): T => {
    const { start, end } = record.place;
    const move = (point: typeof start) => ({ ...point, line: point.line + lines });
    return { ...record, place: { start: move(start), end: move(end) } };
  };
  return all.map((extraction, at) =>
    at === note % all.length
      ? { ...extraction, issues: extraction.issues.map((issue) => moved({ ...issue, status })) }
      : extraction,
  );
}

it("step by step or at once, the records are the same", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(notes, edit), { minLength: 1, maxLength: 5 }), (steps) => {
      const index = createMemoryIndex();
      const known = new Map<string, string>();
      let all: readonly Extraction[] = [];
      for (const step of steps) {
        all = Array.isArray(step) ? step : applyEdit(all, step);
        update(index, all, known);
        const { files: _, ...merged } = mergeRecords(all);
        expect(load(index)).toEqual(merged);
        const { issues, lessons, sessions } = merged;
        // What anybody may query says the same.
        expect(count(index, "SELECT count(*) FROM issues WHERE open")).toBe(
          issues.filter(({ status }) => openStatuses.has(status)).length,
        );
        expect(count(index, "SELECT count(*) FROM history")).toBe(issues.flatMap(({ history }) => history).length);
        expect(count(index, "SELECT count(*) FROM issue_files JOIN issues ON slug = issue")).toBe(
          issues.flatMap(({ files }) => files).length,
        );
        expect(count(index, "SELECT count(*) FROM documents JOIN sessions ON slug = session")).toBe(
          sessions.flatMap(({ documents }) => documents).length,
        );
        expect(count(index, "SELECT count(*) FROM lesson_issues JOIN issues ON slug = issue")).toBe(
          lessons.flatMap((lesson) => lesson.issues).length,
        );
        expect(count(index, "SELECT count(*) FROM relations")).toBe(issues.flatMap(({ related }) => related).length);
        expect(count(index, "SELECT count(*) FROM _texts")).toBe(issues.length + lessons.length + sessions.length);
      }
      index.close();
    }),
    { numRuns: 60 },
  );
});

it("records are planned anew only where an edit can change which there are", () => {
  const index = createMemoryIndex();
  const known = new Map<string, string>();
  let planned = 0;
  const stages = createStages(usualReading);
  const counting = {
    ...stages,
    plan: (summaries: Parameters<typeof stages.plan>[0]) => (planned++, stages.plan(summaries)),
  };
  const said = (path: string, title: string, status: Status) =>
    createExtraction({ path, issues: [{ id: "MILL-BUG-1", title, status }], lessons: [{ title: "Look twice" }] });
  const steps: [notes: Extraction[], planned: number][] = [
    [[said("a.md", "Belt slips", "open"), said("b.md", "Belt slips", "open")], 1],
    [[said("a.md", "Belt slips", "open"), said("b.md", "Belt slips", "fixed")], 1],
    [[said("a.md", "Belt slips", "open"), said("b.md", "Belt slips", "fixed")], 1],
    [[said("a.md", "Belt slips", "open"), said("b.md", "Belt tears", "fixed")], 2],
    [[said("a.md", "Belt slips", "open")], 3],
  ];
  for (const [all, times] of steps) {
    update(index, all, known, counting);
    expect(planned).toBe(times);
    const { files: _, ...merged } = mergeRecords(all);
    expect(load(index)).toEqual(merged);
  }
  index.close();
});

it("a table that anybody may query begins with the slug that its rows belong to", () => {
  const tables = Object.values(publicTables).flat();
  expect(tables.length).toBeGreaterThan(15);
  for (const { owner } of tables) expect(["slug", "issue", "lesson", "session"]).toContain(owner);
});

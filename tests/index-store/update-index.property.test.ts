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
import { openStatuses, type Extraction, type KnowledgeBase } from "../../src/model.ts";
import { createStages } from "../../src/refresh-index.ts";
import { notes } from "../knowledge/extraction-arbitrary.ts";

const hashOf = (extraction: Extraction): string => hashBytes(Buffer.from(JSON.stringify(extraction)));

/** As it is done for files: what has the hash that the index knows is not given again. */
function update(index: Index, all: readonly Extraction[], known: Map<string, string>): void {
  const states = all.map((extraction) => {
    const { path } = extraction.session;
    const hash = hashOf(extraction);
    return { path, hash, stamp: hash, extraction: known.get(path) === hash ? null : extraction };
  });
  transact(index.database, "IMMEDIATE", () => {
    updateIndex(index, { stamp: "s", notes: states, diagnostics: [] }, createStages(usualReading));
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

it("step by step or at once, the records are the same", () => {
  fc.assert(
    fc.property(fc.array(notes, { minLength: 1, maxLength: 4 }), (steps) => {
      const index = createMemoryIndex();
      const known = new Map<string, string>();
      for (const all of steps) {
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

it("a table that anybody may query begins with the slug that its rows belong to", () => {
  const tables = Object.values(publicTables).flat();
  expect(tables.length).toBeGreaterThan(15);
  for (const { owner } of tables) expect(["slug", "issue", "lesson", "session"]).toContain(owner);
});

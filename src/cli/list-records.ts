/** A knowledge base and a kind of record in, all of that kind out as `fixlore query --format json` has them. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { RecordKind } from "../query/index.ts";
import type { Cell } from "./format-rows.ts";
import { createContext, readCell, usualColumns } from "./record-columns.ts";

export interface ListedRecords {
  /** The query that has the same answer. */
  query: string;
  total: number;
  /** Null as where a query chooses no columns. */
  fields: null;
  results: Record<string, Cell>[];
}

export function listRecords(base: KnowledgeBase, kind: RecordKind): ListedRecords {
  const records: Record<RecordKind, readonly (Issue | Lesson | Session)[]> = {
    issue: base.issues,
    lesson: base.lessons,
    session: base.sessions,
  };
  const columns = usualColumns(kind, "data");
  const context = createContext(base);
  const results = records[kind].map((record) =>
    Object.fromEntries(columns.map((column) => [column.name, readCell(column, kind, record, context)])),
  );
  return { query: `is:${kind}`, total: results.length, fields: null, results };
}

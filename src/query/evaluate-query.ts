/** A query and a knowledge base in, the records that match out, in order: the plain evaluator that every faster one must agree with. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { Query, QueryNode, QualifierNode, RecordKind, WordNode } from "./grammar.ts";
import { indexBase, type BaseIndex } from "./index-base.ts";
import { createNeedle, matchText } from "./match-text.ts";
import { haystackOf, searchedFields } from "./record-haystack.ts";
import { recordTests } from "./record-tests.ts";
import { sortResults } from "./sort-results.ts";

export type RecordOf = { issue: Issue; lesson: Lesson; session: Session };
export type QueryResults = {
  [K in RecordKind]: { kind: K; results: RecordOf[K][]; /** How many there were before `limit:`. */ total: number };
}[RecordKind];

export interface EvaluateOptions {
  /** ISO day that `30d` and `today` count from. */
  today: string;
}

type Matcher = (record: Issue | Lesson | Session) => boolean;

export function evaluateQuery(query: Query, base: KnowledgeBase, { today }: EvaluateOptions): QueryResults {
  const index = indexBase(base);
  const records: readonly (Issue | Lesson | Session)[] = {
    issue: base.issues,
    lesson: base.lessons,
    session: base.sessions,
  }[query.kind];
  const matches = query.filter === null ? () => true : compileNode(query.filter, query.kind, index, today);
  const found = sortResults(records.filter(matches), query, index);
  return { kind: query.kind, results: found.slice(0, query.limit ?? undefined), total: found.length } as QueryResults;
}

function compileNode(node: QueryNode, kind: RecordKind, index: BaseIndex, today: string): Matcher {
  const compile = (child: QueryNode) => compileNode(child, kind, index, today);
  switch (node.type) {
    case "and": {
      const tests = node.children.map(compile);
      return (record) => tests.every((test) => test(record));
    }
    case "or": {
      const tests = node.children.map(compile);
      return (record) => tests.some((test) => test(record));
    }
    case "not": {
      const test = compile(node.child);
      return (record) => !test(record);
    }
    case "qualifier":
      return compileQualifier(node, kind, index, today);
    default:
      return compileWord(node, kind, index);
  }
}

function compileQualifier({ name, values }: QualifierNode, kind: RecordKind, index: BaseIndex, today: string): Matcher {
  const tests = values.map(
    ({ test }) =>
      (record: Issue | Lesson | Session) =>
        recordTests(name, test, { kind, record, index, today }),
  );
  return (record) => tests.some((test) => test(record));
}

function compileWord({ type, text, fields }: WordNode, kind: RecordKind, index: BaseIndex): Matcher {
  const needle = createNeedle(type, text);
  const searched = searchedFields(kind, fields);
  return (record) => searched.some((field) => matchText(needle, haystackOf(field, kind, record, index)));
}

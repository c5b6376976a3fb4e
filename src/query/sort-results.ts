/** Matching records in, the same in the order that the query asks for out. */
import { severities, statuses, type Issue, type Lesson, type Session } from "../model.ts";
import type { Query, QueryNode, SortKey, WordNode } from "./grammar.ts";
import type { BaseIndex } from "./index-base.ts";
import { createNeedle, matchText } from "./match-text.ts";
import { haystackOf, searchedFields } from "./record-haystack.ts";

type AnyRecord = Issue | Lesson | Session;
type SortValue = string | number | null;

/** What each order compares; a record without the value stands last in either direction. */
const values: Record<string, (record: AnyRecord) => SortValue> = {
  updated: (record) => ("updated" in record ? record.updated : record.date),
  date: (record) => ("firstSeen" in record ? record.firstSeen : record.date),
  severity: (record) =>
    "severity" in record && record.severity !== null ? -severities.indexOf(record.severity) : null,
  status: (record) => ("status" in record ? -statuses.indexOf(record.status) : null),
  reports: (record) => ("history" in record ? record.history.length : record.issues.length),
  title: (record) => record.title.toLowerCase(),
  id: (record) => ("id" in record ? record.id : record.slug),
};

/** By relevance where the query has words, else newest first; ties by most recent, then by address. */
export function sortResults<T extends AnyRecord>(records: readonly T[], query: Query, index: BaseIndex): T[] {
  const words = wantedWords(query.filter);
  const asked: SortKey[] =
    query.sort.length > 0 ? query.sort : words.length > 0 ? [{ name: "relevance", descending: true }] : [];
  const keys: SortKey[] = [...asked, { name: "updated", descending: true }];
  const scores = asked.some(({ name }) => name === "relevance") ? scoreRecords(records, words, query, index) : null;
  const columns = keys.map(({ name }) => (name === "relevance" ? (record: T) => scores!.get(record)! : values[name]!));
  const rows = records.map((record) => ({ record, values: columns.map((read) => read(record)) }));
  rows.sort((a, b) => {
    for (const [at, { descending }] of keys.entries()) {
      const order = compare(a.values[at]!, b.values[at]!, descending);
      if (order !== 0) return order;
    }
    return a.record.slug < b.record.slug ? -1 : a.record.slug > b.record.slug ? 1 : 0;
  });
  return rows.map(({ record }) => record);
}

function compare(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === descending ? 1 : -1;
}

/** The words that a result has because it was asked for them, not in spite of it. */
function wantedWords(node: QueryNode | null): WordNode[] {
  if (node === null || node.type === "not" || node.type === "qualifier") return [];
  return "fields" in node ? [node] : node.children.flatMap(wantedWords);
}

/** Each word counts by the weightiest field it is in, and by how few of the matching records have it there. */
function scoreRecords<T extends AnyRecord>(
  records: readonly T[],
  words: readonly WordNode[],
  { kind }: Query,
  index: BaseIndex,
): Map<T, number> {
  const scores = new Map(records.map((record) => [record, 0]));
  for (const { type, text, fields } of words) {
    const needle = createNeedle(type, text);
    const searched = searchedFields(kind, fields);
    const weights = records.map((record) =>
      Math.max(
        0,
        ...searched.map((field) =>
          matchText(needle, haystackOf(field, kind, record, index)) ? Math.max(1, field.weight) : 0,
        ),
      ),
    );
    const having = weights.filter((weight) => weight > 0).length;
    const rarity = Math.log(1 + records.length / (1 + having)) + 0.1;
    for (const [at, record] of records.entries()) scores.set(record, scores.get(record)! + weights[at]! * rarity);
  }
  return scores;
}

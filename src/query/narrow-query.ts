/** A query in, conditions out that each of its results fulfils and an index can answer: never more than the query asks. */
import type { Severity, Status } from "../model.ts";
import type { Query, QueryNode, RecordKind } from "./grammar.ts";
import { createNeedle } from "./match-text.ts";

export interface NarrowedQuery {
  kind: RecordKind;
  statuses: Status[] | null;
  severities: (Severity | null)[] | null;
  /** Each must be found in one of its forms: see `Needle`. */
  words: string[][];
}

/** Fields whose texts are looked up in other records: an index of single records knows nothing of them. */
const lookedUp = new Set(["related", "issue", "lesson"]);

/** Null where the whole base is needed. */
export function narrowQuery({ kind, filter }: Query): NarrowedQuery | null {
  const narrowed: NarrowedQuery = { kind, statuses: null, severities: null, words: [] };
  if (filter !== null && needsAll(filter)) return null;
  const conditions = filter === null ? [] : filter.type === "and" ? filter.children : [filter];
  for (const condition of conditions) narrow(narrowed, condition);
  return narrowed;
}

function needsAll(node: QueryNode): boolean {
  if (node.type === "not") return needsAll(node.child);
  if ("children" in node) return node.children.some(needsAll);
  if ("fields" in node) return (node.fields ?? []).some((field) => lookedUp.has(field));
  return node.values.some(({ test }) => test.type === "field" && lookedUp.has(test.field));
}

function narrow(narrowed: NarrowedQuery, node: QueryNode): void {
  if (node.type === "qualifier") {
    const [statuses, severities] = [
      node.values.flatMap(({ test }) => (test.type === "status" ? test.statuses : [])),
      node.values.flatMap(({ test }) => (test.type === "severity" ? test.severities : [])),
    ];
    if (statuses.length > 0) narrowed.statuses = intersect(narrowed.statuses, statuses);
    if (severities.length > 0) narrowed.severities = intersect(narrowed.severities, severities);
  } else if (node.type === "and") {
    for (const child of node.children) narrow(narrowed, child);
  } else {
    const forms = wordForms(node);
    if (forms !== null) narrowed.words.push([...new Set(forms)]);
  }
}

/** One of these must be there for a word, or for an OR of words; null where nothing can be said. */
function wordForms(node: QueryNode): string[] | null {
  if (node.type === "or") {
    const all = node.children.map(wordForms);
    return all.includes(null) ? null : all.flatMap((forms) => forms ?? []);
  }
  if (!("fields" in node)) return null;
  const { raw, terms, parts } = createNeedle(node.type, node.text);
  // Characters that are no terms, and scripts without spaces, are found inside of terms: an index of terms is no help.
  return raw === null && [...terms, ...parts].every((form) => form.startsWith(" ")) ? [...terms, ...parts] : null;
}

function intersect<T>(known: readonly T[] | null, wanted: readonly T[]): T[] {
  return known === null ? [...wanted] : known.filter((value) => wanted.includes(value));
}

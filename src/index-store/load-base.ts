/** What a query needs at least in, the part of the knowledge base that can match it out. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { Index } from "./open-index.ts";
import { unpackRecord } from "./pack-record.ts";
import { loadRelations } from "./relate-records.ts";
import type { AnyRecord, RecordKind } from "./schema.ts";

/** Conditions that every match fulfils; `null` asks nothing. What fulfils them need not match. */
export interface Narrowing {
  kind: RecordKind;
  statuses: readonly string[] | null;
  severities: readonly (string | null)[] | null;
  /** Only records with these addresses; null or absent asks nothing. */
  slugs?: readonly string[] | null;
  /** Each must be there, in one of its forms: terms with spaces between, the last open-ended unless a space ends it. */
  words: readonly (readonly string[])[];
}

/** Whether the index holds the records of these inputs as they are now. */
export function isCurrent({ database }: Index, stamp: string): boolean {
  return database.prepare("SELECT 1 FROM _base WHERE stamp = ?").get(stamp) !== undefined;
}

const onlyErrors = "WHERE severity = 'error'";

/** What was lost, or could not be found. */
export function loadErrors({ database }: Index): Diagnostic[] {
  const rows = database.prepare(`SELECT data FROM _diagnostics ${onlyErrors} ORDER BY owner, rowid`).all();
  return rows.map(({ data }) => JSON.parse(data as string) as Diagnostic);
}

export interface LoadOptions {
  narrowing: Narrowing | null;
  /** Whether issues get what is related to them, which has to be there: see relate-records.ts. */
  related: boolean;
}

/** Records in no order, without the list of files, which follows from the issues. */
export interface LoadedRecords extends Pick<KnowledgeBase, "issues" | "lessons" | "sessions" | "diagnostics"> {
  /** Of finding the notes: they stand before all others. */
  sourceDiagnostics: Diagnostic[];
}

/**
 * All records, or those that fulfil the narrowing and what they are linked to: their notes, issues and lessons. Of the
 * diagnostics of a narrowed base the errors are given.
 */
export function loadBase({ database }: Index, { narrowing, related }: LoadOptions): LoadedRecords {
  const found: Record<RecordKind, Map<string, AnyRecord>> = { issue: new Map(), lesson: new Map(), session: new Map() };
  const [condition, values] = narrowing === null ? ["1", []] : toCondition(narrowing);
  for (const row of database
    .prepare(`SELECT kind, slug, data, source FROM _records WHERE ${condition}`)
    .iterate(...values)) {
    const record = unpackRecord(row["data"], row["source"]);
    found[row["kind"] as RecordKind].set(row["slug"] as string, record);
  }
  if (narrowing !== null) loadLinked(database, narrowing.kind, found);
  if (related) loadRelations(database, found.issue as Map<string, Issue>);
  const diagnostics: Diagnostic[] = [];
  const sourceDiagnostics: Diagnostic[] = [];
  for (const { owner, data } of database
    .prepare(`SELECT owner, data FROM _diagnostics ${narrowing === null ? "" : onlyErrors} ORDER BY rowid`)
    .iterate())
    (owner === -1 ? sourceDiagnostics : diagnostics).push(JSON.parse(data as string) as Diagnostic);
  return {
    issues: [...found.issue.values()] as Issue[],
    lessons: [...found.lesson.values()] as Lesson[],
    sessions: [...found.session.values()] as Session[],
    diagnostics,
    sourceDiagnostics,
  };
}

/** What was found wrong with the notes and between them, without their records. */
export function loadDiagnostics({ database }: Index): Diagnostic[] {
  const rows = database.prepare("SELECT data FROM _diagnostics WHERE owner <> -1 ORDER BY rowid").all();
  return rows.map(({ data }) => JSON.parse(data as string) as Diagnostic);
}

function toCondition({ kind, statuses, severities, words, slugs = null }: Narrowing): [sql: string, values: string[]] {
  const marks = (list: readonly unknown[]): string => list.map(() => "?").join(", ");
  const conditions = ["kind = ?"];
  const values: string[] = [kind];
  if (statuses !== null) {
    conditions.push(`status IN (${marks(statuses)})`);
    values.push(...statuses);
  }
  if (severities !== null) {
    const named = severities.filter((severity) => severity !== null);
    conditions.push(`(severity IN (${marks(named)})${severities.includes(null) ? " OR severity IS NULL" : ""})`);
    values.push(...named);
  }
  if (slugs !== null) {
    // One value however many there are: the number of parameters is bounded.
    conditions.push("slug IN (SELECT value FROM json_each(?))");
    values.push(JSON.stringify(slugs));
  }
  if (words.length > 0) {
    conditions.push("number IN (SELECT rowid FROM _texts WHERE _texts MATCH ?)");
    values.push(words.map((forms) => `(${forms.map(toMatch).join(" OR ")})`).join(" AND "));
  }
  return [conditions.join(" AND "), values];
}

/** FTS5's syntax for a phrase, open-ended or not. Terms hold letters and digits only. */
const toMatch = (form: string): string => `"${form.trim()}"${form.endsWith(" ") ? "" : " *"}`;

/** What qualifiers and columns look up from the records found: one step, never from what this adds. */
function loadLinked(
  database: Index["database"],
  kind: RecordKind,
  found: Record<RecordKind, Map<string, AnyRecord>>,
): void {
  const find = database.prepare("SELECT data FROM _records WHERE kind = ? AND slug = ?");
  const load = (linked: RecordKind, slug: string): void => {
    if (linked === kind || found[linked].has(slug)) return;
    const row = find.get(linked, slug);
    if (row !== undefined) found[linked].set(slug, unpackRecord(row["data"]));
  };
  for (const record of found[kind].values()) {
    const links = record as { session?: string; sessions?: string[]; issues?: string[]; lessons?: string[] };
    for (const slug of [...(links.session === undefined ? [] : [links.session]), ...(links.sessions ?? [])])
      load("session", slug);
    for (const slug of links.issues ?? []) load("issue", slug);
    for (const slug of links.lessons ?? []) load("lesson", slug);
  }
}

/** Notes as they are now in, the index brought up to them out: only records that depend on what has changed are built anew. */
import { hash } from "node:crypto";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Issue, Lesson, Session } from "../model.ts";
import { compareHomes } from "./compare-homes.ts";
import { loadExtraction } from "./known-notes.ts";
import type { Index } from "./open-index.ts";
import { pack } from "./pack.ts";
import { publicTables, type AnyRecord, type RecordKind } from "./schema.ts";

export interface NoteState {
  path: string;
  stamp: string | null;
  hash: string;
  /** Null: as the index has it, which must have it with this hash. */
  extraction: Extraction | null;
}

/** A record that depends on its plan and on the notes that it is made of, and on nothing else. */
export interface PlannedRecord {
  kind: RecordKind;
  slug: string;
}

type GetExtraction = (path: string) => Extraction;

/** What the other stages do: the index knows when, they know how. */
export interface Stages<Summary, Plan extends PlannedRecord> {
  summarize(extraction: Extraction): Summary;
  plan(summaries: readonly Summary[]): { records: readonly Plan[]; diagnostics: readonly Diagnostic[] };
  notesOf(plan: Plan): readonly string[];
  build(plan: Plan, get: GetExtraction): { record: AnyRecord; diagnostics: readonly Diagnostic[] };
  /** The text that a record is found by, as terms with spaces between. */
  termsOf(plan: Plan, record: AnyRecord, get: GetExtraction): string;
  /** What relates an issue to others. */
  describe(issue: Issue): object;
}

export interface IndexedState {
  /** Of all inputs; null where nothing can vouch for them. */
  stamp: string | null;
  notes: readonly NoteState[];
  /** Of finding and reading the files. */
  diagnostics: readonly Diagnostic[];
}

/** Another process has put something else in the place of what this one counted on. */
export class OutdatedIndex extends Error {}

/** To be called in a transaction. Throws `OutdatedIndex` where a note without an extraction is not there any more. */
export function updateIndex<Summary, Plan extends PlannedRecord>(
  index: Index,
  { stamp, notes, diagnostics }: IndexedState,
  stages: Stages<Summary, Plan>,
): void {
  const { database } = index;
  const summaries = saveNotes(database, notes, stages.summarize);
  const plan = stages.plan(summaries);
  const hashes = new Map(notes.map(({ path, hash: of }) => [path, of]));
  const loaded = new Map(notes.flatMap(({ path, extraction }) => (extraction ? [[path, extraction] as const] : [])));
  const get: GetExtraction = (path) => {
    let extraction = loaded.get(path) ?? null;
    if (extraction === null) {
      extraction = loadExtraction(index, path, hashes.get(path)!);
      if (extraction === null) throw new OutdatedIndex(path);
      loaded.set(path, extraction);
    }
    return extraction;
  };
  const writeRecipe = (plans: readonly Plan[]): string => {
    const made = plans.map((record) => stages.notesOf(record).map((path) => hashes.get(path)));
    return hash("sha1", JSON.stringify([plans, made]), "base64");
  };
  // Each record is made of one note at least.
  const homeOf = (record: Plan): string => stages.notesOf(record)[0]!;
  const homes = Map.groupBy(plan.records, homeOf);
  const { planned, known: found } = compareHomes(database, homes, writeRecipe);
  const old = new Map(found.map((record) => [`${record.kind} ${record.slug}`, record]));
  let last = (database.prepare("SELECT max(number) AS last FROM _records").get()?.["last"] as number | null) ?? 0;
  const writer = createWriter(database);
  for (const record of planned) {
    const key = `${record.kind} ${record.slug}`;
    const known = old.get(key);
    old.delete(key);
    const recipe = writeRecipe([record]);
    if (known?.recipe === recipe) continue;
    if (known !== undefined) writer.clear(known.number, record);
    const built = stages.build(record, get);
    const terms = stages.termsOf(record, built.record, get);
    const traits = record.kind === "issue" ? JSON.stringify(stages.describe(built.record as Issue)) : null;
    writer.add(known?.number ?? ++last, record, { ...built, recipe, home: homeOf(record), terms, traits });
  }
  for (const gone of old.values()) {
    writer.clear(gone.number, gone);
    if (gone.kind === "issue") writer.unrelate(gone.slug);
  }
  writer.tell(0, plan.diagnostics);
  writer.tell(-1, diagnostics);
  writer.finish(stamp);
}

/** The summaries of all notes, in their order. */
function saveNotes<Summary>(
  database: DatabaseSync,
  notes: readonly NoteState[],
  summarize: (extraction: Extraction) => Summary,
): Summary[] {
  const known = new Map<string, { stamp: string | null; hash: string; summary: string }>();
  const rows = database.prepare("SELECT path, stamp, hash, summary FROM _notes");
  rows.setReturnArrays(true);
  for (const [path, stamp, of, summary] of rows.all() as unknown as [string, string | null, string, string][])
    known.set(path, { stamp, hash: of, summary });
  const keep = database.prepare("INSERT OR REPLACE INTO _notes VALUES (?, ?, ?, ?, ?)");
  const touch = database.prepare("UPDATE _notes SET stamp = ? WHERE path = ?");
  const summaries = notes.map(({ path, stamp, hash: of, extraction }): Summary => {
    const row = known.get(path);
    known.delete(path);
    // Another process may have read the same meanwhile.
    if (extraction !== null && row?.hash !== of) {
      const summary = summarize(extraction);
      keep.run(path, stamp, of, JSON.stringify(summary), pack(extraction));
      return summary;
    }
    if (row?.hash !== of) throw new OutdatedIndex(path);
    if (row.stamp !== stamp) touch.run(stamp, path);
    return JSON.parse(row.summary) as Summary;
  });
  const forget = database.prepare("DELETE FROM _notes WHERE path = ?");
  for (const path of known.keys()) forget.run(path);
  return summaries;
}

interface WrittenRecord {
  record: AnyRecord;
  diagnostics: readonly Diagnostic[];
  recipe: string;
  home: string;
  terms: string;
  traits: string | null;
}

/** Whole notes are seldom asked for: they stand apart, so that reading the rest of a session is quick. */
function splitSource(record: Issue | Lesson | Session): [data: Uint8Array, source: Uint8Array | null] {
  return "source" in record ? [pack({ ...record, source: "" }), pack(record.source)] : [pack(record), null];
}

function createWriter(database: DatabaseSync) {
  const statements = new Map<string, StatementSync>();
  const run = (sql: string, ...values: SQLInputValue[]): void => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    statement.run(...values);
  };
  // Relations follow from traits: where those stay, what was related stays so.
  let isRelated = database.prepare("SELECT related FROM _base").get()?.["related"] === 1;
  const traitsOf = database.prepare("SELECT data FROM _traits WHERE issue = ?");
  const tell = (owner: number, diagnostics: readonly Diagnostic[]): void => {
    run("DELETE FROM _diagnostics WHERE owner = ?", owner);
    for (const diagnostic of diagnostics)
      run("INSERT INTO _diagnostics VALUES (?, ?, ?)", owner, diagnostic.severity, JSON.stringify(diagnostic));
  };
  return {
    tell,
    clear(number: number, { kind, slug }: PlannedRecord): void {
      for (const { name, owner } of publicTables[kind]) run(`DELETE FROM ${name} WHERE ${owner} = ?`, slug);
      run("DELETE FROM _records WHERE number = ?", number);
      run("DELETE FROM _texts WHERE rowid = ?", number);
      run("DELETE FROM _diagnostics WHERE owner = ?", number);
    },
    unrelate(issue: string): void {
      run("DELETE FROM relations WHERE issue = ?", issue);
      run("DELETE FROM _traits WHERE issue = ?", issue);
      isRelated = false;
    },
    add(
      number: number,
      { kind, slug }: PlannedRecord,
      { record, diagnostics, recipe, home, terms, traits }: WrittenRecord,
    ) {
      const status = "status" in record ? record.status : null;
      const severity = "severity" in record ? record.severity : null;
      const [data, source] = splitSource(record);
      const insert = "INSERT INTO _records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
      run(insert, number, kind, slug, recipe, home, status, severity, data, source);
      run("INSERT INTO _texts (rowid, terms) VALUES (?, ?)", number, terms);
      for (const { name, columns, rowsOf } of publicTables[kind]) {
        const sql = `INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`;
        for (const row of rowsOf(record)) run(sql, ...row);
      }
      tell(number, diagnostics);
      if (traits === null || traitsOf.get(slug)?.["data"] === traits) return;
      run("INSERT OR REPLACE INTO _traits VALUES (?, ?)", slug, traits);
      isRelated = false;
    },
    finish(stamp: string | null): void {
      run("DELETE FROM _base");
      run("INSERT INTO _base VALUES (?, ?)", stamp, Number(isRelated));
    },
  };
}

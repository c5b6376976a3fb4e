/** Notes as they are now in, the index brought up to them out: only records that depend on what has changed are built anew. */
import { hash } from "node:crypto";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Issue } from "../model.ts";
import { openHomes } from "./homes.ts";
import { loadExtraction } from "./known-notes.ts";
import type { Index } from "./open-index.ts";
import { packRecord } from "./pack-record.ts";
import { loadSummaries, OutdatedIndex, saveNotes, type NoteState, type Summaries } from "./save-notes.ts";
import { publicTables, type AnyRecord, type PlannedRecord } from "./schema.ts";

type GetExtraction = (path: string) => Extraction;

/** What the other stages do: the index knows when, they know how. */
export interface Stages<Summary, Plan extends PlannedRecord> extends Summaries<Summary> {
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

/** To be called in a transaction. Throws `OutdatedIndex` where a note without an extraction is not there any more. */
export function updateIndex<Summary, Plan extends PlannedRecord>(
  index: Index,
  { stamp, notes, diagnostics }: IndexedState,
  stages: Stages<Summary, Plan>,
): void {
  const { database } = index;
  const { changed, isPlanKept } = saveNotes(database, notes, stages);
  const plan = isPlanKept ? null : stages.plan(loadSummaries<Summary>(database));
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
  const homes = openHomes<Plan>(database, { write: writeRecipe, notesOf: stages.notesOf });
  const { planned, known: found } = plan === null ? homes.recall(changed) : homes.compare(plan.records);
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
  if (plan !== null) writer.tell(0, plan.diagnostics);
  writer.tell(-1, diagnostics);
  writer.finish(stamp);
}

interface WrittenRecord {
  record: AnyRecord;
  diagnostics: readonly Diagnostic[];
  recipe: string;
  home: string;
  terms: string;
  traits: string | null;
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
      const { data, source } = packRecord(record);
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

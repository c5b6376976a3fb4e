/** The schema of the index as SQL: tables and views that anybody may query, and those of its own, which begin with `_`. */
import type { Issue, Lesson, Session } from "../model.ts";
import { issueTables } from "./issue-tables.ts";
import { lessonTables } from "./lesson-tables.ts";
import type { PublicTable } from "./public-table.ts";
import { sessionTables } from "./session-tables.ts";

export type RecordKind = "issue" | "lesson" | "session";
export type AnyRecord = Issue | Lesson | Session;

/** A record that depends on its plan and on the notes that it is made of, and on nothing else. */
export interface PlannedRecord {
  kind: RecordKind;
  slug: string;
}

export const publicTables = { issue: issueTables, lesson: lessonTables, session: sessionTables } as unknown as Readonly<
  Record<RecordKind, readonly PublicTable<AnyRecord>[]>
>;

/** What is filled apart from the records, or is a view: as documentation, and as SQL. */
export const otherTables: readonly Pick<PublicTable<never>, "name" | "about" | "columns">[] = [
  {
    name: "relations",
    about: "issues that probably have to do with each other, at most five for each",
    columns: [
      { name: "issue", type: "TEXT NOT NULL", about: "slug of the issue" },
      { name: "rank", type: "INTEGER NOT NULL", about: "1 is the nearest" },
      { name: "related", type: "TEXT NOT NULL", about: "slug of the other issue" },
      { name: "reasons", type: "TEXT NOT NULL", about: "JSON array of sentences" },
    ],
  },
  {
    name: "files",
    about: "view: source files with how many issues name them",
    columns: [
      { name: "path", type: "TEXT", about: "as written" },
      { name: "issues", type: "INTEGER", about: "how many name it" },
      { name: "open", type: "INTEGER", about: "how many of them are open" },
      { name: "updated", type: "TEXT", about: "day of the newest report" },
    ],
  },
  {
    name: "diagnostics",
    about: "view: what reading and merging stumbled over",
    columns: [
      { name: "file", type: "TEXT", about: "path of the note" },
      { name: "line", type: "INTEGER", about: "" },
      { name: "severity", type: "TEXT", about: "error, warning or info" },
      { name: "rule", type: "TEXT", about: "name of the rule" },
      { name: "message", type: "TEXT", about: "" },
      { name: "note", type: "TEXT", about: "what the author can do" },
    ],
  },
];

const ofRecords = Object.values(publicTables).flat();

/**
 * `_notes` holds what was read from each note, by path; `_records` the records built from them, each with the recipe
 * that it was built by and the first of its notes as its home; `_homes` the recipe and the plans of all records of one,
 * `_home_notes` all notes that they are made of; `_base` which inputs they belong to, and whether `relations` follows
 * from the issues as they are. Blobs are JSON, compressed with zstd. `_texts` is a full-text index without the texts:
 * rowids are the numbers of records. Diagnostics of no record have the owner 0, those of finding the notes -1.
 */
export const schema = [
  `CREATE TABLE _meta (version TEXT NOT NULL)`,
  `CREATE TABLE _notes (path TEXT PRIMARY KEY, stamp TEXT, hash TEXT NOT NULL, summary TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE _base (stamp TEXT, related INTEGER NOT NULL)`,
  `CREATE TABLE _records (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, recipe TEXT NOT NULL,
    home TEXT NOT NULL, status TEXT, severity TEXT, data BLOB NOT NULL, source BLOB
  )`,
  `CREATE TABLE _homes (path TEXT PRIMARY KEY, recipe TEXT NOT NULL, records INTEGER NOT NULL, plans TEXT NOT NULL)`,
  `CREATE TABLE _home_notes (note TEXT NOT NULL, home TEXT NOT NULL, PRIMARY KEY (note, home)) WITHOUT ROWID`,
  `CREATE INDEX _home_notes_by_home ON _home_notes (home)`,
  `CREATE INDEX _record_homes ON _records (home)`,
  `CREATE UNIQUE INDEX _record_slugs ON _records (kind, slug)`,
  `CREATE INDEX _record_states ON _records (kind, status, severity)`,
  `CREATE TABLE _traits (issue TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE _diagnostics (owner INTEGER NOT NULL, severity TEXT NOT NULL, data TEXT NOT NULL)`,
  `CREATE INDEX _diagnostic_owners ON _diagnostics (owner)`,
  `CREATE INDEX _diagnostic_severities ON _diagnostics (severity)`,
  `CREATE VIRTUAL TABLE _texts USING fts5 (terms, content='', contentless_delete=1, detail=full, tokenize="unicode61 remove_diacritics 0")`,
  ...[...ofRecords, otherTables[0]!].map(
    ({ name, columns }) =>
      `CREATE TABLE ${name} (${columns.map((column) => `"${column.name}" ${column.type}`).join(", ")})`,
  ),
  ...[...ofRecords, { name: "relations", owner: "issue" }]
    .filter(({ owner }) => owner !== "slug")
    .map(({ name, owner }) => `CREATE INDEX ${name}_by_${owner} ON ${name} ("${owner}")`),
  `CREATE VIEW files AS
    SELECT path, count(*) AS issues, sum(open) AS open, max(updated) AS updated
    FROM (SELECT DISTINCT path, issue FROM issue_files) JOIN issues ON slug = issue GROUP BY path`,
  `CREATE VIEW diagnostics AS
    SELECT data ->> '$.file' AS file, data ->> '$.place.start.line' AS line, severity, data ->> '$.ruleId' AS rule,
      data ->> '$.message' AS message, data ->> '$.note' AS note
    FROM _diagnostics`,
].join(";\n");

/** A knowledge base in, the records of the index out: whole, and as terms to search. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { Index } from "./open-index.ts";
import { pack } from "./pack.ts";

export type RecordKind = "issue" | "lesson" | "session";

export interface SavedInputs {
  stamp: string;
  inputs: readonly string[];
}

/** `termsOf` gives the text that a record is found by, as terms with spaces between. All or nothing is saved. */
export function saveBase(
  { database }: Index,
  base: KnowledgeBase,
  { stamp, inputs }: SavedInputs,
  termsOf: (kind: RecordKind, record: Issue | Lesson | Session) => string,
): void {
  const rest = { files: base.files, diagnostics: base.diagnostics };
  const errors = base.diagnostics.filter(({ severity }) => severity === "error");
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec("DELETE FROM base; DELETE FROM records; INSERT INTO texts (texts) VALUES ('delete-all')");
    const insert = database.prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?)");
    const insertText = database.prepare("INSERT INTO texts (rowid, terms) VALUES (?, ?)");
    let number = 0;
    const save = (kind: RecordKind, record: Issue | Lesson | Session): void => {
      const status = "status" in record ? record.status : null;
      const severity = "severity" in record ? record.severity : null;
      // Whole notes are seldom asked for: they stand apart, so that reading the rest of a session is quick.
      const [data, source] = "source" in record ? [{ ...record, source: "" }, pack(record.source)] : [record, null];
      insert.run(++number, kind, record.slug, status, severity, pack(data), source);
      insertText.run(number, termsOf(kind, record));
    };
    for (const issue of base.issues) save("issue", issue);
    for (const lesson of base.lessons) save("lesson", lesson);
    for (const session of base.sessions) save("session", session);
    database
      .prepare("INSERT INTO base VALUES (?, ?, ?, ?)")
      .run(stamp, JSON.stringify(inputs), pack(errors), pack(rest));
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

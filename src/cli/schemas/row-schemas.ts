/** The columns of records as schemas: what `query` and `files` print of each record as JSON. */
import { z } from "zod";
import type { RecordKind } from "../../query/index.ts";
import { recordColumns, usualColumns } from "../record-columns.ts";
import { day, severity, status } from "./model-schemas.ts";

const text = z.string();
const maybe = text.nullable();
const list = z.array(text);

/** The type of each column; prose is plain text. Columns that are not named here are text or null. */
const columnSchemas: Readonly<Record<string, z.ZodType>> = {
  ref: text.meta({ description: "The shortest name that `fixlore show` understands." }),
  slug: text,
  title: text,
  kind: z.enum(["lesson", "insight"]),
  status,
  severity: severity.nullable(),
  date: day.nullable(),
  firstSeen: day.nullable(),
  updated: day.nullable(),
  components: list,
  tags: list,
  files: list.meta({ description: "path or path:line." }),
  attempts: list,
  text,
  code: list,
  commits: list,
  sessions: list,
  issues: list,
  lessons: list,
  related: list.meta({ description: "Slugs, nearest first." }),
  reports: z.int().positive(),
  at: maybe.meta({ description: "path:line of the newest report." }),
  score: z.number(),
  terms: list.meta({ description: "What it shares with the error that was looked for, rarest first." }),
};

/** Without --fields the usual columns are all there. */
export function createRowSchema(kind: RecordKind) {
  const usual = new Set(usualColumns(kind, "data").map(({ name }) => name));
  const columns = recordColumns.filter((column) => column[kind] !== undefined);
  return z.strictObject(
    Object.fromEntries(
      columns.map(({ name }) => {
        const schema = columnSchemas[name] ?? maybe;
        return [name, usual.has(name) ? schema : schema.optional()];
      }),
    ),
  );
}

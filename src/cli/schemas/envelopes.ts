/** Every kind of JSON that commands print, as schemas: one envelope, `{schemaVersion, kind, …}`. */
import { z } from "zod";
import { recordKinds } from "../../query/index.ts";
import { issue, lesson, parsedDocument, session } from "./model-schemas.ts";
import { query } from "./query-schema.ts";
import { createRowSchema } from "./row-schemas.ts";

/** Counts up when a property is taken away or changes its meaning; more properties may come within a version. */
export const schemaVersion = 1;

const text = z.string();
const count = z.int().nonnegative();
const envelope = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, about: string, shape: Shape) =>
  z
    .strictObject({ schemaVersion: z.literal(schemaVersion), kind: z.literal(kind), ...shape })
    .meta({ title: kind, description: about });

const rows = Object.fromEntries(recordKinds.map((kind) => [kind, createRowSchema(kind)])) as Record<
  (typeof recordKinds)[number],
  ReturnType<typeof createRowSchema>
>;

const listOf = (kind: (typeof recordKinds)[number]) => {
  const shared = { query: text, total: count.meta({ description: "How many there are before a limit." }) };
  const named = `${kind}s` as const;
  return z
    .union([
      envelope(named, `fixlore query 'is:${kind}' --json`, {
        ...shared,
        fields: z.null(),
        results: z.array(rows[kind]),
      }),
      envelope(named, `fixlore query 'is:${kind}' --json --fields A,B`, {
        ...shared,
        fields: z.array(text).min(1),
        results: z.array(rows[kind].partial()),
      }),
    ])
    .meta({ title: named });
};
const counted = { count, open: count };
const found = (kind: "issue" | "lesson") => z.strictObject({ total: count, results: z.array(rows[kind]) });

export const envelopes = {
  issues: listOf("issue"),
  lessons: listOf("lesson"),
  sessions: listOf("session"),
  count: envelope("count", "fixlore query --count --json", { query: text, count }),
  query: envelope("query", "fixlore query --explain --json", { query }),
  issue: envelope("issue", "fixlore show ID --json, of an issue", { issue }),
  lesson: envelope("lesson", "fixlore show ID --json, of a lesson", { lesson }),
  session: envelope("session", "fixlore show ID --json, of a session", { session }),
  stats: envelope("stats", "fixlore stats --json", {
    query: text,
    total: count,
    open: count,
    byStatus: z.array(z.strictObject({ status: text, count })),
    bySeverity: z.array(z.strictObject({ severity: text.nullable(), ...counted })),
    byComponent: z.array(z.strictObject({ component: text, ...counted })),
    byMonth: z.array(z.strictObject({ month: text, reported: count, closed: count })),
    hotFiles: z.array(z.strictObject({ path: text, ...counted })),
    timeToFix: z.strictObject({
      known: count.meta({ description: "How many issues state it." }),
      medianMinutes: z.number().nullable(),
    }),
  }),
  files: envelope("files", "fixlore files PATH… --json", {
    files: z.array(
      z.strictObject({ path: text, open: found("issue"), closed: found("issue"), lessons: found("lesson") }),
    ),
  }),
  documents: envelope("documents", "fixlore parse NOTE… --format json", { documents: z.array(parsedDocument) }),
  rows: envelope("rows", "fixlore sql STATEMENT --json", {
    columns: z.array(text),
    rows: z.array(z.record(text, z.union([text, z.number(), z.null()]))),
  }),
  tables: envelope("tables", "fixlore sql --schema --json", {
    tables: z.array(
      z.strictObject({
        name: text,
        about: text,
        columns: z.array(z.strictObject({ name: text, type: text, about: text })),
      }),
    ),
  }),
} as const satisfies Record<string, z.ZodType>;

export type EnvelopeKind = keyof typeof envelopes;

/** JSON Schema (draft 2020-12) of one kind, or of whatever a command may print. */
export function toJsonSchema(kind: EnvelopeKind | null): object {
  const schema = kind === null ? z.union(Object.values(envelopes)) : envelopes[kind];
  const title = kind === null ? "What fixlore prints as JSON" : `What fixlore prints as JSON: ${kind}`;
  return { ...z.toJSONSchema(schema), title };
}

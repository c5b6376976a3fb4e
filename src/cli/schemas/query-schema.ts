/** A parsed query as a schema: what `query --explain --json` prints. */
import { z } from "zod";
import { recordKinds, type Query, type QueryNode } from "../../query/index.ts";
import { severity, status } from "./model-schemas.ts";

const text = z.string();
const span = { column: z.int().positive(), length: z.int().nonnegative() };
const bound = z
  .union([z.strictObject({ day: text }), z.strictObject({ daysAgo: z.int() }), z.strictObject({ monthsAgo: z.int() })])
  .meta({ id: "DayBound" });
const test = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("status"), statuses: z.array(status) }),
  z.strictObject({ type: z.literal("severity"), severities: z.array(severity.nullable()) }),
  z.strictObject({ type: z.literal("days"), from: bound.nullable(), to: bound.nullable() }),
  z.strictObject({ type: z.literal("pattern"), pattern: text }),
  z.strictObject({ type: z.literal("field"), field: text }),
]);

const node: z.ZodType<QueryNode> = z
  .lazy(() =>
    z.discriminatedUnion("type", [
      z.strictObject({
        type: z.enum(["word", "phrase"]),
        text,
        fields: z.array(text).nullable().meta({ description: "Where to look, null for everywhere." }),
        ...span,
      }),
      z.strictObject({
        type: z.literal("qualifier"),
        name: text,
        values: z.array(z.strictObject({ text, test, ...span })).meta({ description: "True when one of them is." }),
        ...span,
      }),
      z.strictObject({ type: z.enum(["and", "or"]), children: z.array(node), ...span }),
      z.strictObject({ type: z.literal("not"), child: node, ...span }),
    ]),
  )
  .meta({ id: "QueryNode" });

export const query = z
  .strictObject({
    text,
    kind: z.enum(recordKinds),
    filter: node.nullable().meta({ description: "Null finds everything of the kind." }),
    sort: z.array(z.strictObject({ name: text, descending: z.boolean() })),
    limit: z.int().positive().nullable(),
  })
  .meta({ id: "Query", description: "Columns count UTF-16 units of `text` from 1." }) satisfies z.ZodType<Query>;

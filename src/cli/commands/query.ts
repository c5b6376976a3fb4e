/** A query in, the records that match it out: as a table for people, as data for scripts. */
import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { defineCommand } from "citty";
import type { Issue, KnowledgeBase } from "../../model.ts";
import { evaluateQuery, explainQuery, narrowQuery, rankErrorText, type Query } from "../../query/index.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { formatRecords, usesColumn, type RecordList } from "../format-records.ts";
import { rowFormats, type RowFormat } from "../format-rows.ts";
import { pagerArgument, pageOutput } from "../page-output.ts";
import { baseArguments, readBase, readList } from "../read-base.ts";
import { protectNegations, queryNotes, readQuery, readToday } from "../read-query.ts";
import { pickColumns } from "../record-columns.ts";
import { columnsOf, createPaint } from "../terminal.ts";
import { plural } from "../plural.ts";

export const command = defineCommand({
  meta: { name: "query", description: "Find issues, lessons and sessions." },
  args: {
    query: { type: "positional", required: false, valueHint: "…", description: "What to find; everything without it" },
    format: {
      type: "enum",
      options: [...rowFormats],
      description: "How to print: a table on a terminal, else tab-separated",
    },
    json: { type: "boolean", description: "Short for --format json" },
    fields: { type: "string", valueHint: "A,B", description: "Columns, in this order" },
    limit: { type: "string", alias: "n", valueHint: "N", description: "At most so many results" },
    error: {
      type: "string",
      valueHint: "FILE|-",
      description: "Rank issues by what they share with this error or stack trace; - reads standard input",
    },
    count: { type: "boolean", alias: "c", description: "Print how many there are" },
    quiet: {
      type: "boolean",
      alias: "q",
      description: "Print nothing: exit with 0 when something is found, 1 when not",
    },
    explain: { type: "boolean", description: "Print what the query means, and find nothing" },
    today: { type: "string", valueHint: "DAY", description: "The day that 30d counts from (default: the clock's)" },
    ...pagerArgument,
    ...baseArguments,
  },
  async run({ args, rawArgs }) {
    const query = readQuery(args._);
    const limit = args.limit === undefined ? query.limit : readLimit(args.limit);
    const format = (args.json === true ? "json" : args.format) as RowFormat | undefined;
    if (args.explain === true) {
      process.stdout.write(
        format === "json"
          ? `${toSafeJson({ schemaVersion: 1, kind: "query", query }, 2)}\n`
          : `${explainQuery(query)}\n`,
      );
      return 0;
    }
    const fields = readList(rawArgs, "fields");
    // A wrong name is told before thousands of notes are read.
    pickColumns(query.kind, fields);
    const today = readToday(args.today);
    const width = columnsOf(process.stdout);
    const error = args.error === undefined ? null : await readError(args.error, query);
    const chosen = format ?? (width === null ? "plain" : "table");
    const base = await readBase(rawArgs, {
      // How rare a term is depends on all issues, not on those that are asked for.
      query: error === null || narrowQuery(query) === null ? query : readQuery(["is:issue"]),
      related: usesColumn("related", query.kind, chosen, fields),
    });
    const found = findRecords(query, base, today, error, limit);
    if (args.quiet === true) return found.total > 0 ? 0 : 1;
    if (args.count === true) {
      process.stdout.write(
        format === "json"
          ? `${toSafeJson({ schemaVersion: 1, kind: "count", query: query.text, count: found.total }, 2)}\n`
          : `${found.total}\n`,
      );
      return 0;
    }
    await pageOutput(
      formatRecords(found, base, { format: chosen, fields, paint: createPaint(process.stdout), width }),
      args,
    );
    if (chosen === "table") process.stderr.write(summarize(found));
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore query 'is:open severity:>=high'", "What is urgent"],
  ["fixlore query 'file:src/cli/** has:fix \"race condition\"'", "How such a thing was mended here before"],
  ["npm test 2>&1 | fixlore query --error -", "Has this failure been seen?"],
  ["fixlore query --quiet 'is:open severity:critical' && exit 1", "A gate in CI"],
  ["fixlore query 'is:lesson updated:30d' --format md", "What was learned lately"],
];

export const notes: CommandModule["notes"] = [
  ...queryNotes,
  [
    "Exit codes",
    [
      "0  done, also when nothing was found",
      "1  with --quiet: nothing was found",
      "2  the query, an option or a folder is wrong",
    ],
  ],
];

export const protectArguments: NonNullable<CommandModule["protectArguments"]> = protectNegations;

function findRecords(
  query: Query,
  base: KnowledgeBase,
  today: string,
  error: string | null,
  limit: number | null,
): RecordList {
  const about = { query: query.text };
  const { kind, results } = evaluateQuery({ ...query, limit: null }, base, { today });
  if (error === null) return { kind, records: results.slice(0, limit ?? undefined), total: results.length, about };
  const wanted = new Set<Issue>(results as Issue[]);
  const ranked = rankErrorText(error, base, base.issues.length).filter(({ issue }) => wanted.has(issue));
  // Beyond the first twenty, what is shared is chance.
  const records = ranked.slice(0, limit ?? 20).map(({ issue }) => issue);
  return { kind, records, total: ranked.length, about, scores: new Map(ranked.map((entry) => [entry.issue, entry])) };
}

async function readError(source: string, { kind }: Query): Promise<string> {
  if (kind !== "issue") throw new CliError("usage", `--error ranks issues, the query asks for ${kind}s`);
  try {
    return source === "-" ? await readStream(process.stdin) : await readFile(source, "utf8");
  } catch {
    throw new CliError("usage", `Could not read "${source}"`, [
      "Name a file with the error in it, or - for standard input.",
    ]);
  }
}

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new CliError("usage", `Unexpected limit "${text}", expected a whole number from 1`);
  return Number(text);
}

/** Below a table, on standard error: how much of what was found it shows. */
function summarize({ records, total, kind }: RecordList): string {
  if (total === 0) return `No ${kind} found.\n`;
  return records.length < total ? `${records.length} of ${total} ${kind}s\n` : `${plural(total, kind)}\n`;
}

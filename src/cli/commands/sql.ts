/** A statement of SQL in, what it selects from the index out: for questions that queries have no words for. */
import { text as readStream } from "node:stream/consumers";
import { defineCommand } from "citty";
import { otherTables, publicTables } from "../../index-store/index.ts";
import { suggestNames } from "../../query/index.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { formatRows, rowFormats, type Cell, type RowFormat } from "../format-rows.ts";
import { pagerArgument, pageOutput } from "../page-output.ts";
import { baseArguments, readWithIndex } from "../read-base.ts";
import { runSql, type SqlResult } from "../run-sql.ts";
import { sqlFunctions } from "../sql-functions.ts";
import { columnsOf, createPaint } from "../terminal.ts";
import { plural } from "../plural.ts";

export const command = defineCommand({
  meta: { name: "sql", description: "Select from the index with SQL: read-only, all of the base as tables." },
  args: {
    statement: {
      type: "positional",
      required: false,
      valueHint: "…",
      description: "One SELECT, in quotes; - reads it from standard input",
    },
    schema: { type: "boolean", description: "Print the tables and columns there are" },
    format: {
      type: "enum",
      options: [...rowFormats],
      description: "How to print: a table on a terminal, else tab-separated with a header",
    },
    json: { type: "boolean", description: "Short for --format json" },
    ...pagerArgument,
    ...baseArguments,
  },
  async run({ args, rawArgs }) {
    const width = columnsOf(process.stdout);
    const chosen = (args.json === true ? "json" : args.format) as RowFormat | undefined;
    const format = chosen ?? (width === null ? "tsv" : "table");
    if (args.schema === true) {
      if (args._.length > 0) throw new CliError("usage", "--schema prints the tables: expected no statement beside it");
      const isJson = format === "json" || format === "ndjson";
      await pageOutput(
        isJson ? `${toSafeJson({ schemaVersion: 1, kind: "tables", tables }, 2)}\n` : describeTables(),
        args,
      );
      return 0;
    }
    const typed = args._.join(" ");
    const sql = typed === "-" ? await readStream(process.stdin) : typed;
    if (sql.trim() === "")
      throw new CliError("usage", "Missing STATEMENT: expected a SELECT", [
        "`fixlore sql --schema` lists tables and columns.",
      ]);
    const found = await readWithIndex(rawArgs, ({ database }) => runSql(database, sql));
    if ("problem" in found) throw new CliError("usage", found.problem, hintsFor(found.problem));
    await pageOutput(print(found, format, width), args);
    if (format === "table") process.stderr.write(`${plural(found.rows.length, "row")}\n`);
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore sql 'SELECT status, count(*) AS issues FROM issues GROUP BY status'", "Issues by status"],
  [
    "fixlore sql 'SELECT component, median(minutes(time_to_fix)) AS minutes FROM issues JOIN issue_components ON issue = slug GROUP BY component'",
    "How long a fix takes, by component",
  ],
  ["fixlore sql --format csv 'SELECT path, issues, open FROM files ORDER BY open DESC LIMIT 20'", "Hot files as CSV"],
];

export const notes: CommandModule["notes"] = [
  ["Functions beside those of SQLite", sqlFunctions.map(([name, about]) => `${name.padEnd(28)} ${about}`)],
  ["Exit codes", ["0  done, also when nothing was found", "2  the statement, an option or a folder is wrong"]],
];

const tables = [...Object.values(publicTables).flat(), ...otherTables].map(({ name, about, columns }) => ({
  name,
  about,
  columns: columns.map((column) => ({ name: column.name, type: column.type, about: column.about })),
}));

function describeTables(): string {
  const paint = createPaint(process.stdout);
  return tables
    .map(({ name, about, columns }) => {
      const width = Math.max(...columns.map((column) => column.name.length));
      const lines = columns.map((column) =>
        `  ${column.name.padEnd(width)}  ${paint("dim", column.type.replace(/ .*/, "").padEnd(7))}  ${column.about}`.trimEnd(),
      );
      return `${paint("bold", name)}  ${about}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

function print({ columns, rows }: SqlResult, format: RowFormat, width: number | null): string {
  if (format !== "json" && format !== "ndjson")
    return formatRows(columns, rows, { format, paint: createPaint(process.stdout), width });
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined)
    throw new CliError("usage", `Two columns are called "${twice}"`, ["Name one of them, as in `slug AS lesson`."]);
  const toObject = (row: readonly Cell[]) => Object.fromEntries(row.map((cell, at) => [columns[at]!, cell]));
  if (format === "ndjson") return rows.map((row) => `${toSafeJson(toObject(row))}\n`).join("");
  return `${toSafeJson({ schemaVersion: 1, kind: "rows", columns, rows: rows.map(toObject) }, 2)}\n`;
}

/** SQLite names what it does not know; the nearest that there is helps more. */
function hintsFor(problem: string): string[] {
  const [, kind, name = ""] = /^no such (table|column): (?:\w+\.)?(.*)$/.exec(problem) ?? [];
  const known =
    kind === "table"
      ? tables.map((table) => table.name)
      : tables.flatMap(({ columns }) => columns.map((column) => column.name));
  const near = kind === undefined ? [] : suggestNames(name, known);
  return [
    ...(near.length > 0 ? [`Near it: ${near.join(", ")}`] : []),
    "`fixlore sql --schema` lists tables and columns.",
  ];
}

/** Records and the name of a format in, the text for standard output out. */
import {
  severities,
  statuses,
  type Issue,
  type KnowledgeBase,
  type Lesson,
  type Session,
  type Severity,
  type Status,
} from "../model.ts";
import type { RecordKind } from "../query/index.ts";
import { cleanLine, cleanText, toSafeJson } from "./clean-text.ts";
import { formatCsv, formatMarkdown, formatPlain, formatTsv } from "./format-delimited.ts";
import { formatTable } from "./format-table.ts";
import {
  createContext,
  pickColumns,
  readCell,
  usualColumns,
  type Cell,
  type ColumnContext,
  type ColumnSet,
} from "./record-columns.ts";
import { severityStyles, statusStyles } from "./status-styles.ts";
import type { Paint, Style } from "./terminal.ts";

export const recordFormats = ["table", "plain", "json", "ndjson", "csv", "tsv", "md"] as const;
export type RecordFormat = (typeof recordFormats)[number];

export interface RecordList {
  kind: RecordKind;
  records: readonly (Issue | Lesson | Session)[];
  /** How many there were before a limit. */
  total: number;
  /** What else the JSON envelope says. */
  about?: Record<string, Cell>;
  scores?: ColumnContext["scores"];
}

export interface FormatOptions {
  format: RecordFormat;
  /** Names of columns, empty for the usual ones. */
  fields: readonly string[];
  paint: Paint;
  /** Columns of the terminal, null where nothing is to be fitted. */
  width: number | null;
}

const columnSets: Record<RecordFormat, ColumnSet> = {
  table: "table",
  md: "table",
  plain: "lines",
  csv: "lines",
  tsv: "lines",
  json: "data",
  ndjson: "data",
};

/** A cell on one line. */
function toLine(cell: Cell): string {
  if (cell === null) return "";
  return cleanLine(
    Array.isArray(cell) ? cell.map(toLine).join(", ") : typeof cell === "object" ? JSON.stringify(cell) : String(cell),
  );
}

function styleOfCell(name: string, cell: string): Style | null {
  if (name === "status") return statuses.includes(cell as Status) ? statusStyles[cell as Status] : null;
  if (name === "severity") return severities.includes(cell as Severity) ? severityStyles[cell as Severity] : null;
  return name === "updated" || name === "date" || name === "at" ? "dim" : null;
}

/** Throws a usage error for an unknown field. */
export function formatRecords(
  { kind, records, total, about = {}, scores }: RecordList,
  base: KnowledgeBase,
  options: FormatOptions,
): string {
  const { format, fields, paint, width } = options;
  const columns = fields.length > 0 ? pickColumns(kind, fields) : usualColumns(kind, columnSets[format]);
  if (scores !== undefined && fields.length === 0)
    columns.push(...pickColumns(kind, columnSets[format] === "data" ? ["score", "terms"] : ["terms"]));
  const context = { ...createContext(base), ...(scores === undefined ? {} : { scores }) };
  const names = columns.map(({ name }) => name);
  const read = (record: Issue | Lesson | Session): Cell[] =>
    columns.map((column) => readCell(column, kind, record, context));
  const toObject = (record: Issue | Lesson | Session): Record<string, Cell> =>
    Object.fromEntries(read(record).map((cell, at) => [names[at]!, cell]));

  if (format === "json")
    return `${toSafeJson({ schemaVersion: 1, kind: `${kind}s`, ...about, total, results: records.map(toObject) }, 2)}\n`;
  if (format === "ndjson") return records.map((record) => `${toSafeJson(toObject(record))}\n`).join("");
  const rows = records.map((record) => read(record).map(format === "csv" ? toCell : toLine));
  if (format === "csv") return formatCsv(names, rows);
  if (format === "tsv") return formatTsv(names, rows);
  if (format === "md")
    return formatMarkdown(
      names.map((name) => (name === "ref" ? "id" : name)),
      rows,
    );
  if (format === "plain") return formatPlain(rows);
  if (rows.length === 0) return "";
  const header = names.map((name) => (name === "ref" ? "ID" : name.toUpperCase()));
  return formatTable(header, rows, { paint, width, styleOf: (at, cell) => styleOfCell(names[at]!, cell) });
}

/** CSV keeps line ends: its quotes hold them. */
function toCell(cell: Cell): string {
  return typeof cell === "string" ? cleanText(cell) : toLine(cell);
}

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
import { toSafeJson } from "./clean-text.ts";
import { formatRows, type Cell, type RowFormat, type RowOptions } from "./format-rows.ts";
import {
  createContext,
  pickColumns,
  readCell,
  usualColumns,
  type ColumnContext,
  type ColumnSet,
  type RecordColumn,
} from "./record-columns.ts";
import { severityStyles, statusStyles } from "./status-styles.ts";
import type { Style } from "./terminal.ts";

export interface RecordList {
  kind: RecordKind;
  records: readonly (Issue | Lesson | Session)[];
  /** How many there were before a limit. */
  total: number;
  /** What else the JSON envelope says. */
  about?: Record<string, Cell>;
  scores?: ColumnContext["scores"];
}

export interface FormatOptions extends Pick<RowOptions, "paint" | "width"> {
  format: RowFormat;
  /** Names of columns, empty for the usual ones. */
  fields: readonly string[];
}

const columnSets: Record<RowFormat, ColumnSet> = {
  table: "table",
  md: "table",
  plain: "lines",
  csv: "lines",
  tsv: "lines",
  json: "data",
  ndjson: "data",
};

function styleOfCell(name: string, cell: string): Style | null {
  if (name === "status") return statuses.includes(cell as Status) ? statusStyles[cell as Status] : null;
  if (name === "severity") return severities.includes(cell as Severity) ? severityStyles[cell as Severity] : null;
  return name === "updated" || name === "date" || name === "at" ? "dim" : null;
}

const chooseColumns = (kind: RecordKind, format: RowFormat, fields: readonly string[]): RecordColumn[] =>
  fields.length > 0 ? pickColumns(kind, fields) : usualColumns(kind, columnSets[format]);

/** On a narrow terminal the title is worth more than the day: few letters of it tell nothing. */
function narrowColumns(columns: RecordColumn[], width: number | null): void {
  for (const [name, enough] of [
    ["updated", 76],
    ["date", 76],
    ["severity", 60],
  ] as const) {
    const at = columns.findIndex((column) => column.name === name);
    if (width !== null && width < enough && at !== -1) columns.splice(at, 1);
  }
}

/** Whether a column will be printed. */
export function usesColumn(column: string, kind: RecordKind, format: RowFormat, fields: readonly string[]): boolean {
  return chooseColumns(kind, format, fields).some(({ name }) => name === column);
}

/** Throws a usage error for an unknown field. */
export function formatRecords(
  { kind, records, total, about = {}, scores }: RecordList,
  base: KnowledgeBase,
  options: FormatOptions,
): string {
  const { format, fields, paint, width } = options;
  const columns = chooseColumns(kind, format, fields);
  if (scores !== undefined && fields.length === 0)
    columns.push(...pickColumns(kind, columnSets[format] === "data" ? ["score", "terms"] : ["terms"]));
  if (format === "table" && fields.length === 0) narrowColumns(columns, width);
  const context = { ...createContext(base), ...(scores === undefined ? {} : { scores }) };
  const names = columns.map(({ name }) => name);
  const read = (record: Issue | Lesson | Session): Cell[] =>
    columns.map((column) => readCell(column, kind, record, context));
  const toObject = (record: Issue | Lesson | Session): Record<string, Cell> =>
    Object.fromEntries(read(record).map((cell, at) => [names[at]!, cell]));

  if (format === "json")
    return `${toSafeJson({ schemaVersion: 1, kind: `${kind}s`, ...about, total, fields: fields.length > 0 ? names : null, results: records.map(toObject) }, 2)}\n`;
  if (format === "ndjson") return records.map((record) => `${toSafeJson(toObject(record))}\n`).join("");
  return formatRows(names, records.map(read), { format, paint, width, styleOf: styleOfCell, titles: { ref: "id" } });
}

/** Named columns, rows of cells and the name of a format in, the text for standard output out: all formats but those of JSON. */
import { cleanLine, cleanText } from "./clean-text.ts";
import { formatCsv, formatMarkdown, formatPlain, formatTsv } from "./format-delimited.ts";
import { formatTable } from "./format-table.ts";
import type { Paint, Style } from "./terminal.ts";

/** As JSON has it; on a line, lists have commas between and null is empty. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

export const rowFormats = ["table", "plain", "json", "ndjson", "csv", "tsv", "md"] as const;
export type RowFormat = (typeof rowFormats)[number];

export interface RowOptions {
  format: Exclude<RowFormat, "json" | "ndjson">;
  paint: Paint;
  /** Columns of the terminal, null where nothing is to be fitted. */
  width: number | null;
  /** The colour of a cell of a table, if any. */
  styleOf?: (name: string, cell: string) => Style | null;
  /** What people read above a column, where that is not its name. */
  titles?: Readonly<Record<string, string>>;
}

export function formatRows(names: readonly string[], rows: readonly (readonly Cell[])[], options: RowOptions): string {
  const { format, paint, width, styleOf, titles = {} } = options;
  const cells = rows.map((row) => row.map(format === "csv" ? toCell : toLine));
  if (format === "csv") return formatCsv(names, cells);
  if (format === "tsv") return formatTsv(names, cells);
  if (format === "md")
    return formatMarkdown(
      names.map((name) => titles[name] ?? name),
      cells,
    );
  if (format === "plain") return formatPlain(cells);
  if (cells.length === 0) return "";
  return formatTable(
    names.map((name) => (titles[name] ?? name).toUpperCase()),
    cells,
    { paint, width, ...(styleOf && { styleOf: (at: number, cell: string) => styleOf(names[at]!, cell) }) },
  );
}

/** A cell on one line. */
function toLine(cell: Cell): string {
  if (cell === null) return "";
  return cleanLine(
    Array.isArray(cell) ? cell.map(toLine).join(", ") : typeof cell === "object" ? JSON.stringify(cell) : String(cell),
  );
}

/** CSV keeps line ends: its quotes hold them. */
function toCell(cell: Cell): string {
  return typeof cell === "string" ? cleanText(cell) : toLine(cell);
}

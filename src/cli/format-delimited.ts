/** Rows of cells in, CSV, TSV or a Markdown table out: each safe for the program that reads it. */

/**
 * Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"), some also in their wide
 * forms: an apostrophe before it makes it text.
 */
const formulaStart = /^\s*[=+\-@\t\r＝＋－＠]/;

function defuse(cell: string): string {
  return formulaStart.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180: CRLF ends a record, quotes around a cell with a comma, quote or line end in it. */
export function formatCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [header, ...rows].map((cells) => `${cells.map((cell) => quote(defuse(cell))).join(",")}\r\n`).join("");
}

/** Cells are on one line already: a tab or line end in them would be a cell or record of its own. */
export function formatTsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows]
    .map((cells) => `${cells.map((cell) => defuse(cell.replace(/[\t\r\n]+/g, " "))).join("\t")}\n`)
    .join("");
}

/** For a shell: no header, nothing added to a cell. */
export function formatPlain(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`).join("");
}

export function formatMarkdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const escape = (cell: string): string => cell.replace(/[\\|<*_`[\]]/g, "\\$&").replace(/[\r\n]+/g, " ");
  const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(" | ")} |\n`;
  return line(header) + `| ${header.map(() => "---").join(" | ")} |\n` + rows.map(line).join("");
}

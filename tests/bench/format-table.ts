/** A table of figures in, the same as text of even columns out. */
import type { BenchTable, Cell } from "./benchmark.ts";

/** Three digits that count: more would be noise. */
function show(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "–";
  if (typeof cell === "string") return cell;
  if (Number.isInteger(cell)) return cell.toLocaleString("en");
  const digits = Math.abs(cell) >= 100 ? 0 : Math.abs(cell) >= 10 ? 1 : 2;
  return cell.toFixed(digits);
}

export function formatTable({ title, columns, rows, notes = [] }: BenchTable): string {
  const heads = columns.map(({ name, unit }) => (unit === undefined ? name : `${name} ${unit}`));
  const cells = rows.map((row) => columns.map(({ name }) => show(row[name])));
  const isNumber = columns.map(({ name }) => rows.some((row) => typeof row[name] === "number"));
  const widths = heads.map((head, index) => Math.max(head.length, ...cells.map((row) => row[index]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (isNumber[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [title, "", line(heads), rule, ...cells.map(line), ...notes.map((note) => `  ${note}`), ""].join("\n");
}

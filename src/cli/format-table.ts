/** Rows of cells and a width in, an aligned table for the terminal out. */
import { fitText, padText } from "./fit-text.ts";
import type { Paint, Style } from "./terminal.ts";
import { textWidth } from "./text-width.ts";

export interface TableOptions {
  paint: Paint;
  /** Columns of the terminal, null to fit nothing. */
  width: number | null;
  /** The colour of a cell, if any. */
  styleOf?: (column: number, cell: string) => Style | null;
}

const gap = 2;
const narrowest = 8;

/** The header is dim; the widest columns give way first, none below 8. The last column is not padded. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  const { paint, width, styleOf } = options;
  const widths = header.map((name, at) => Math.max(textWidth(name), ...rows.map((row) => textWidth(row[at] ?? ""))));
  if (width !== null) shrink(widths, width - gap * (header.length - 1));
  const line = (cells: readonly string[], style: (at: number, cell: string) => Style | null): string =>
    cells
      .map((cell, at) => {
        const fitted = width === null ? cell : fitText(cell, widths[at]!);
        const padded = at === cells.length - 1 ? fitted : padText(fitted, widths[at]!);
        const wanted = style(at, cell);
        return wanted === null || fitted === "" ? padded : paint(wanted, fitted) + padded.slice(fitted.length);
      })
      .join(" ".repeat(gap))
      .trimEnd();
  const lines = [
    line(header, () => "dim"),
    ...rows.map((cells) => line(cells, (at, cell) => styleOf?.(at, cell) ?? null)),
  ];
  return `${lines.join("\n")}\n`;
}

function shrink(widths: number[], room: number): void {
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) return;
    const at = widths.lastIndexOf(widest);
    const next = Math.max(narrowest, ...widths.filter((width) => width < widest));
    const cut = Math.min(over, Math.max(1, widest - next));
    widths[at] = Math.max(narrowest, widest - cut);
    over -= widest - widths[at]!;
  }
}

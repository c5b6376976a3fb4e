/** A list or a table in, a unit for each item and row out, hung under the unit they stand in. */
import type { Heading, List, ListItem, Paragraph, PhrasingContent, Table, TableRow } from "mdast";
import { toString } from "mdast-util-to-string";
import { spanOf, type Span } from "./note-text.ts";
import { boldDepth } from "./place-labels.ts";
import { createUnit, type Cell, type Unit } from "./unit.ts";

export function addItems(parent: Unit, list: List, depth: number): void {
  list.children.forEach((item, index) => {
    const { title, head, lead } = readItemHead(item);
    const unit = createUnit("item", depth, title, head, spanOf(item));
    unit.parent = parent;
    unit.lead = lead;
    unit.checked = item.checked ?? null;
    unit.ordinal = list.ordered ? (list.start ?? 1) + index : null;
    unit.blocks = item.children;
    parent.children.push(unit);
    for (const child of item.children) {
      if (child.type === "list") addItems(unit, child, depth + 1);
      else if (child.type === "table") addRows(unit, child);
    }
  });
}

/** The bold text an item opens with (marks may stand before it), else its first line. */
function readItemHead(item: ListItem): { title: string; head: Span; lead: boolean } {
  const first = item.children[0];
  if (!first) return { title: "", head: spanOf(item), lead: false };
  if (first.type !== "paragraph")
    return { title: toString(first).split("\n", 1)[0] ?? "", head: spanOf(first), lead: false };
  const strong = openingStrong(first);
  if (strong) return { title: toString(strong), head: spanOf(strong), lead: true };
  const text = toString(first);
  const line = text.split("\n", 1)[0] ?? "";
  const { start, end } = spanOf(first);
  return {
    title: line,
    head: { start, end: text.length === line.length ? end : Math.min(end, start + line.length) },
    lead: false,
  };
}

export function openingStrong(paragraph: Paragraph | Heading): PhrasingContent | null {
  for (const child of paragraph.children) {
    if (child.type === "strong") return child;
    if (child.type === "delete" && child.children[0]?.type === "strong") return child.children[0];
    if (child.type !== "text" || /[\p{L}\p{N}]/u.test(child.value)) return null;
  }
  return null;
}

export function addRows(parent: Unit, table: Table): void {
  const [headerRow, ...rows] = table.children;
  if (!headerRow) return;
  const headers = headerRow.children.map((cell) => toString(cell).trim());
  for (const row of rows) {
    const cells = readCells(row, headers);
    const title = cells.find((cell) => /[\p{L}]{2}/u.test(cell.text))?.text ?? "";
    const unit = createUnit("row", boldDepth + 2, title, spanOf(row), spanOf(row));
    unit.bodyStart = unit.span.start;
    unit.parent = parent;
    unit.cells = cells;
    parent.children.push(unit);
  }
}

/** A shorter cell is a title as it is. */
const longCell = 70;

function readCells(row: TableRow, headers: string[]): Cell[] {
  return row.children.map((cell, index) => {
    const { start, end } = spanOf(cell);
    const inner =
      cell.children.length > 0
        ? { start: spanOf(cell.children[0]!).start, end: spanOf(cell.children.at(-1)!).end }
        : { start, end };
    const text = toString(cell).trim();
    const [first] = cell.children;
    const bold =
      first?.type === "strong" && text.length > longCell
        ? toString(first)
            .replace(/[.:]\s*$/, "")
            .trim()
        : "";
    return { header: headers[index] ?? "", text, lead: bold.length > 8 ? bold : null, ...inner };
  });
}

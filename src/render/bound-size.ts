/** The tree of a note in, the same without what would grow far beyond the note itself out: padded tables, links written once and used everywhere. */
import type { List, Nodes, Parents, Root, Table } from "mdast";

/** Rows that end early are padded to the width of their table: a note of 20 KB could have 60 MB of empty cells. */
const mostEmptyCells = 20_000;
/** Each row looks for its place among all. */
const mostRows = 20_000;
/** Each item asks all of its list whether blank lines stand between them. */
const longestList = 1_000;
/** As in cmark: the addresses that references stand for may be as long as the note together, or as this. UTF-16 units. */
const leastExpansion = 100_000;

/** Changes the tree in place. `text` is what it was parsed from. */
export function boundSize(tree: Root, text: string): void {
  const lengths = definitionLengths(tree);
  const expansion = Math.max(leastExpansion, text.length);
  let expanded = 0;
  let empty = 0;
  const visit = (node: Parents): void => {
    const children = node.children.flatMap((child: Nodes): Nodes[] => {
      if (child.type === "linkReference" || child.type === "imageReference") {
        expanded += lengths.get(child.identifier) ?? 0;
        if (expanded > expansion)
          return child.type === "linkReference" ? child.children : [{ type: "text", value: child.alt ?? "" }];
      } else if (child.type === "table") {
        empty += emptyCells(child);
        if (empty > mostEmptyCells || child.children.length > mostRows) return [asCode(child, text)];
      } else if (child.type === "list" && child.children.length > longestList) {
        return splitList(child);
      }
      return [child];
    });
    node.children = children as never;
    for (const child of children) if ("children" in child) visit(child);
  };
  visit(tree);
}

/** Several lists that go on where the one before ends. */
function splitList(list: List): List[] {
  const spread = list.spread || list.children.some((item) => item.spread ?? item.children.length > 1);
  const parts: List[] = [];
  for (let at = 0; at < list.children.length; at += longestList) {
    const children = list.children.slice(at, at + longestList);
    const position = children[0]?.position;
    const start = list.ordered ? (list.start ?? 1) + at : null;
    parts.push({ ...list, children, spread, start, ...(position && { position }) });
  }
  return parts;
}

/** Of two definitions of one name the first counts. */
function definitionLengths(tree: Root): Map<string, number> {
  const lengths = new Map<string, number>();
  const visit = (node: Nodes): void => {
    if (node.type === "definition" && !lengths.has(node.identifier))
      lengths.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return lengths;
}

function emptyCells({ align, children }: Table): number {
  const width = align?.length ?? 0;
  return children.reduce((sum, row) => sum + Math.max(0, width - row.children.length), 0);
}

/** The lines of the table as they were written: the tree has no cell that is not shown then. */
function asCode({ position }: Table, text: string): Nodes {
  const value = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return { type: "code", lang: null, meta: null, value, ...(position && { position }) };
}

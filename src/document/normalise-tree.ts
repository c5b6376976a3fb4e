/** An mdast of either parser in, the same out with those positions mended on which the two differ. */
import type { ListItem, Nodes, Parents, Root } from "mdast";

/**
 * Known differences, as seen in the examples of the specifications and in thousands of notes:
 * - The paragraph of a task item begins behind the box. remark keeps the box within it where no plain text follows.
 * - remark finds some bare addresses late, and forgets where they and the text around them stand.
 * Others remain that no record shows: where a list at the end of a quotation ends, and whether a list is spread.
 */
export function normaliseTree(tree: Root, text: string): Root {
  // Without recursion: a note may nest deeper than the stack. A parent is mended before its children.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("children" in node)) continue;
    if (node.type === "listItem" && typeof node.checked === "boolean") moveBehindBox(node);
    if (node.children.some((child) => child.position === undefined)) placeChildren(node, text);
    for (const child of node.children) open.push(child);
  }
  return tree;
}

function moveBehindBox(item: ListItem): void {
  const paragraph = item.children[0];
  const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if (paragraph?.position && first?.position) paragraph.position.start = { ...first.position.start };
}

/**
 * What they say is written in the text, one after the other: each is looked for where the one before it ends. What is
 * written otherwise, with an escape, reaches from there to the end of all.
 */
function placeChildren(parent: Parents, text: string): void {
  if (parent.position === undefined) return;
  const { end } = parent.position;
  let at = parent.position.start;
  for (const child of parent.children) {
    const found = child.position ?? findPlace(child.type === "link" ? child.children[0] : child, at, end, text);
    child.position ??= found ?? { start: { ...at }, end: { ...end } };
    if (child.type === "link") for (const inner of child.children) inner.position ??= structuredClone(child.position);
    if (found !== null) at = found.end;
  }
}

/** Null where the text has it otherwise. */
function findPlace(node: Nodes | undefined, at: Point, end: Point, text: string): { start: Point; end: Point } | null {
  const value = node?.type === "text" ? node.value : "";
  const offset = value === "" ? -1 : text.slice(at.offset, end.offset).indexOf(value);
  if (offset === -1) return null;
  const start = advance(at, text, (at.offset ?? 0) + offset);
  return { start, end: advance(start, text, (start.offset ?? 0) + value.length) };
}

type Point = NonNullable<Nodes["position"]>["start"];

/** The point at an offset behind another point. */
function advance(from: Point, text: string, offset: number): Point {
  const between = text.slice(from.offset ?? 0, offset);
  const lines = between.split("\n");
  return {
    line: from.line + lines.length - 1,
    column: lines.length === 1 ? from.column + between.length : (lines.at(-1) ?? "").length + 1,
    offset,
  };
}

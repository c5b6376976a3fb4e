/** Lines that records were read from in, anchors and margin marks at the blocks that begin there out. */
import type { Element, ElementContent, Root as HastRoot } from "hast";
import type { Nodes, Root } from "mdast";

/** What was read at a line, as shown in the margin: "DS-FLAKY-001 · fix". */
export interface MarginMark {
  /** Counts from 1 in the note. */
  line: number;
  kind: "issue" | "lesson" | "session";
  label: string;
  title: string;
  href: string;
}

const blockTypes = new Set(
  "paragraph heading listItem list blockquote code table tableRow html thematicBreak".split(" "),
);
/** Elements that must not hold a `<div>` beside their own children. */
const closedParents = new Set(["ul", "ol", "table", "thead", "tbody", "tfoot", "tr", "dl", "summary", "p"]);

/**
 * Tells each wanted line to the innermost block that begins at it, or else to the last one that begins before it.
 * Returns for each line the line of the block that stands for it.
 */
export function markLines(tree: Root, lines: Iterable<number>): Map<number, number> {
  const starts = new Map<number, Nodes>();
  const visit = (node: Nodes): void => {
    const line = node.position?.start.line;
    if (line !== undefined && blockTypes.has(node.type) && !starts.has(line)) starts.set(line, node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  const sorted = [...starts.keys()].sort((a, b) => a - b);
  const stands = new Map<number, number>();
  for (const line of lines) {
    const at = sorted.findLast((start) => start <= line) ?? sorted[0];
    const node = at === undefined ? undefined : starts.get(at);
    if (at === undefined || node === undefined) continue;
    stands.set(line, at);
    node.data = {
      ...node.data,
      hProperties: { ...(node.data as { hProperties?: object })?.hProperties, dataLine: String(at) },
    } as never;
  }
  return stands;
}

/** Puts the marks where `markLines` left its traces. Each line's anchor has the id `L<line>`. */
export function placeMarks(tree: HastRoot, stands: ReadonlyMap<number, number>, marks: readonly MarginMark[]): void {
  const linesAt = new Map<number, number[]>();
  for (const [line, at] of stands) linesAt.set(at, [...(linesAt.get(at) ?? []), line]);
  const place = (node: HastRoot | Element, parents: Element[]): void => {
    for (let index = 0; index < node.children.length; index++) {
      const child = node.children[index];
      if (child?.type !== "element") continue;
      const at = Number(child.properties["dataLine"] ?? Number.NaN);
      delete child.properties["dataLine"];
      place(child, [...parents, child]);
      const lines = linesAt.get(at);
      if (!lines) continue;
      linesAt.delete(at);
      insertMarks(renderMarks(lines, marks), child, node, index, parents);
    }
  };
  place(tree, []);
  // Their block was left out: a heading that the page repeats, a comment.
  for (const lines of [...linesAt.values()].reverse()) tree.children.unshift(renderMarks(lines, marks));
}

function insertMarks(mark: Element, child: Element, node: HastRoot | Element, index: number, parents: Element[]): void {
  if (child.tagName === "li" || child.tagName === "td" || child.tagName === "th")
    return void child.children.unshift(mark);
  const cell = child.tagName === "tr" ? child.children.find((cell) => cell.type === "element") : undefined;
  if (cell?.type === "element") return void cell.children.unshift(mark);
  const isClosed = parents.some((parent) => parent.tagName === "summary" || parent.tagName === "p");
  if (isClosed || ("tagName" in node && closedParents.has(node.tagName)))
    return void child.children.unshift(toSpan(mark));
  // A wrapper, so that the marks begin exactly where the block does, whatever the space above it.
  node.children[index] = {
    type: "element",
    tagName: "div",
    properties: { className: ["marked"] },
    children: [mark, child],
  };
}

const toSpan = (mark: Element): Element => ({ ...mark, tagName: "span" });

function renderMarks(lines: number[], marks: readonly MarginMark[]): Element {
  const here = marks.filter((mark) => lines.includes(mark.line));
  const anchors: ElementContent[] = lines.map((line) => ({
    type: "element",
    tagName: "span",
    properties: { id: `L${line}` },
    children: [],
  }));
  const links: ElementContent[] = here.map((mark) => ({
    type: "element",
    tagName: "a",
    properties: { className: ["mark", `mark-${mark.kind}`], href: mark.href, title: mark.title },
    children: [{ type: "text", value: mark.label }],
  }));
  return { type: "element", tagName: "div", properties: { className: ["marks"] }, children: [...anchors, ...links] };
}

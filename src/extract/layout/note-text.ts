/** A parsed note in, a reader of slices out: any range of the text as an excerpt with its plain text and its place. */
import type { Nodes } from "mdast";
import type { Document, Excerpt, Place, Point } from "../../model.ts";

/** Half-open range of offsets in the repaired text. */
export interface Span {
  start: number;
  end: number;
}

export interface NoteText {
  text: string;
  /** `markdown === text.slice(start, end)`; blanks and comments at both ends of the range are left out. */
  excerpt(span: Span): Excerpt;
  /** Plain text of a range: no Markdown marks, code included, one line a block. */
  plain(span: Span): string;
  place(span: Span): Place;
  /** The range without blanks and comments at its ends: templates leave hints where their author wrote. */
  trim(span: Span): Span;
}

interface Leaf extends Span {
  value: string;
  /** Counts up with every new block, so that blocks come out on lines of their own. */
  block: number;
  /** Code and the like, whose value is not the slice of the text that it covers. */
  opaque: boolean;
}

const blockTypes = new Set(["paragraph", "heading", "code", "tableCell", "html", "listItem", "thematicBreak"]);

/** The range without the comment that it opens or ends with, null where there is none. */
function withoutComment(text: string, { start, end }: Span): Span | null {
  if (end - start < 7) return null;
  if (text.startsWith("<!--", start)) {
    const close = text.indexOf("-->", start + 4) + 3;
    if (close > 2 && close <= end) return { start: close, end };
  }
  if (text.startsWith("-->", end - 3)) {
    const open = text.lastIndexOf("<!--", end - 3);
    if (open >= start && open > text.lastIndexOf("-->", end - 4)) return { start, end: open };
  }
  return null;
}

/** Indexes the leaves of the tree once; every slice is then a binary search. */
export function createNoteText(document: Pick<Document, "text" | "tree" | "bodyOffset">): NoteText {
  const { text, tree, bodyOffset } = document;
  const leaves = [...leavesOfFrontMatter(text.slice(0, bodyOffset)), ...collectLeaves(tree)];
  const lineStarts = findLineStarts(text);

  const point = (offset: number): Point => {
    const line = lowerBound(lineStarts, offset + 1) - 1;
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
  };
  const trim = ({ start, end }: Span): Span => {
    for (;;) {
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      const range = withoutComment(text, { start, end });
      if (range === null) return { start, end };
      ({ start, end } = range);
    }
  };
  const place = ({ start, end }: Span): Place => ({ start: point(start), end: point(end) });
  const plain = (span: Span): string => joinLeaves(text, leaves, span);
  return {
    text,
    plain,
    place,
    trim,
    excerpt(span) {
      const range = trim(span);
      return { markdown: text.slice(range.start, range.end), text: plain(range), place: place(range) };
    },
  };
}

/** Front matter is no Markdown: each of its lines reads as it is. */
function leavesOfFrontMatter(text: string): Leaf[] {
  const leaves = [...text.matchAll(/\S.*/g)].map(({ 0: value, index }, line) => ({
    start: index,
    end: index + value.length,
    value,
    block: -1 - line,
    opaque: false,
  }));
  return leaves;
}

function collectLeaves(tree: Nodes): Leaf[] {
  const leaves: Leaf[] = [];
  let block = 0;
  const visit = (node: Nodes): void => {
    if (blockTypes.has(node.type)) block++;
    if ("children" in node) {
      for (const child of node.children) visit(child);
      if (blockTypes.has(node.type)) block++;
      return;
    }
    const value = "value" in node ? node.value : node.type === "break" ? "\n" : "alt" in node ? (node.alt ?? "") : "";
    const { start, end } = spanOf(node);
    if (value !== "" && node.type !== "html") {
      leaves.push({ start, end, value, block, opaque: node.type !== "text" });
    }
  };
  visit(tree);
  return leaves;
}

/** The offsets that a node covers. Both parsers set positions on every node they make. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function joinLeaves(text: string, leaves: Leaf[], { start, end }: Span): string {
  let joined = "";
  let block: number | null = null;
  for (let i = firstEndingAfter(leaves, start); i < leaves.length; i++) {
    const leaf = leaves[i];
    if (!leaf || leaf.start >= end) break;
    if (block !== null && leaf.block !== block) joined += "\n";
    block = leaf.block;
    const whole = leaf.start >= start && leaf.end <= end;
    // A slice may begin inside a text node (after its label), or lie within a block of code: the source of plain text is the text itself.
    const within = start > leaf.start && end < leaf.end;
    joined +=
      whole || (leaf.opaque && !within) ? leaf.value : text.slice(Math.max(start, leaf.start), Math.min(end, leaf.end));
  }
  const lines = joined.split("\n").map((line) => line.trimEnd());
  return lines.join("\n").trim();
}

function firstEndingAfter(leaves: Leaf[], offset: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

/** Index of the first number that is not below `value`. */
function lowerBound(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What `String.prototype.trim` takes for a blank, the ideographic space among it. */
function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(String.fromCharCode(code));
}

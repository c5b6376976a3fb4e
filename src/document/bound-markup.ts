/** Markdown in, the same Markdown out with marks beyond any sensible number hidden from the parser, and a way to put them back into its tree. */
import type { Nodes, Root } from "mdast";
import { findNestedFences, type NestedFence } from "./pair-fences.ts";

/**
 * The native parser takes the square of these, in time or in memory, and all that walks its tree takes the stack. The
 * largest of three thousand real notes had marks up to column 40 and 300 marks in one paragraph.
 */
export const markupLimits = {
  /** A list item or quote that would begin further to the right is text: there is a level for each column at most. */
  column: 256,
  /** `*`, `_`, `~` and `&` of one paragraph; those that follow are text. */
  marks: 2_000,
  /** Levels of the tree: what is nested deeper is the text of its parent. */
  depth: 300,
} as const;

export interface BoundMarkup {
  /** As long as the text that came in: all positions stay true. */
  text: string;
  /** Offset of the first fence that is read as a part of the block around it. */
  nestedFence: number | null;
  /** Puts the marks back and cuts what is too deep, in place. Gives the offset of the first mark that was read as text, or null. */
  restore(tree: Root): number | null;
}

/** What stands for a mark while it is hidden: characters that Unicode keeps for such uses, one UTF-16 unit each as the marks are. */
const marks = ">-+*.)_~&`";
const firstStandIn = 0xfdd0;
const standIns = /[\ufdd0-\ufdd9]/g;
const hide = (mark: string): string => String.fromCharCode(firstStandIn + marks.indexOf(mark));
const unhide = (text: string): string =>
  text.replace(standIns, (character) => marks[character.charCodeAt(0) - firstStandIn] ?? character);

export function boundMarkup(text: string): BoundMarkup {
  let first: number | null = null;
  const note = (offset: number): void => void (first = Math.min(first ?? offset, offset));
  const nested = findNestedFences(text);
  const bounded = boundMarks(boundColumns(hideFences(text, nested), note), note);
  return {
    text: bounded,
    nestedFence: nested[0]?.start ?? null,
    restore(tree) {
      const cut = restoreTree(tree, text, bounded !== text);
      if (cut !== null) note(cut);
      return first;
    },
  };
}

function hideFences(text: string, fences: readonly NestedFence[]): string {
  let hidden = "";
  let end = 0;
  for (const { start, length } of fences) {
    hidden += text.slice(end, start) + text.slice(start, start + length).replace(/[`~]/g, hide);
    end = start + length;
  }
  return hidden + text.slice(end);
}

const longPrefix = new RegExp(String.raw`^[ \t>*+\-.)\d]{${markupLimits.column / 4},}`, "gm");
const containerMark = /\t|>|[-+*](?=[ \t\n]|$)|(?<=\d)[.)](?=[ \t\n]|$)/g;
const thematicBreak = /^[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Hides the marks of lists and quotes that begin too far to the right. */
function boundColumns(text: string, note: (offset: number) => void): string {
  return text.replace(longPrefix, (prefix, offset: number) => {
    const end = text.indexOf("\n", offset);
    if (thematicBreak.test(text.slice(offset, end === -1 ? text.length : end))) return prefix;
    let columnsOfTabs = 0;
    return prefix.replace(containerMark, (mark, index: number) => {
      const column = index + columnsOfTabs;
      if (mark === "\t") columnsOfTabs += 3 - (column % 4);
      if (mark === "\t" || column < markupLimits.column) return mark;
      note(offset + index);
      return hide(mark);
    });
  });
}

/** Where a paragraph ends for certain: its marks are then counted anew. */
const paragraphEnd = /^[ \t]*(?:$|[-+*][ \t]|#{1,6}[ \t])/;
const fence = /^[ \t>]*~{3,}/;
const inlineMarks = /[*_~&]/g;

/** Hides the marks of a paragraph that has too many of them. */
function boundMarks(text: string, note: (offset: number) => void): string {
  if ((text.match(inlineMarks)?.length ?? 0) <= markupLimits.marks) return text;
  let count = 0;
  let offset = 0;
  const lines = text.split("\n").map((line) => {
    const start = offset;
    offset += line.length + 1;
    if (paragraphEnd.test(line)) count = 0;
    if (count + line.length <= markupLimits.marks) {
      for (const _ of line.matchAll(inlineMarks)) count++;
      return line;
    }
    if (fence.test(line) || (line.length < markupLimits.marks && thematicBreak.test(line))) return line;
    return line.replace(inlineMarks, (mark, index: number) => {
      if (++count <= markupLimits.marks) return mark;
      note(start + index);
      return hide(mark);
    });
  });
  return lines.join("\n");
}

/** They hold nothing but items, rows and cells: what is in those is cut. */
const structural: ReadonlySet<string> = new Set(["list", "table", "tableRow"]);
/** They hold blocks and no text of their own. */
const flow: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

/** Without recursion: the tree may be as deep as the text is long. Gives the offset of the first node that was cut, or null. */
function restoreTree(tree: Root, text: string, isHidden: boolean): number | null {
  let cut: number | null = null;
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (isHidden) restoreStrings(node as unknown as Record<string, unknown>);
    if (!("children" in node)) continue;
    if (depth < markupLimits.depth || structural.has(node.type)) {
      for (const child of node.children) open.push({ node: child, depth: depth + 1 });
      continue;
    }
    const { position } = node;
    const value = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    cut = Math.min(cut ?? Infinity, position?.start.offset ?? 0);
    const leaf = { type: "text", value, ...(position && { position }) };
    const children = flow.has(node.type)
      ? [{ type: "paragraph", children: [leaf], ...(position && { position }) }]
      : [leaf];
    (node as { children: unknown[] }).children = children;
  }
  return cut;
}

function restoreStrings(node: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(node))
    if (typeof value === "string" && key !== "type") node[key] = unhide(value);
}

/** A parsed note in, a tree of units out: headings, and what people use as headings (bold lines, list items, table rows). */
import type { Paragraph, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { roleOf } from "../words/read-label.ts";
import { addItems, addRows } from "./list-units.ts";
import { countedLine } from "./counted-line.ts";
import { spanOf } from "./note-text.ts";
import { answersIssue, boldDepth, hasOpenIssue, labelDepth } from "./place-labels.ts";
import { readDirectives } from "./read-directives.ts";
import { createUnit, type Unit } from "./unit.ts";
const retired = /\b(superseded|obsolete|deprecated|archived|moved|replaced|outdated)\b/i;

/** Builds the tree of units. The note's first heading is its title, unless front matter (`metaTitle`) gives it one. */
export function buildOutline(tree: Root, length: number, metaTitle: string | null = null): Unit {
  const note = createUnit("note", 0, metaTitle ?? "", { start: 0, end: 0 }, { start: 0, end: length });
  let current = note;
  let titled = false;
  const close = (depth: number, end: number): void => {
    while (current.depth >= depth && current.parent) {
      current.span.end = end;
      current = current.parent;
    }
  };
  const open = (unit: Unit): void => {
    close(unit.depth, unit.head.start);
    unit.parent = current;
    current.children.push(unit);
    current = unit;
  };
  const footerStart = findFooter(tree.children);
  // A comment speaks of the heading right above it, else of the one that follows.
  let announced: ReadonlyMap<string, string> | null = null;
  for (const [index, node] of tree.children.entries()) {
    const span = spanOf(node);
    if (index === footerStart) {
      close(1, span.start);
      open(createUnit("footer", 1, "", { start: span.start, end: span.start }, { start: span.start, end: length }));
    }
    const directives = node.type === "html" ? readDirectives(node.value) : null;
    if (directives) {
      if (current !== note && current.blocks.length === 0 && current.children.length === 0)
        current.directives = directives;
      else announced = directives;
      continue;
    }
    if (node.type === "heading") {
      // A banner ("Superseded by …") above the real title is not the title.
      const retitled =
        titled && node.depth === 1 && retired.test(note.title) && note.children.every(({ kind }) => kind !== "heading");
      const first = !titled && note.children.every(({ kind }) => kind === "item" || kind === "row");
      if ((first && (node.depth === 1 || metaTitle === null)) || retitled) {
        titled = true;
        if (retitled) close(1, span.start);
        Object.assign(note, { title: titleOf(node), head: span, bodyStart: span.end });
        continue;
      }
      // A second heading of depth 1 is a section like any other.
      const title = titleOf(node);
      const depth = node.depth + (answersIssue(title) && hasOpenIssue(current, node.depth) ? 0.5 : 0);
      open(createUnit("heading", depth, title, span, { start: span.start, end: length }));
      if (announced) current.directives = announced;
      announced = null;
    } else if (node.type === "thematicBreak") {
      close(boldDepth, span.start);
    } else if (isBoldLine(node)) {
      const title = titleOf(node);
      // A label ("Root Cause:") stands under the bold line before it, another title beside it.
      const depth = roleOf(title) === null ? boldDepth : labelDepth(current);
      open(createUnit("bold", depth, title, span, { start: span.start, end: length }));
    } else {
      const counted = countedLine(node);
      if (counted) open(createUnit("bold", boldDepth, counted.title, counted.head, { start: span.start, end: length }));
      // What is all title is told once.
      if (counted?.head.end !== span.end) current.blocks.push(node);
      if (node.type === "list") addItems(current, node, boldDepth + 2);
      else if (node.type === "table") addRows(current, node);
    }
  }
  close(1, length);
  return note;
}

/**
 * Index of the rule that opens the footer: what stands behind the last rules of a note without a heading of its own
 * speaks of the note, not of its last section. -1 without one.
 */
function findFooter(nodes: readonly RootContent[]): number {
  let footer = -1;
  for (let index = nodes.length - 1; index > 0 && nodes.length - index < 16; index--) {
    const node = nodes[index];
    if (
      !node ||
      node.type === "heading" ||
      node.type === "table" ||
      node.type === "code" ||
      (node.type === "paragraph" && isBoldLine(node) && roleOf(toString(node)) === null)
    )
      break;
    if (node.type === "thematicBreak") footer = index;
  }
  return footer;
}

/** A paragraph of one line that is bold from end to end, but for marks and a colon around it. */
function isBoldLine(node: RootContent): node is Paragraph {
  if (node.type !== "paragraph") return false;
  const strong = node.children.filter((child) => child.type === "strong");
  if (strong.length !== 1 || toString(node).includes("\n")) return false;
  const rest = node.children
    .filter((child) => child.type !== "strong")
    .map((child) => toString(child))
    .join("");
  const bold = toString(strong[0]);
  return rest.replace(/[^\p{L}\p{N}]/gu, "").length === 0 || (bold.length > 8 && /^[\s:]*\([^()]*\)[\s:]*$/.test(rest));
}

/** What stands in a comment is a hint to the author, as templates have them. */
function titleOf(node: RootContent): string {
  return toString(node)
    .replace(/<!--.*?-->/gs, "")
    .trim();
}

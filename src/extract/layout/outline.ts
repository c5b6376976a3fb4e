/** A parsed note in, a tree of units out: headings, and what people use as headings (bold lines, list items, table rows). */
import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";
import { toString } from "mdast-util-to-string";
import { spanOf, type Span } from "./note-text.ts";
import { roleOf } from "../words/read-label.ts";

export interface Cell extends Span {
  header: string;
  text: string;
}

/** One unit of layout: something with a title and what stands under it. */
export interface Unit {
  kind: "note" | "heading" | "bold" | "item" | "row" | "footer";
  /** Heading depth 1–6; 7 for bold lines, 8 and more for items and rows. The note itself is 0. */
  depth: number;
  /** Plain text of the heading, the bold lead of an item or the first cell of a row. */
  title: string;
  head: Span;
  /** Head and everything under it. */
  span: Span;
  /** Where the text after the head begins. */
  bodyStart: number;
  /** Flow content of its own: what does not stand under a heading or bold line further down. */
  blocks: RootContent[];
  children: Unit[];
  parent: Unit | null;
  /** Position among its siblings in a numbered list. */
  ordinal: number | null;
  /** State of a task item. */
  checked: boolean | null;
  /** Whether an item opens with bold text. */
  lead: boolean;
  cells: Cell[];
  /** What the author says to the reader in comments: `<!-- fixlore: status=open -->` gives `status` → "open". */
  directives: ReadonlyMap<string, string>;
}

const boldDepth = 7;
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
        Object.assign(note, { title: toString(node), head: span, bodyStart: span.end });
        continue;
      }
      // A second heading of depth 1 is a section like any other.
      const title = toString(node);
      const depth = node.depth + (answersIssue(title) && hasOpenIssue(current, node.depth) ? 0.5 : 0);
      open(createUnit("heading", depth, title, span, { start: span.start, end: length }));
      if (announced) current.directives = announced;
      announced = null;
    } else if (node.type === "thematicBreak") {
      close(boldDepth, span.start);
    } else if (isBoldLine(node)) {
      const title = toString(node);
      // A label ("Root Cause:") stands under the bold line before it, another title beside it.
      const depth = roleOf(title) === null ? boldDepth : labelDepth(current);
      open(createUnit("bold", depth, title, span, { start: span.start, end: length }));
    } else {
      current.blocks.push(node);
      if (node.type === "list") addItems(current, node, boldDepth + 2);
      else if (node.type === "table") addRows(current, node);
    }
  }
  close(1, length);
  return note;
}

const directive = /^\s*<!--\s*fixlore:\s*([^>]*?)\s*-->\s*$/;

/** `<!-- fixlore: ignore -->` and `<!-- fixlore: status=open, severity=high -->`; null for any other HTML. */
function readDirectives(html: string): ReadonlyMap<string, string> | null {
  const said = directive.exec(html)?.[1];
  if (said === undefined) return null;
  const pairs = said.split(/[,;]\s*|\s+(?=[a-z]+=)/).map((part) => part.split("=").map((word) => word.trim()));
  return new Map(pairs.map(([name = "", value = ""]) => [name, value] as const));
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

/** A label stands under the bold title before it, and beside the label before it. */
function labelDepth(current: Unit): number {
  if (current.kind !== "bold") return boldDepth;
  return roleOf(current.title) === null && !isUnknownLabel(current) ? boldDepth + 1 : current.depth;
}

/** "**Expected:**" is a label too, if one that the lexicon does not know: it heads a value, not a section. */
export function isUnknownLabel(unit: Unit): boolean {
  return (
    unit.kind === "bold" &&
    /[:：]\s*$/.test(unit.title) &&
    unit.title.length < 40 &&
    !/\d/.test(unit.title) &&
    roleOf(unit.title) === null
  );
}

const answers = new Set(["rootCause", "fix", "verification", "impact", "files", "status"]);
const issueHeading =
  /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:issue|bug|problem|failure|defect|error|blocker|violation)\s*#?\d|(?:issue|bug|problem|failure)\s*:)/i;

/** "Root Cause", "Root Cause: stale cache": an answer that belongs to the issue it follows. */
function answersIssue(title: string): boolean {
  const role = roleOf(title) ?? roleOf(/^([^:]{3,40}):/.exec(title)?.[1] ?? "");
  return role !== null && answers.has(role);
}

/** Whether an issue of that heading depth ("Issue 2: …", "Problem: …") is still open, so that an answer beside it is its own. */
function hasOpenIssue(unit: Unit, depth: number): boolean {
  for (let above: Unit | null = unit; above; above = above.parent) {
    if (above.kind === "heading" && above.depth === depth) return issueHeading.test(above.title);
    if (above.depth < depth) return false;
  }
  return false;
}

function createUnit(kind: Unit["kind"], depth: number, title: string, head: Span, span: Span): Unit {
  return {
    kind,
    depth,
    title,
    head,
    span,
    bodyStart: head.end,
    blocks: [],
    children: [],
    parent: null,
    ordinal: null,
    checked: null,
    lead: false,
    cells: [],
    directives: new Map(),
  };
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

function addItems(parent: Unit, list: List, depth: number): void {
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

function addRows(parent: Unit, table: Table): void {
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

function readCells(row: TableRow, headers: string[]): Cell[] {
  return row.children.map((cell, index) => {
    const { start, end } = spanOf(cell);
    const inner =
      cell.children.length > 0
        ? { start: spanOf(cell.children[0]!).start, end: spanOf(cell.children.at(-1)!).end }
        : { start, end };
    return { header: headers[index] ?? "", text: toString(cell).trim(), ...inner };
  });
}

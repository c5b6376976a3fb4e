/** One unit of layout: what has a title of its own, with what stands under it. */
import type { RootContent } from "mdast";
import type { Span } from "./note-text.ts";

export interface Cell extends Span {
  header: string;
  text: string;
  /** The bold words that a cell of more than a line opens with. */
  lead: string | null;
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

export function createUnit(kind: Unit["kind"], depth: number, title: string, head: Span, span: Span): Unit {
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

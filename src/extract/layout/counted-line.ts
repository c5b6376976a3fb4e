/** A block in, the title that its first line gives to what follows out: `**Issue 2**: the door opens twice`. */
import type { Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { openingStrong } from "./list-units.ts";
import { spanOf, type Span } from "./note-text.ts";

const counter = String.raw`\W*(?:issue|bug|problem|gap|failure|defect|blocker|violation|regression)\s*#?\d{1,4}\s*`;
const isCounter = new RegExp(`^${counter}[:：]?\\s*$`, "i");
const countedTitle = new RegExp(`^${counter}[:：]\\s*\\S`, "i");

/** Null where no word for an issue with its number stands in bold before a title, or where further lines do the same. */
export function countedLine(node: RootContent): { title: string; head: Span } | null {
  if (node.type !== "paragraph") return null;
  const strong = openingStrong(node);
  if (strong === null || !isCounter.test(toString(strong))) return null;
  const [title = "", ...more] = linesOf(node);
  if (!countedTitle.test(title) || more.some((line) => countedTitle.test(line))) return null;
  return { title, head: { start: spanOf(node).start, end: firstLineEnd(node) } };
}

/** A hard break has no text of its own. */
function linesOf({ children }: Paragraph): string[] {
  return children
    .map((child) => (child.type === "break" ? "\n" : toString(child)))
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function firstLineEnd(node: Paragraph): number {
  for (const child of node.children) {
    const { start } = spanOf(child);
    if (child.type === "break") return start;
    const at = child.type === "text" ? child.value.indexOf("\n") : -1;
    if (at >= 0) return start + at;
  }
  return spanOf(node).end;
}

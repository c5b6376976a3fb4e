/** Markdown as its author broke it into lines in, the same with each paragraph on one line out: the terminal breaks it anew. */

/** The line that begins or ends a block of code. */
export const fence = /^\s*(?:```|~~~)/;
/** What begins something of its own: a list item, quote, heading, table row, rule, label. */
const opening = /^\s*(?:[-*+]\s|\d+[.)]\s|>|#{1,6}\s|\||-{3,}\s*$|={3,}\s*$|\*\*[^*]+\*\*\s*:|\*\*[^*]+:\*\*|<)/;
/** What nothing is joined to: it is whole, or its author asked for a line end. */
const closed = /^\s*(?:#{1,6}\s|\||>|-{3,}\s*$)|(?: {2}|\\)$/;

/** Code, tables, lists and blank lines stay as they are. */
export function joinLines(markdown: string): string {
  const lines: string[] = [];
  let isCode = false;
  let isOpen = false as boolean;
  for (const line of markdown.split("\n")) {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    const isIndented: boolean = /^(?: {4}|\t)/.test(line) && !isOpen;
    if (isOpen && !isCode && !isFence && line.trim() !== "" && !opening.test(line))
      lines.push(`${lines.pop()!} ${line.trim()}`);
    else lines.push(line);
    isOpen = !isCode && !isFence && !isIndented && line.trim() !== "" && !closed.test(line);
  }
  return lines.join("\n");
}

/** Text and a width in columns in, the same text with its long lines broken at spaces out. */
import { textWidth } from "./text-width.ts";

/** Lines keep their indent; what has no space to break at runs over. `null` breaks nothing. */
export function wrapText(text: string, width: number | null): string[] {
  return text.split("\n").flatMap((line) => {
    if (width === null || line.length * 2 <= width || textWidth(line) <= width) return [line];
    const indent = /^\s*(?:[-*+] |\d+[.)] )?/.exec(line)![0];
    const lines: string[] = [];
    let current = indent;
    for (const word of line.slice(indent.length).split(" ")) {
      const isEmpty = current.trim() === "" || current === indent;
      if (!isEmpty && textWidth(current) + 1 + textWidth(word) > width) {
        lines.push(current);
        current = " ".repeat(indent.length) + word;
      } else current += (isEmpty ? "" : " ") + word;
    }
    return [...lines, current];
  });
}

/** A line of text and a width in columns in, the line cut to that width out: an ellipsis says that it was cut. */
import { textWidth } from "./text-width.ts";

export function fitText(text: string, width: number): string {
  // No character is wider than two columns: most lines need no measuring.
  if (text.length * 2 <= width || textWidth(text) <= width) return text;
  let fitted = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += textWidth(segment);
    if (used > width - 1) break;
    fitted += segment;
  }
  return `${fitted.trimEnd()}…`;
}

export function padText(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** A line of text and a width in columns in, the line cut to that width out: an ellipsis says that it was cut. */
import stringWidth from "string-width";

const segmenter = new Intl.Segmenter();

export function fitText(text: string, width: number): string {
  // No character is wider than two columns: most lines need no measuring.
  if (text.length * 2 <= width || stringWidth(text) <= width) return text;
  let fitted = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    fitted += segment;
  }
  return `${fitted.trimEnd()}…`;
}

export function padText(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

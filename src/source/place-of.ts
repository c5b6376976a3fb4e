/** Turns an offset of a text into a place with line and column. */
import type { Place, Point } from "../model.ts";

function pointAt(text: string, offset: number): Point {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1, offset };
}

/** The place of `[start, end)`; offsets beyond the text are drawn back to its end. */
export function placeOf(text: string, start: number, end: number): Place {
  const from = Math.min(start, text.length);
  return { start: pointAt(text, from), end: pointAt(text, Math.min(Math.max(end, from), text.length)) };
}

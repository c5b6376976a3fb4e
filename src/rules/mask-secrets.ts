/** A text and the secrets in it in, the same text out with a block for each of their characters: every place stays true. */

/** A range of offsets, end excluded. */
interface Range {
  start: number;
  end: number;
}

/** One UTF-16 unit, and no mark of Markdown. */
const block = "█";

/** Line ends stay, so that lines keep their numbers. */
export function maskSecrets(text: string, secrets: readonly Range[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of secrets) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, block);
    at = end;
  }
  return masked + text.slice(at);
}

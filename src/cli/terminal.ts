/** The process's streams in, what they can show out: colour or not, how many columns. */
import { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colour on a terminal unless `NO_COLOR` is set; always where `CLICOLOR_FORCE` or `FORCE_COLOR` is set to more than 0. */
export function hasColor(stream: { isTTY?: boolean | undefined }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env["NO_COLOR"]) return false;
  if (
    [env["CLICOLOR_FORCE"], env["FORCE_COLOR"]].some(
      (forced) => forced !== undefined && forced !== "" && forced !== "0",
    )
  )
    return true;
  return stream.isTTY === true && env["TERM"] !== "dumb" && env["CLICOLOR"] !== "0";
}

export function createPaint(stream: { isTTY?: boolean | undefined }): Paint {
  return hasColor(stream) ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** Columns of the terminal; of a pipe what `COLUMNS` says, else null: then nothing is fitted. */
export function columnsOf(stream: { isTTY?: boolean | undefined; columns?: number | undefined }): number | null {
  if (stream.isTTY === true) return Math.max(40, stream.columns ?? 80);
  return null;
}

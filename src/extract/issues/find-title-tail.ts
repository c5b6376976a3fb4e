/** A title in, what may say its status at the end of it out: the last mark, or words in capitals. */
import { readTitleMark } from "../words/read-status.ts";

const cap = "(?:[A-Z][A-Z'’/-]{2,}|IN|TO|A|BY|NOT|ON|&)";
const statusTail = new RegExp(String.raw`\s*(?:[-–—:|→]+\s*|\()?\s*((?:${cap}\s+){0,4}${cap})\s*\)?\s*$`, "u");
const markPattern = /[\p{Extended_Pictographic}✓✔✗✘☐☑]\u{FE0F}?/gu;
const isAscii = /^[\0-\x7f]*$/;

/** The last mark that says a status. No mark is ASCII, and most titles are. */
export function lastMark(text: string): RegExpExecArray | undefined {
  if (isAscii.test(text)) return undefined;
  return [...text.matchAll(markPattern)].filter((match) => readTitleMark(match[0]) !== null).at(-1);
}

/** Where the last letter is no capital, nothing before it need be tried. */
export function findCapitals(text: string): RegExpExecArray | null {
  const end = text.trimEnd();
  const last = end.endsWith(")") ? end.slice(0, -1).trimEnd() : end;
  return /[A-Z'’/&-]$/.test(last.slice(-1)) ? statusTail.exec(text) : null;
}

/** Text of a note in, the same text out as a terminal may be shown it: no escape sequences, no control characters. */
import { stripVTControlCharacters } from "node:util";

/** C0 and C1 controls but tab and newline, and marks that reorder what follows them on the screen. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function cleanText(text: string): string {
  return stripVTControlCharacters(text).replace(controls, "");
}

/** On one line, its white space single. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** JSON in which a terminal finds nothing to act on: `JSON.stringify` leaves DEL, the C1 controls and marks of direction as they are. */
export function toSafeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

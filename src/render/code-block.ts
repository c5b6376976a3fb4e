/** A code block as it is kept for highlighting: its grammar and its text, one key for both. */
import { hash } from "node:crypto";

export interface CodeBlock {
  language: string;
  text: string;
}

/** Longer blocks are logs and dumps: colour would cost much and help nobody. UTF-16 units. */
const longestBlock = 20_000;
const longestLine = 2_000;

export function isWorthColour(text: string): boolean {
  if (text.length > longestBlock || text.trim() === "") return false;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    if ((end === -1 ? text.length : end) - from > longestLine) return false;
    if (end === -1) break;
    from = end + 1;
  }
  return true;
}

/** Of its grammar and text, short: thousands of blocks are kept by it. */
export function codeKey({ language, text }: CodeBlock): string {
  return hash("sha256", `${language}\n${text}`, "base64url").slice(0, 24);
}

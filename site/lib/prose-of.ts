/** An excerpt in, its plain text without code and tables out; the items of a list are told apart by a dot. */
import type { Excerpt } from "./knowledge.ts";
import { replaceFences } from "./replace-fences.ts";

export function proseOf({ markdown, text }: Excerpt): string {
  const kept = replaceFences(markdown, () => "")
    .replace(/^[ \t]*\|.*$/gm, "")
    .replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, "· ");
  if (kept === markdown) return text;
  return kept
    .replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replace(/<[^<>]+>/g, "")
    .replace(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, "")
    .replace(/\*\*|__|`/g, "");
}

/** A lesson in, the sentence or two that a card has room for out: no code, and nothing that the title says already. */
import type { Excerpt, Lesson } from "./knowledge.ts";
import { replaceFences } from "./replace-fences.ts";

const longest = 180;

/** The plain text of an excerpt without its blocks of code and its tables; the items of a list are told apart by a dot. */
function proseOf({ markdown, text }: Excerpt): string {
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

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** Empty where the lesson says no more than its title. */
export function aboutLesson(lesson: Lesson): string {
  const { title, solution, pattern, problem, why, body } = lesson;
  const text = proseOf(solution ?? pattern ?? problem ?? why ?? body)
    .replace(/\s+/g, " ")
    .replace(/^(?:[^\p{L}\p{N}"“(]|\d+[.)])+/u, "")
    .trim();
  const rest = text.toLowerCase().startsWith(title.toLowerCase()) ? text.slice(title.length) : text;
  // ", not only on good days" is half a sentence: the title is its other half. What follows a colon stands for itself.
  const isSentence = /^[\s\p{So}\u{FE0F}]*(?:[:.–—·]|- |\p{Lu})/u.test(rest) || rest === text;
  const said = isSentence ? rest.replace(/^[\s:.–—·\p{So}\u{FE0F}-]+/u, "") : rest.trim().length > 1 ? text : "";
  if (letters(said) === letters(title)) return "";
  return said.length > longest ? `${said.slice(0, longest).replace(/\s+\S*$/, "")} …` : said;
}

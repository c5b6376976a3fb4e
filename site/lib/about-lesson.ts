/** A lesson in, the sentence or two that a card has room for out: no code, and nothing that the title says already. */
import { brief } from "./brief.ts";
import type { Lesson } from "./knowledge.ts";
import { proseOf } from "./prose-of.ts";

const longest = 180;

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
  return brief(said, longest);
}

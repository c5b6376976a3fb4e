/** A labelled field in, how far it is from naming its role outright out: 0 for the surest label, more for those that only touch on it. */
import type { NoteText } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";

/** Among labels of one role, those that name it outright come before those that only touch on it. */
const rank: Partial<Record<string, readonly RegExp[]>> = {
  problem: [
    /\b(problem|issue|bug|symptoms?|what happened|actual|vulnerability|defect)\b|问题|現象|症状/i,
    /\b(error|failure|description|observ\w+|finding|violation)\b/i,
  ],
  rootCause: [/root cause|根本原因|根因|causa ra/i, /\b(cause|why|reason)\b|原因/i],
  fix: [
    /\b(fix|fixes|solution|solutions|resolution|remed\w+|correct\w+)\b|修复|修正|解决|behebung|soluci/i,
    /\b(changes?|implementation|patch|what (was )?changed)\b/i,
  ],
  verification: [/\b(verif\w+|validat\w+|proof)\b|验证|検証/i, /\b(results?|outcome)\b/i],
};

/** Beside "Symptom" or "Problem" a line "Issue" or "Bug" tells what is wrong rather than what was seen; a whole note opens with it. */
const shallow = /^\W*(?:issue|bug)\W*$/i;

/** A verification that first shows how it was before. */
const leadsUp = /^(?:[^\n]{0,30}\n)?\W*before (?:the )?fix/i;

/** `isWhole`: the fields are those of a note that is one problem. */
export function rankField({ role, label, form, value }: Field, isWhole: boolean, text: NoteText): number {
  const order = rank[role] ?? [];
  const index = order.findIndex((pattern) => pattern.test(label));
  const known = role === "problem" && !isWhole && shallow.test(label) ? 1 : index;
  // A line that states it says more in less than a long section that leads up to it.
  const long =
    form === "heading" && (value.end - value.start > 1200 || leadsUp.test(text.plain(value).slice(0, 80))) ? 0.5 : 0;
  const later = role === "fix" && isLater.test(label) ? 1 : 0;
  // Words say more than a block of code alone.
  const mute = role === "fix" && isCodeAlone(text.text.slice(value.start, value.end)) ? 0.75 : 0;
  return (known < 0 ? order.length : known) + long + later + mute;
}

const isLater = /\b(recommended|proposed|long[- ]term|future|suggested|workaround|step \d)\b/i;

function isCodeAlone(markdown: string): boolean {
  const lines = markdown.split("\n");
  const fences = lines.flatMap((line, index) => (/^\s*(?:```|~~~)/.test(line) ? [index] : []));
  const [first, last] = [fences[0], fences.at(-1)];
  if (first === undefined || last === undefined) return false;
  return !/\p{L}{2}/u.test([...lines.slice(0, first), ...lines.slice(last + 1)].join("\n"));
}

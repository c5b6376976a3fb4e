/** Prose and a role in, the sentence that states the role outright out: "… was caused by …", "… was resolved by …". */
import type { NoteText, Span } from "../layout/note-text.ts";
import { roleOf } from "../words/read-label.ts";

/** Only words that leave no doubt: a guess in the wrong field is worse than an empty one. */
const outright = {
  rootCause:
    /\b(because(?! of this)|caused by|has caused|had caused|due to|as a result of|stem(s|med) from|root cause (is|was|:)|the (cause|reason) (is|was))\b|由于|因为|原因是|が原因|verursacht durch|debido a|causad[oa] por/iu,
  fix: /\b((was|were|been|is|are|now|issue|problem|outage|incident) (fixed|resolved|solved|mitigated|addressed|corrected) (by|via|with|using|in)|(we|i) (fixed|resolved|solved|patched|reverted|rolled back|downgraded|upgraded|replaced|added|changed|removed|disabled)|the (fix|solution|workaround|patch) (is|was)|(is|are|it) now (?!fail|crash|hang|break|show|stop)\w+)\b|fixed the issues?\b|通过.{1,40}(修复|解决)|behoben durch|se (resolvió|solucionó|corrigió)/iu,
  verification:
    /\b(confirmed (by|with|via|that|working)|verified (by|with|via|that|in|on)|outage resolved|service (was |is )?restored|no longer (fails?|occurs?|happens?|reproduc\w+)|tests? (now )?pass(es|ed)?)\b|验证通过|検証済/iu,
} as const;

export type ToldRole = keyof typeof outright;

/** The first sentence within the spans that states the role, or null. */
export function findSentence(spans: readonly Span[], role: ToldRole, text: NoteText): Span | null {
  for (const span of spans) {
    for (const sentence of sentencesOf(span, text.text)) {
      const words = text.plain(sentence);
      if (outright[role].test(words) && !isAside(words, role)) return sentence;
    }
  }
  return null;
}

/** A labelled line speaks of its label, and what should pass or will be confirmed has not been. */
function isAside(words: string, role: ToldRole): boolean {
  const label = /^\W*([\p{L} ]{3,30})[:：]\s/u.exec(words)?.[1];
  if (label && roleOf(label) !== null && roleOf(label) !== role) return true;
  return role === "verification" && /\b(until|should|must|will|would|if|when|once|expected|not)\b/i.test(words);
}

/** Ends of sentences and of lines that are not merely wrapped; an abbreviation ("e.g.") or a file name ends none. */
const boundary =
  /[.!?。！？](?=[\s*_)"”]*(?:\s|$))[*_)"”]*\s+(?=["“*_`(]*[\p{Lu}\p{Lo}])|(?<!\n\s*?)\n\s*(?:[-*+]|\d+[.)])\s+|\n{2,}/gu;

/** Each sentence and each item of a list, as spans. */
export function sentencesOf({ start, end }: Span, text: string): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(boundary)) {
    const to = start + match.index + (/^[.!?。！？]/u.test(match[0]) ? 1 : 0);
    if (to > from) sentences.push({ start: from, end: to });
    from = start + match.index + match[0].length;
  }
  if (end > from) sentences.push({ start: from, end });
  return sentences;
}

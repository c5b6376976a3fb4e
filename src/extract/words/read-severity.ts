/** Words in, a severity out: P0–P4 and the usual words; null where none is said. */
import type { Severity } from "../../model.ts";

const patterns: readonly (readonly [Severity, RegExp])[] = [
  [
    "critical",
    /\bP0\b|\b(critical|blocker|blocking|catastrophic|show[- ]?stopper|kritisch|crític[ao]|sev(erity)?[- ]?[01]\b)|致命|严重|緊急/i,
  ],
  ["high", /\bP1\b|\b(high|major|urgent|hoch|alta|alto|élevée?|sev(erity)?[- ]?2\b)\b|高/i],
  ["medium", /\bP2\b|\b(medium|moderate|mittel|media|médio|média|moyenne?|sev(erity)?[- ]?3\b)\b|中/i],
  ["low", /\bP[34]\b|\b(low|minor|trivial|cosmetic|niedrig|baja|baixa|faible|sev(erity)?[- ]?[45]\b)\b|低/i],
];

const marks: readonly (readonly [Severity, RegExp])[] = [
  ["critical", /🔴|🚨/u],
  ["high", /🟠/u],
  ["medium", /🟡/u],
  ["low", /🟢/u],
];

/** Reads a severity field or the heading of a group: every word of the table counts. */
export function readSeverity(text: string): Severity | null {
  let first: { severity: Severity; at: number } | null = null;
  for (const [severity, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match && (first === null || match.index < first.at)) first = { severity, at: match.index };
  }
  return first?.severity ?? marks.find(([, mark]) => mark.test(text))?.[0] ?? null;
}

/** Where a word names a severity and not a quality: "high memory use" rates nothing. */
const ratedTitles: readonly RegExp[] = [
  /\b(P[0-4])\b/,
  /[([][^()[\]]*\b(critical|blocker|blocking|high|major|medium|moderate|low|minor)\b[^()[\]]*[)\]]/i,
  /\b(CRITICAL|BLOCKER|BLOCKING|HIGH|MAJOR|MEDIUM|LOW|MINOR)\b/,
  /^[\W\d]*(?:fixed |resolved )?(critical|high|medium|low)\b(?=[ :-]+(?:\w+ ){0,3}(?:priority|severity|bug|issue|failure|problem|blocker|violation|gap|defect|regression|vulnerability))/i,
  /^\W*(blocker|critical|high|major|medium|minor|low)\s*(?=[:：])/i,
];

/** In a title only P0–P4, words in parentheses, in capitals or before a colon count. */
export function readTitleSeverity(title: string): Severity | null {
  for (const pattern of ratedTitles) {
    const word = pattern.exec(title)?.[1];
    if (word) return readSeverity(word);
  }
  return null;
}

/** An issue in, the words out that show that something was done about it: a deed, a commit, a proof, an end. */
import { spanOf, type Span } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import { nodesOf } from "../layout/walk-units.ts";
import type { Candidate } from "./candidate.ts";
import { sentencesOf } from "./find-sentence.ts";
import type { NoteContext } from "./issue-status.ts";

/** What the record holds, from a label, the prose or another place of the note. */
export interface Told {
  fix: Field | null;
  verification: Field | null;
}

/** All that a sign looks at. */
export interface Shown extends NoteContext {
  units: readonly Candidate[];
  told: Told;
  /** First line of the fix, and what follows it. */
  fix: string;
  note: Unit;
}

/** Where a sign is seen. */
export interface Seen {
  span: Span;
  words: string;
}

/** "**Change.** Added a check" and "The runbook now names both" in the prose of the issue: code and tables are not looked at. */
export function sentenceOfDeed({ units, text }: Shown): Seen | null {
  for (const { unit } of units) {
    if (unit.kind === "note") continue;
    for (const block of nodesOf(unit)) {
      if (block.type === "code" || block.type === "table") continue;
      const isOfChange = deedOfLabel.test(text.plain(spanOf(block)));
      for (const span of sentencesOf(spanOf(block), text.text)) {
        const words = text.plain(span).split("\n\n", 1)[0] ?? "";
        if ((deed.test(words) || (isOfChange && isNow.test(words))) && !undone.test(words)) return { span, words };
      }
    }
  }
  return null;
}

const deed =
  /^\W*(?:(?:commit|change|fix|update|resolution)s?\s*[:.]\s*)?(?:(?:we|i|then|also|has been|have been) )?(?:added|changed|fixed|updated|removed|moved|replaced|implemented|switched|corrected|modified|refactored|rewrote|rewritten|restored|reverted|converted|renamed|deleted|disabled|enabled|upgraded|patched|applied|wrapped|introduced|extracted|split|pinned|downgraded|rolled back) \S+ \S/iu;
/** What is told behind "Runbook change" or "Fix" is how it is now. */
const deedOfLabel =
  /^[^\p{L}]*(?:[\p{L}/&]{1,20} ){0,3}(?:change|fix|update|resolution)s?(?: used| \([\p{L} ]{1,20}\))?[:.]/iu;
const isNow = /\bnow (?!fail|crash|hang|break|show|stop|miss|return)\p{Ll}+s?\b/u;
const undone = /\b(?:pending|not yet|but|however|still|to be|already)\b/i;

/** "Critical bug fixed: wrong architecture" and "Wrong architecture (commit 1a2b3c4)". */
export function titleOfFix({ units, told }: Shown): Seen | null {
  const named = told.fix ? units.find(({ rawTitle }) => ofFixTitle.test(rawTitle)) : undefined;
  return named ? { span: named.unit.head, words: named.rawTitle } : null;
}

const ofFixTitle =
  /^[^\p{L}]*(?:\p{L}+ )?(?:bug ?fix(?:ed)?|(?:bug|issue|problem|fix) (?:fixed|applied))\s*(?:#?\d+\s*)?[:：–-]|\(\s*(?:fixed in |commit:? ?)[\x60\da-f]{7,}/iu;

/** What was committed for it is in. */
export function commitOf({ units, text }: Shown): Seen | null {
  for (const { fields, unit } of units) {
    if (unit.kind === "note") continue;
    const field = fields.find(({ role, value }) => role === "commit" && hash.test(text.plain(value).slice(0, 80)));
    if (field) return { span: field.value, words: text.plain(field.value).split("\n", 1)[0] ?? "" };
  }
  return null;
}

const hash = /^\W*[\da-f]{7,40}\b/;

/** Who has seen it work has mended it. */
export function proofOf({ told, text }: Shown): Seen | null {
  const words = told.fix && told.verification ? text.plain(told.verification.value).slice(0, 200) : "";
  return told.verification && works.test(words) && !fails.test(words)
    ? { span: told.verification.value, words: words.split("\n", 1)[0] ?? "" }
    : null;
}

const works = /\b(?:pass(?:es|ed|ing)|now works|works as|verified|validated|no longer|green|succeed(?:s|ed))\b/i;
const fails =
  /\b(?:fail\w*|should|expected?|pending|will|would|not|after (?:the )?fix|to be|if|once|cause|still|remain\w*)\b|[❌⏳⚠]/iu;

/** "The service was restored at noon" in a note that looks back on one incident. */
export function endOfIncident({ units, note, text }: Shown): Seen | null {
  if (!retrospect.test(note.title) || units[0]?.unit.kind !== "note") return null;
  for (const unit of [note, ...note.children]) {
    for (const block of unit.blocks) {
      if (block.type !== "paragraph" && block.type !== "table") continue;
      const span = sentencesOf(spanOf(block), text.text).find((sentence) => ended.test(text.plain(sentence)));
      if (span) return { span, words: text.plain(span).split("\n", 1)[0] ?? "" };
    }
  }
  return null;
}

const ended =
  /^(?!.*\b(?:not|never|until|should|would|if|before|partially)\b).*\b(?:was|were|has been|have been|is now|fully) (?:\p{L}+ly )?(?:restored|resolved|fixed|recovered|mitigated|corrected|rolled back|reverted)\b/iu;

/** Written when all is over. */
export const retrospect = /\b(?:post-?mortems?|incident(?:e?s)?|incidencias?|vorf[aä]lle?)\b|事故/iu;

/** An issue that is counted ("Gap 4") in, what the note says of all that it counts so out: "All 18 gaps fixed". */
import type { NoteText } from "../layout/note-text.ts";
import type { Candidate } from "./candidate.ts";
import type { IssueStatus, NoteContext } from "./issue-status.ts";

const ofAll =
  /\ball (?:of )?(?:the )?\d{1,3} (?:critical |identified |reported |known )?(gap|bug|issue|violation|failure|problem|error|inconsistenc|defect|finding)(?:s|ies) (?:(?:have|has) been |are |were |now |successfully )*(?:fixed|resolved|addressed|closed|corrected|solved)\b/giu;
const supposed =
  /\b(?:until|when|if|once|after|before|must|should|will|would|need\w*|to have|ensure|verify|not|that|expect\w*)\b|\[ \]/i;

/** Only where the note counts them by the same noun and is done in part: a plan says it of what should become of them. */
export function fromWordOfAll({ title, unit }: Candidate, { text, status }: NoteContext): IssueStatus | null {
  const noun = title.counter?.word;
  const isMixed = status?.status === "partial" || status?.status === "in-progress";
  const told = noun && isMixed && unit.kind !== "note" ? toldOfAll(text).get(noun) : undefined;
  return told ? { status: "fixed", words: told.words, rule: "word of the note on all", span: told } : null;
}

const remembered = new WeakMap<NoteText, ReadonlyMap<string, Told>>();

interface Told {
  start: number;
  end: number;
  words: string;
}

function toldOfAll(text: NoteText): ReadonlyMap<string, Told> {
  const known = remembered.get(text);
  if (known) return known;
  const told = new Map<string, Told>();
  for (const match of text.text.matchAll(ofAll)) {
    const line = text.text.slice(text.text.lastIndexOf("\n", match.index) + 1, match.index);
    if (supposed.test(line)) continue;
    const noun = (match[1] ?? "").toLowerCase();
    told.set(noun === "inconsistenc" ? "inconsistency" : noun, {
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
    });
  }
  remembered.set(text, told);
  return told;
}

/** A unit in, the status that its fix tells out: applied or proposed, left for later, in the past tense, in retrospect. */
import type { Status } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import type { IssueStatus, NoteContext } from "./issue-status.ts";

const proposed =
  /\b(required|proposed|recommended|suggested|needed|planned|possible|potential|options?|to do|should|future|long[- ]term)\b/i;
const applied =
  /\b(applied|implemented|made|completed?|done|was fixed|changed|fixed|taken|fixed-in|deployed|short[- ]term)\b/i;

export const saysApplied = (label: string): boolean => applied.test(label);

/** "Fix Applied" says fixed, "Proposed Fix" says open, both together say that a part is done. */
export function fromFixLabels({ fields }: Candidate): IssueStatus | null {
  const labels = fields.filter(
    ({ role, label }) =>
      role === "fix" ||
      (role === "commit" && applied.test(label)) ||
      (role === "nextSteps" && proposed.test(label) && /solution|fix/i.test(label)),
  );
  const done = labels.find(({ label }) => applied.test(label));
  const todo = labels.find(({ label }) => proposed.test(label));
  const hit = done ?? todo;
  if (!hit) return null;
  const status: Status = done && todo ? "partial" : done ? "fixed" : "open";
  return { status, words: hit.label, rule: `label "${hit.label}"`, span: hit.labelSpan };
}

/** A fix that is only proposed may still be left for later; one that was applied is not. */
export function fromFixApplied(candidate: Candidate): IssueStatus | null {
  const found = fromFixLabels(candidate);
  return found?.status === "open" ? null : found;
}

/** "Fixed by clearing it" below an item. */
export function fromOutcome({ outcome }: Candidate, { text }: NoteContext): IssueStatus | null {
  const said = outcome?.fix;
  return said ? { status: "fixed", words: text.plain(said), rule: "words of the item", span: said } : null;
}

const later =
  /\b(post[- ]?v?\d|(recommended|planned|scheduled|targeted) for v?\d|(fix(ed)?|address(ed)?|solve[d]?) in v\d|(later|next|future) (release|version|sprint|iteration)|future work|defer(?:red)?(?! \S*[().])|tracked separately|separate (ticket|issue|pr))\b|\bv\d(\.\d+)+\+/i;

/** "**Recommendation**: fix post-V1.0": left for later on purpose. */
export function fromDeferral({ fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  const said = fields.find(
    ({ role, value }) => deferring.has(role) && value.end - value.start < 200 && later.test(text.plain(value)),
  );
  return said ? { status: "deferred", words: said.label, rule: `label "${said.label}"`, span: said.labelSpan } : null;
}

/** "- Degraded mode: needs debugging (post-V1.0)" in a list of what is known. */
export function fromDeferralOfItem({ unit, line }: Candidate): IssueStatus | null {
  const said = unit.kind === "item" ? aside.exec(line) : null;
  return said ? { status: "deferred", words: said[0].trim(), rule: "words of the item", span: unit.head } : null;
}

const aside =
  /[([](?:marked (?:as )?pending|deferred\b[^()[\]]*|postponed\b[^()[\]]*|post[- ]?v?\d[^()[\]]*|future (?:work|release|version|enhancement)[^()[\]]*|planned for v?\d[^()[\]]*|backlog)[)\]]/i;

/** A group "Recommended for V1.1". */
export function fromDeferralOfGroup({ unit }: Candidate): IssueStatus | null {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (later.test(above.title))
      return { status: "deferred", words: above.title, rule: "heading above", span: above.head };
  }
  return null;
}

const deferring: ReadonlySet<string> = new Set(["status", "nextSteps", "remaining", "estimate", "severity", "fix"]);

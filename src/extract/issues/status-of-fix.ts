/** A unit in, the status that its fix tells out: applied or proposed, left for later, in the past tense, in retrospect. */
import type { Status } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import type { Unit } from "../layout/unit.ts";
import type { IssueStatus, NoteContext } from "./issue-status.ts";

const proposed =
  /\b(required|proposed|recommended|suggested|needed|planned|possible|potential|options?|to do|should|future|long[- ]term)\b/i;
const applied =
  /\b(applied|implemented|made|completed?|done|was fixed|changed|fixed|taken|fixed-in|deployed|short[- ]term)\b/i;

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

const past =
  /^\W*(?:(?:we|i|it|this|was|has been|have been)\s+)?(added|changed|fixed|updated|removed|moved|replaced|implemented|created|set|used|switched|corrected|increased|reduced|modified|refactored|rewrote|restored|reverted|converted|renamed|made|deleted|disabled|enabled|upgraded|patched|applied|wrapped|introduced|extracted|released|now)\b/i;
export const tellsWhatWasDone = (words: string): boolean => past.test(words);

/** "The service was restored by …", and the same where the verb closes the clause: participles need no place of their own. */
const passive =
  /\b(?:was|were|has been|have been|got|is now|are now) (?:\w+ly )?(?:added|changed|fixed|updated|removed|moved|replaced|corrected|increased|reduced|restored|reverted|disabled|enabled|upgraded|patched|rolled back|mitigated|resolved|restarted|rewritten)\b|\b(?:corrigid|movid|adicionad|reduzid|removid|substitu[ií]d|restaurad|corregid|añadid|eliminad|cambiad|reemplazad)[oa]s?\b|\b(?:wurden?|ist|sind) .{0,60}\b(?:behoben|korrigiert|ersetzt|ergänzt|entfernt|geändert|erhöht)\b/iu;
const imperative =
  /^\W*(add|change|fix|update|remove|move|replace|implement|create|switch|correct|increase|reduce|modify|refactor|rewrite|restore|revert|convert|rename|make|delete|disable|enable|upgrade|patch|apply|wrap|use|need|should|must|consider|ensure|investigate)\b/i;

/** "Added a lock" reports, "Add a lock" asks. */
export function fromFixText({ fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  for (const field of fields) {
    if (field.role !== "fix") continue;
    const words = text.plain(field.value);
    const status: Status | null =
      /^\s*✅/u.test(words) || past.test(words)
        ? "fixed"
        : imperative.test(words)
          ? "open"
          : passive.test(words.slice(0, 300))
            ? "fixed"
            : null;
    if (status) return { status, words: words.split("\n", 1)[0] ?? null, rule: "tense of the fix", span: field.value };
  }
  return null;
}

const retrospect = /\b(?:post-?mortems?|incident(?:e?s)?|incidencias?|vorf[aä]lle?)\b|事故/iu;

/** A postmortem is written when all is over: what it says was done, was done. */
export function fromRetrospect({ unit, roles }: Candidate): IssueStatus | null {
  const note = noteOf(unit);
  return roles.has("fix") && retrospect.test(note.title)
    ? { status: "fixed", words: note.title, rule: "a fix told in retrospect", span: note.head }
    : null;
}

/** Words of a plan, and verbs that ask: "Verify …", "Heat it earlier". */
const asks =
  /^\W*(?:option|approach|phase|step|recommend\w*|plan|if|when|either|maybe|perhaps|possibly|potential\w*|temporary|short[- ]term|immediate|accept|adjust|allow|avoid|check|clean|clear|comment|configure|confirm|copy|define|delay|document|extract|force|handle|improve|include|install|keep|limit|load|lower|merge|migrate|monitor|override|pass|pin|prefer|prototype|provide|raise|register|reinstall|require|reset|restart|retry|return|review|run|schedule|separate|split|start|stop|store|test|track|try|turn|validate|verify|wait|write)\b|^[^\p{L}]*(?!(?:the|an?|all|each|this|that|these|those|both|no|is|are|now|as|in|on|at|by|for|with|via|from|to)\b|\p{L}+(?:ed|ing|s)\b)\p{L}+ (?:the|an?|it|its|all|each|this|that|these|those|them|your|our|any|every)\b/iu;
const ahead =
  /\b(?:plan|proposal|assessment|analysis|questions?|q&a|guide|checklist|triage|recommendations?|request|decision|options|design|strategy|roadmap|review|evaluation|comparison|clarification|faq)\b/i;

/** The rule that guesses: a note states nothing by it. */
export const guessedRule = "a fix that is given";

/** A fix that is neither asked for nor planned is there: "A lock around the queue". */
export function fromFixGiven({ unit, fields }: Candidate, { text, status }: NoteContext): IssueStatus | null {
  if (status !== null || ahead.test(noteOf(unit).title)) return null;
  for (const { role, value } of fields) {
    if (role !== "fix") continue;
    const words = text.plain(value);
    if (/\p{L}/u.test(words) && !asks.test(words) && !/^\s*(?:```|#|\$)/.test(text.text.slice(value.start)))
      return { status: "fixed", words: words.split("\n", 1)[0] ?? null, rule: guessedRule, span: value };
  }
  return null;
}

function noteOf(unit: Unit): Unit {
  let note = unit;
  while (note.parent) note = note.parent;
  return note;
}

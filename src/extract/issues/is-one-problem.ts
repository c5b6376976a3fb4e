/** The outline of a note and its candidates in, whether the note is wholly about one problem out. */
import type { Candidate } from "./candidate.ts";
import { tellsFailure } from "./issue-rows.ts";
import type { Unit } from "../layout/unit.ts";
import { headingsAbove } from "../layout/walk-units.ts";
import { roleOf } from "../words/read-label.ts";

const singular =
  /\b(bug|fix|hotfix|discrepancy|root cause|rca|failure|failing|issue|incident|outage|post-?mortem|error|crash|regression|vulnerability|cve|flak\w+|race|violation|mismatch|missing|broken|timeouts?|leak|deadlock|hang|problem|defect|unavailable|degraded|down|overflow|inconsisten\w+|false positive|bogus|cannot|fails?|wrong|lessons learned|blocker|conflict|mystery|incompatib\w+|misconfigur\w+|pollution|not (?:implemented|working|found|supported)|incorrect|stale|stuck|unexpected)\b|不具合|障害|故障|修复|问题|fehler\b|\berror\b/iu;
/** "Gap 7" numbers what is to be built, "a gap in the tests" is a problem. */
const gap = /\bgap\b(?! ?#?\d| (?:analysis|assessment|verification))/i;
const isSingular = (title: string): boolean => singular.test(title) || gap.test(title);
const several =
  /\b(issues|bugs|fixes|failures|problems|errors|violations|gaps|session|summary of|status report|progress|handoff|daily|sprint|known|lessons from|changelog|overview|migration|refactoring|clarification|end-of-day|update|plan|roadmap|implementation|design|guide|errores|fehlerbehebung|test verification)\b/i;

/** Of these words, those that say that there are many problems, not what was done about them. */
const plural =
  /\b(issues|bugs|fixes|failures|problems|errors|violations|gaps|session|summary of|status report|progress|handoff|daily|sprint|known|overview|end-of-day)\b/i;

/** Its title, its sections and its front matter must agree; several told issues speak against it. */
export function isOneProblem(
  note: Unit,
  named: boolean,
  roles: ReadonlySet<string>,
  selected: readonly Candidate[],
  candidates: readonly Candidate[],
  meta: Record<string, unknown>,
): boolean {
  // A decision or a requirement names no defect, whatever problem it answers.
  if (/^\W*(ADR|BR|DD|RFC|PRD|REQ|NFR)[-_ ]?\d/.test(note.title) && !singular.test(note.title)) return false;
  if (named && singular.test(note.title)) return true;
  if (isIncident(meta, note.title)) return true;
  const explained = Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));
  if (summarized(selected)) return true;
  const one = isSingular(note.title) && !several.test(note.title);
  const telling = selected.filter((candidate) => !isBareBullet(candidate) && !tellsFailure(candidate.unit));
  const counted = telling.filter(({ title }) => title.ids.length > 0 || countsIssues(title.counter?.word ?? ""));
  if (telling.length === 0)
    return (
      isSummedUp(note, candidates) ||
      (one && (explained > 0 || named)) ||
      (explained >= 2 &&
        (roles.has("problem") || roles.has("rootCause")) &&
        (isSingular(note.title) || !several.test(note.title)))
    );
  // "Finding 3" and "Cause 2" are steps of one analysis, however many there are.
  const steps = telling.filter(
    (candidate) => isStep(candidate.title.counter?.word ?? "") || isOfAnalysis(candidate),
  ).length;
  const told = telling.filter(
    ({ title, unit, roles: own }) =>
      !isStep(title.counter?.word ?? "") &&
      !isOfAnalysis({ unit }) &&
      own.has("problem") &&
      (own.has("rootCause") || own.has("fix")),
  );
  if (one && analysed(note) && told.length < 2) return true;
  if (isSummedUp(note, candidates) && telling.length - steps < 4 && !plural.test(note.title))
    return told.length < 2 && counted.length < 2 && telling.filter(countsFailures).length < 2;
  return one && explained >= 2 && counted.length < 2 && telling.length - steps < 3 && told.length < 2;
}

/** What stands under "Root Cause Analysis" or "Likely causes" are causes of the one problem. */
export function isOfAnalysis({ unit }: Pick<Candidate, "unit">): boolean {
  return [...headingsAbove(unit)].some(
    ({ title }) => roleOf(title) === "rootCause" || /\b(root |likely |possible )causes?\b|\bdiagnos\w+/i.test(title),
  );
}

/** A note whose own sections are the cause beside the problem or the fix tells one problem from end to end. */
function analysed(note: Unit): boolean {
  const roles = new Set(note.children.filter(({ kind }) => kind === "heading").map(({ title }) => roleOf(title)));
  return roles.has("rootCause") && (roles.has("problem") || roles.has("fix"));
}

/** A plain bullet with nothing under it lists a symptom or a step; it tells no problem of its own. */
const isBareBullet = ({ unit, title, roles }: Candidate): boolean =>
  unit.kind === "item" && !unit.lead && title.ids.length === 0 && title.counter === null && roles.size === 0;

const isStep = (word: string): boolean => ["finding", "cause", "root cause", "change", "correction"].includes(word);
const countsIssues = (word: string): boolean => word !== "" && !isStep(word);

/** A summary that states problem and cause itself speaks for the whole note, unless several issues stand beside it. */
function summarized(selected: readonly Candidate[]): boolean {
  const summary = selected.find(
    ({ title, roles }) =>
      title.ids.length === 0 &&
      /\b(summary|overview|tl;?dr)\b|概要|总结/i.test(title.title) &&
      roles.has("problem") &&
      (roles.has("rootCause") || roles.has("fix")),
  );
  return summary !== undefined && selected.length <= 3;
}

/** "Routing tests (4 failures)" is one of several things that fail. */
const countsFailures = ({ rawTitle }: Candidate): boolean =>
  /\(\d+ (?:\w+ )?(?:failures?|failing|failed|tests?)\b/i.test(rawTitle);

const summing =
  /^[^\p{L}]*(?:(?:executive|quick|issue|problem|fix|bug|failure|incident) )?(?:summary|overview)\W*$|\btl;?dr\b|^[^\p{L}]*(?:the )?problem(?: statement)?\W*$/iu;

/** A section of the note that states problem and cause, or problem and fix, in labels of its own. */
function isSummedUp(note: Unit, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    ({ unit, roles }) =>
      unit.parent === note &&
      unit.kind === "heading" &&
      summing.test(unit.title) &&
      roles.has("problem") &&
      (roles.has("rootCause") || roles.has("fix")),
  );
}

/** Front matter of incident pages and lesson logs says what went wrong, and how badly; a planned update is no incident. */
function isIncident(meta: Record<string, unknown>, title: string): boolean {
  const described = meta["severity"] !== undefined || meta["resolved"] !== undefined;
  if (!described || title === "") return false;
  if (meta["fix"] !== undefined || meta["root_cause"] !== undefined || meta["rootCause"] !== undefined) return true;
  return !/\b(updates?|upgrade|maintenance|migration|planned|scheduled|rollout)\b/i.test(title);
}

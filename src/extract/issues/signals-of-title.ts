/** Signals in what a unit is called: identifiers, counters, words of failure, names of plans and of general sections. */
import { listWords } from "../words/list-words.ts";
import { normalizeLabel, roleOf } from "../words/read-label.ts";
import type { Signal } from "./candidate.ts";
import { failure, fixing } from "./failure-words.ts";
import { isGroupOfIssues, isVetoed } from "./groups-of-issues.ts";

const counters = new Set(
  listWords(`
    bug, issue, problem, failure, error, defect, blocker, violation, gap, regression, vulnerability, finding,
    incident, crash, flaky test, test failure, failing test, anti-pattern, inconsistency, discrepancy, 问题, 問題,
    错误, 缺陷, 不具合, fehler, problema, erro
  `),
);
const fixCounters = new Set(["fix", "solution", "root cause", "resolution", "修复", "修正", "correção", "corrección"]);
const planWord =
  /^(phase|step|option|day|week|task|tier|part|hypothesis|approach|scenario|test(?: case)?|milestone|section|question|q\d|method|lesson|stage|level|case|example|priority|pattern|alternative|strategy|iteration|attempt|round|sprint|layer|rule|principle|criteri\w+|metric|commit|checkpoint|batch|wave|track|action|run|session|pr|path|goal|objective|requirement)\b[\s#]*(\d|[A-H]\b|:)/i;
const decision = /\b(BR|ADR|DD|RFC|NFR|REQ)-[A-Z0-9]/;
const countsFailures =
  /\(\d+ (\w+ )?(failures?|failing|failed|violations?|errors?|tests?|panics?|issues?|occurrences?)\)|\b\d+ (failures|failing|violations|panics)\b|\d ?(→|->) ?\d/iu;

/** "Secondary issue: readiness times out" names what it is about behind a word that says that it is an issue. */
const outright =
  /^\W*(?:(?:primary|secondary|critical|new|main|additional|another|blocking|remaining|underlying) ){0,2}(?:issue|bug|blocker|problem|failure|discovery|conflict)\s*(?:[:：]|\s[-–—]\s)\s*[\p{L}\p{N}\x60"']/iu;

const work =
  /\b(?:updated|implemented|added|removed|increased|reduced|created|migrated|refactored|extracted|renamed|simplified|improved|enhanced)\b/i;

/** "Mail service: COMPLIANT" and "All 12 tests passing". */
const wellTitled =
  /(?<!NON-?)(?<!NOT )\b(?:COMPLIANT|PRESERVED|NOT APPLICABLE|NOT AFFECTED|UNAFFECTED|PROTECTED|NO (?:ACTION|CHANGES?|ISSUES?)|ALREADY (?:COMPLIANT|UPDATED|CORRECT|IMPLEMENTED|COMPLETE|PROTECTED)|100% (?:SUCCESS|PASS\w*))\b|\b(?:all|\d+\/\d+) (?:[\w-]+ ){0,5}(?:tests?|specs?) (?:now )?pass(?:ing|ed|es)?\b/iu;

/** "**Status**: compliant" right under a title that tells of no failure. */
const wellSaid =
  /^(?:[^\n]*\n){0,3}?[^\p{L}]*(?:[a-z]\w* )?(?:status|compliance|verdict|assessment|result)\s*[:：][^\p{L}\n]*(?:(?:already|fully|100 ?%) )*(?:compliant|not applicable|n\/a|no (?:issues?|violations?|action|changes?|gaps?)\b|correct|operational|working (?:correctly|as expected)|acceptable|recommended)/iu;

/** A phase in which a cause was found and something was mended was one problem. */
const isMendedPhase = (title: string, roles: ReadonlySet<string>): boolean =>
  /^[^\p{L}]*(?:phase|priority|step|task|part)\b/iu.test(title) &&
  roles.has("rootCause") &&
  (roles.has("fix") || roles.has("files"));

export const signalsOfTitle: readonly Signal[] = [
  {
    name: "names an issue outright",
    weight: 1.9,
    test: ({ unit, rawTitle }) =>
      unit.kind !== "row" &&
      outright.test(rawTitle) &&
      !/\bif\b|troubleshoot|faq|common/i.test(unit.parent?.title ?? ""),
  },
  {
    name: "says that it was fixed",
    weight: 4.4,
    test: ({ outcome, groups, title }) => outcome !== null && !isVetoed(groups) && title.title.split(" ").length > 1,
  },
  {
    name: "says that nothing was found",
    weight: -8,
    test: ({ rawTitle }) => /^\W*no \w+( \w+)? (found|detected|identified|remaining)\b/i.test(rawTitle),
  },
  {
    name: "names a requirement only",
    weight: -4,
    test: ({ rawTitle }) => /^\W*(?:BR|ADR|DD|NFR|REQ)-[A-Z0-9-]+\W*$/.test(rawTitle),
  },
  {
    name: "tells of work, not of a problem",
    weight: -1.2,
    test: ({ unit, rawTitle, roles, line }) =>
      unit.kind === "heading" &&
      !roles.has("problem") &&
      !roles.has("rootCause") &&
      work.test(rawTitle) &&
      !failure.test(line) &&
      !fixing.test(line),
  },
  {
    name: "attempt or scenario",
    weight: -3,
    test: ({ rawTitle }) => /^\W*(?:iteration|attempt|scenario|hypothesis|try|option) #?\d/i.test(rawTitle),
  },
  { name: "identifier", weight: 3.6, test: ({ title }) => title.ids.length > 0 },
  {
    name: "counted as an issue",
    weight: 1.9,
    test: ({ title }) => title.counter !== null && counters.has(title.counter.word),
  },
  {
    name: "counted as a fix",
    weight: 0.2,
    test: ({ title }) => title.counter !== null && fixCounters.has(title.counter.word),
  },
  {
    name: "counted as a category",
    weight: 0.1,
    test: ({ title }) => title.counter !== null && title.counter.word === "category",
  },
  { name: "counted as a risk", weight: -3.4, test: ({ title }) => title.counter?.word === "risk" },
  { name: "counts failures", weight: 1.1, test: ({ line }) => countsFailures.test(line) },
  {
    name: "counts passes",
    weight: -2,
    test: ({ line }) => /\b\d+ (?:\w+ )?(?:tests? )?pass(?:ed|ing|es)?\b/i.test(line),
  },
  {
    name: "failed test",
    weight: 0.6,
    test: ({ line }) =>
      /\b(FAIL(ED|S|ING)?|TIMEOUT|INTERRUPTED|PANIC(KED)?|SKIPPED)\b|\bshould\b.*(fail|FAIL|timeout)/.test(line),
  },
  {
    name: "ruled out",
    weight: -1.4,
    test: ({ rawTitle }) =>
      /\((incorrect|wrong|ruled out|rejected|misdiagnosis|disproved|red herring)\)|\b(initial diagnosis|ruled out|red herring|misdiagnosis)\b/i.test(
        rawTitle,
      ),
  },
  { name: "conditional", weight: -0.8, test: ({ rawTitle }) => /^\W*(if|when|how to|wenn|falls|si)\b/i.test(rawTitle) },
  {
    name: "named for a decision",
    weight: -1.8,
    test: ({ rawTitle, line }) => /^\W*(ADR|DD|RFC|PRD)[-_ ]\w*\d/.test(rawTitle) && !failure.test(line),
  },
  {
    name: "item that opens with a file",
    weight: 0.5,
    test: ({ unit, rawTitle }) => unit.kind === "item" && /^\S*[\w-]\.[a-z]{1,5}\b/i.test(rawTitle),
  },
  {
    name: "passes",
    weight: -1.1,
    test: ({ unit, rawTitle }) =>
      unit.kind !== "heading" &&
      /\b(pass(ed|es|ing)|succe\w+|working|validated|compiles?|ready|verified)\b/i.test(rawTitle),
  },
  {
    name: "named for its issues",
    weight: 0.2,
    test: ({ unit, rawTitle }) =>
      unit.kind === "heading" &&
      /\b(issues?|problems?|failures?|bugs?|errors?|mismatch|missing|blockers?|violations?)\W*(\(.*\))?\W*$/i.test(
        rawTitle,
      ),
  },
  {
    name: "request, no defect",
    weight: -1.1,
    test: ({ rawTitle }) =>
      /\b(feature request|help request|question|translation|proposal|enhancement|suggestion|support request|documentation|refactor\w*|cleanup|improvements?|new feature)\b/i.test(
        rawTitle,
      ),
  },
  {
    name: "of a type that mends nothing",
    weight: -4,
    test: ({ rawTitle }) => /^\W*(?:feat|test|chore|docs|style|build|ci)(?:\([^()]{0,40}\))?!?:/.test(rawTitle),
  },
  {
    name: "named like a general section",
    weight: -2,
    test: ({ title }) =>
      /^((executive|quick|final|session|brief) )?(summary|overview|introduction|background|conclusion|details|notes?|context|status|progress|discussion|appendix)$/i.test(
        normalizeLabel(title.title),
      ),
  },
  {
    name: "named for a file",
    weight: -2,
    test: ({ rawTitle }) => /^\W*(?:test |source |main )?files?\s*[:：]/i.test(rawTitle),
  },
  {
    name: "heading of what passes",
    weight: -1.5,
    test: ({ unit, rawTitle }) =>
      unit.kind === "heading" && /\b(now pass(es|ing)?|passing|all (tests )?pass(ed|ing)?|PASS)\b/i.test(rawTitle),
  },
  { name: "short title", weight: -1.1, test: ({ title }) => title.title.length < 12 },
  { name: "numbered", weight: -0.2, test: ({ title, unit }) => title.counter?.word === "" || unit.ordinal !== null },
  {
    name: "reports on the work",
    weight: -0.6,
    test: ({ rawTitle }) =>
      /\b(summary|overview|matrix|assessment|distribution|statistics|breakdown|timeline|checklist|request|comparison|evolution|progress|metrics|journey|impact|verdict|validation|results?|analysis|confidence|coverage|recommendations?|status|evidence|configuration|architecture|pattern)\W*(\(.*\))?\W*$/i.test(
        rawTitle,
      ),
  },
  {
    name: "nothing is wrong",
    weight: -1,
    test: ({ rawTitle, fields }) =>
      /\b(already (correct|complete|done|updated|fixed|compliant)|CORRECT|compliant|not applicable|N\/A|no (action|changes?|issues?)|as expected)\b/.test(
        rawTitle,
      ) || fields.some(({ role, label }) => role === "status" && /n\/a/i.test(label)),
  },
  {
    name: "its status is that nothing is wrong",
    weight: -3,
    test: ({ unit, opening, line }) => unit.kind === "heading" && wellSaid.test(opening) && !failure.test(line),
  },
  {
    name: "its title is that nothing is wrong",
    weight: -2.2,
    test: ({ unit, rawTitle, roles, line, title }) =>
      unit.kind !== "row" &&
      title.ids.length === 0 &&
      wellTitled.test(rawTitle) &&
      !roles.has("problem") &&
      !roles.has("rootCause") &&
      !failure.test(line.replace(/\bno \w+/gi, " ")),
  },
  { name: "words of failure", weight: 1.4, test: ({ line }) => failure.test(line) },
  { name: "words of fixing", weight: 0.4, test: ({ line }) => fixing.test(line) },
  { name: "severity in title", weight: -0.4, test: ({ title }) => title.severity !== null },
  { name: "title is a label", weight: -2.2, test: ({ unit }) => roleOf(unit.title) !== null },
  {
    name: "title of a general section",
    weight: -0.6,
    test: ({ ownKind, title, roles, rawTitle }) =>
      title.counter === null &&
      title.ids.length === 0 &&
      !isMendedPhase(rawTitle, roles) &&
      !["issues", "other", "fixes", "openIssues", "fixedIssues"].includes(ownKind),
  },
  {
    name: "title of a group",
    weight: -0.9,
    test: ({ ownKind, title }) => title.counter === null && title.ids.length === 0 && isGroupOfIssues(ownKind),
  },
  {
    name: "step of a plan",
    weight: -1.6,
    // "Phase 3 reads every file twice" tells of a step, "Phase 3: reading" is one.
    test: ({ unit, rawTitle, roles }) =>
      !isMendedPhase(rawTitle, roles) &&
      planWord.test(rawTitle.replace(/^[^\p{L}]+/u, "")) &&
      (unit.kind !== "item" || !/^[^\p{L}]*\p{L}+ \d+ \p{L}/u.test(rawTitle)),
  },
  {
    name: "requirement or decision",
    weight: 1.3,
    test: ({ rawTitle, title }) => decision.test(rawTitle) && title.ids.length === 0,
  },
  { name: "long title", weight: -0.6, test: ({ rawTitle }) => rawTitle.length > 110 },
];

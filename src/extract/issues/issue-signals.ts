/** A unit in, the signals that it is an issue out: each a row with a weight, so that a reader can be told why. */
import { listWords } from "../words/list-words.ts";
import type { Field } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import type { SectionKind } from "../words/lexicon.ts";
import { normalizeLabel, roleOf, sectionKindOf } from "../words/read-label.ts";
import type { TitleReading } from "./read-title.ts";

/** Everything a signal may look at. */
export interface Candidate {
  unit: Unit;
  title: TitleReading;
  rawTitle: string;
  /** The whole first line of an item, the title of any other unit. */
  line: string;
  fields: readonly Field[];
  roles: ReadonlySet<string>;
  /** Kind of the nearest section above that says what it holds. */
  group: SectionKind;
  /** Kinds of all sections above, nearest first. */
  groups: readonly SectionKind[];
  ownKind: SectionKind;
  siblings: readonly Unit[];
  /** Share of the other units of its kind beside it that carry a problem, cause or fix field. */
  explainedSiblings: number;
  /** What the note's own title says that it holds. */
  noteKind: SectionKind;
  /** The first words under the title. */
  opening: string;
  score: number;
}

export interface Signal {
  name: string;
  /** Added to the score when the test holds; a candidate with a score above zero is an issue. */
  weight: number;
  test: (candidate: Candidate) => boolean;
}

const failure =
  /\b(fail\w*|error\w*|bugs?|crash\w*|panic\w*|broken|breaks?|missing|wrong\w*|incorrect\w*|invalid|leak\w*|race|races|hang\w*|hung|timeouts?|timed out|mismatch\w*|flak\w+|deadlock\w*|duplicat\w*|regression\w*|vulnerab\w*|violat\w*|stuck|stale|corrupt\w*|overflow\w*|null|undefined|not (found|working|set|called|updated|populated|persisted|registered|loaded|sent)|never|cannot|can.?t|doesn.?t|isn.?t|unable|inconsisten\w*|conflict\w*|lost|loss|exhaust\w*|refused|rejected|denied|unexpected\w*|infinite|slow\w*|nil|pollution|hardcoded|undefined|unhandled|uninitialized|incompat\w*|outdated|bottleneck|4\d\d|5\d\d|issue|issues|problem|problems|defect|blocker|exposed|injection|limitation|incomplete|empty|without|no \w+|fehlt|fehlend\w*|fehler\w*|falsch\w*|abst[uü]rz\w*|kaputt|defekt\w*|falta\w*|falla\w*|duplicad\w*|incorrect[oa]s?|falha\w*|errad[oa]s?|quebrad[oa]|manquant\w*)\b|失败|错误|缺失|缺少|不一致|无法|不清|异常|崩溃|过早|丢失|卡在|無限|失敗|エラー|クラッシュ|できない|欠落|誤り/iu;
const fixing = /\b(fix(ed|es|ing)?|resolv\w+|correct(ed|ion)|repair\w*|patch\w*|hotfix|bugfix|solved)\b|修复|修正/iu;
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
const isGroupOfIssues = (kind: SectionKind): boolean =>
  ["fixedIssues", "openIssues", "partialIssues", "deferredIssues", "notIssues"].includes(kind);
const vetoed: ReadonlySet<string> = new Set(
  listWords("lessons, insights, attempts, hypotheses, options, documents, files, commits, metrics, checklist"),
);

const topics: ReadonlySet<SectionKind> = new Set(["metrics", "checklist", "plan", "working", "summary"]);

const inGroup = ({ group }: Candidate): boolean => isGroupOfIssues(group) || group === "issues" || group === "fixes";
const countsFailures =
  /\(\d+ (\w+ )?(failures?|failing|failed|violations?|errors?|tests?|panics?|issues?|occurrences?)\)|\b\d+ (failures|failing|violations|panics)\b|\d+ ?(→|->) ?\d+/iu;

const issueKinds: ReadonlySet<SectionKind> = new Set([
  "issues",
  "fixes",
  "fixedIssues",
  "openIssues",
  "partialIssues",
  "deferredIssues",
]);

/** Lessons are never issues; of the other sections the nearest decides: "Issues resolved" among the metrics holds issues. */
function isVetoed(groups: readonly SectionKind[]): boolean {
  if (groups.includes("lessons") || groups.includes("insights")) return true;
  const nearest = groups.find((kind) => vetoed.has(kind) || isGroupOfIssues(kind));
  return nearest !== undefined && vetoed.has(nearest);
}

const has = (role: string) => (candidate: Candidate) => candidate.roles.has(role);
const explained = ({ roles }: Candidate): number =>
  Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));

export const signals: readonly Signal[] = [
  { name: "bias", weight: -2.6, test: () => true },
  { name: "the author names an issue", weight: 20, test: ({ unit }) => unit.directives.has("issue") },
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
  { name: "counts failures", weight: 1.1, test: ({ line }) => countsFailures.test(line) },
  { name: "in a series", weight: 0.6, test: isInSeries },
  {
    name: "heading in a group",
    weight: 0.2,
    test: (candidate) => candidate.unit.kind === "heading" && inGroup(candidate),
  },
  {
    name: "bold item in a group",
    weight: 0.8,
    test: (candidate) => candidate.unit.kind === "item" && candidate.unit.lead && inGroup(candidate),
  },
  {
    name: "plain item in a group of issues",
    weight: 0.4,
    test: (candidate) =>
      candidate.unit.kind === "item" &&
      !candidate.unit.lead &&
      (isGroupOfIssues(candidate.group) || candidate.group === "issues"),
  },
  {
    name: "item directly under the heading of a group",
    weight: 0.5,
    test: (candidate) =>
      candidate.unit.kind === "item" &&
      candidate.unit.parent?.kind === "heading" &&
      (isGroupOfIssues(candidate.group) || candidate.group === "issues") &&
      sectionKindOf(candidate.unit.parent.title) === candidate.group,
  },
  {
    name: "marked item in a group of issues by status",
    weight: 1.7,
    test: ({ unit, title, group }) => unit.kind === "item" && title.status !== null && isGroupOfIssues(group),
  },
  {
    name: "item of failure in a group of issues",
    weight: 0.1,
    test: ({ unit, line, group }) =>
      unit.kind === "item" && failure.test(line) && (isGroupOfIssues(group) || group === "issues"),
  },
  {
    name: "row in a group of issues by status",
    weight: 0.8,
    test: ({ unit, group }) => unit.kind === "row" && isGroupOfIssues(group),
  },
  {
    name: "explained item",
    weight: 0.4,
    test: (candidate) => candidate.unit.kind === "item" && explained(candidate) > 0,
  },
  {
    name: "explained heading in a group of issues",
    weight: 0.8,
    test: ({ unit, roles, group }) =>
      unit.kind === "heading" &&
      (roles.has("problem") || roles.has("rootCause")) &&
      (isGroupOfIssues(group) || group === "issues") &&
      unit.parent?.kind === "heading" &&
      sectionKindOf(unit.parent.title) === group &&
      !beside.test(unit.title),
  },
  {
    name: "counts passes",
    weight: -2,
    test: ({ line }) => /\b\d+ (?:\w+ )?(?:tests? )?pass(?:ed|ing|es)?\b/i.test(line),
  },
  {
    name: "marked heading in a group",
    weight: 1.5,
    test: (candidate) => candidate.unit.kind === "heading" && candidate.title.status !== null && inGroup(candidate),
  },
  {
    name: "failed test",
    weight: 0.6,
    test: ({ line }) =>
      /\b(FAIL(ED|S|ING)?|TIMEOUT|INTERRUPTED|PANIC(KED)?|SKIPPED)\b|\bshould\b.*(fail|FAIL|timeout)/.test(line),
  },
  {
    name: "empty section",
    weight: -0.9,
    test: ({ unit, opening }) => (unit.kind === "heading" || unit.kind === "bold") && opening.length < 12,
  },
  {
    name: "ruled out",
    weight: -1.4,
    test: ({ rawTitle }) =>
      /\((incorrect|wrong|ruled out|rejected|misdiagnosis|disproved|red herring)\)|\b(initial diagnosis|ruled out|red herring|misdiagnosis)\b/i.test(
        rawTitle,
      ),
  },
  {
    name: "bold item of failure in a group of fixes",
    weight: 0.9,
    test: ({ unit, line, group }) => unit.kind === "item" && unit.lead && failure.test(line) && group === "fixes",
  },
  { name: "conditional", weight: -0.8, test: ({ rawTitle }) => /^\W*(if|when|how to|wenn|falls|si)\b/i.test(rawTitle) },
  {
    name: "named for a decision",
    weight: -1.8,
    test: ({ rawTitle, line }) => /^\W*(ADR|DD|RFC|PRD)[-_ ]\w*\d/.test(rawTitle) && !failure.test(line),
  },
  {
    name: "item of a plain list of issues",
    weight: 2.8,
    test: ({ unit, rawTitle }) =>
      unit.kind === "item" &&
      (unit.lead || unit.ordinal !== null || unit.checked !== null) &&
      listsIssues(unit) &&
      rawTitle.length > 8,
  },
  {
    name: "task in a group of issues",
    weight: 0.6,
    test: ({ unit, group }) => unit.checked !== null && (group === "issues" || isGroupOfIssues(group)),
  },
  { name: "nested item", weight: -1, test: ({ unit }) => unit.kind === "item" && unit.parent?.kind === "item" },
  {
    name: "item that opens with a file",
    weight: 0.5,
    test: ({ unit, rawTitle }) => unit.kind === "item" && /^[^\s]*[\w-]+\.[a-z]{1,5}\b/i.test(rawTitle),
  },
  {
    name: "passes",
    weight: -1.1,
    test: ({ unit, rawTitle }) =>
      unit.kind !== "heading" &&
      /\b(pass(ed|es|ing)|succe\w+|working|validated|compiles?|ready|verified)\b/i.test(rawTitle),
  },
  {
    name: "in a note of issues",
    weight: 1.2,
    test: ({ unit, groups, noteKind }) => unit.kind === "heading" && groups.length === 0 && issueKinds.has(noteKind),
  },
  {
    name: "top heading of a note of issues",
    weight: -2.1,
    test: ({ unit, noteKind }) => unit.kind === "heading" && unit.parent?.kind === "note" && issueKinds.has(noteKind),
  },
  { name: "prose of failure", weight: 0.1, test: ({ opening }) => failure.test(opening) },
  { name: "prose of fixing", weight: -0.1, test: ({ opening }) => fixing.test(opening) },
  {
    name: "directly under the heading of a group",
    weight: 0.8,
    test: ({ unit, title }) =>
      unit.kind === "heading" &&
      unit.parent?.kind === "heading" &&
      issueKinds.has(sectionKindOf(unit.parent.title)) &&
      title.title !== "",
  },
  {
    name: "among siblings that explain problems",
    weight: 0.7,
    test: ({ explainedSiblings }) => explainedSiblings >= 0.5,
  },
  {
    name: "heading in a note of known issues",
    weight: 2,
    test: ({ unit, noteKind }) => unit.kind === "heading" && noteKind === "openIssues",
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
  { name: "in a group of open issues", weight: 0, test: ({ group }) => group === "openIssues" },
  {
    name: "row with a mark of failure",
    weight: 0,
    test: ({ unit }) => unit.kind === "row" && unit.cells.some(({ text }) => /[❌🔴✗✘]/u.test(text)),
  },
  {
    name: "bold item of failure that states its status",
    weight: 2.4,
    test: ({ unit, title, line, groups }) =>
      unit.kind === "item" && unit.lead && title.status?.worded === true && failure.test(line) && !isVetoed(groups),
  },
  {
    name: "entry of a catalogue",
    weight: 2.6,
    test: ({ unit, ownKind, siblings }) =>
      unit.kind === "heading" &&
      isCatalogue(unit.parent) &&
      isEntry(unit) &&
      !isGroupOfIssues(ownKind) &&
      siblings.filter(({ kind }) => kind === "heading").length > 1,
  },
  {
    name: "beside the entries of a catalogue",
    weight: -4,
    test: ({ unit }) => unit.kind === "heading" && isCatalogue(unit.parent) && beside.test(unit.title),
  },
  {
    name: "bold item of a uniform list in a group of issues by status",
    weight: 3,
    test: ({ unit, siblings, group }) =>
      unit.kind === "item" &&
      unit.lead &&
      isGroupOfIssues(group) &&
      unit.parent?.kind === "heading" &&
      unit.span.end - unit.head.end > 20 &&
      (siblings.filter(({ kind, lead }) => kind === "item" && lead).length > 1 ||
        sectionKindOf(unit.parent.title) === group) &&
      siblings.every(({ kind, lead }) => kind !== "item" || lead),
  },
  {
    name: "problem and status",
    weight: 1,
    test: ({ roles }) => roles.has("problem") && (roles.has("status") || roles.has("severity")),
  },
  { name: "with fix and files", weight: 0.6, test: ({ roles }) => roles.has("fix") && roles.has("files") },
  { name: "words of failure", weight: 1.4, test: ({ line }) => failure.test(line) },
  { name: "words of fixing", weight: 0.4, test: ({ line }) => fixing.test(line) },
  { name: "status in title", weight: 0, test: ({ title }) => title.status !== null },
  { name: "severity in title", weight: -0.4, test: ({ title }) => title.severity !== null },
  { name: "field problem", weight: 0.8, test: has("problem") },
  { name: "field root cause", weight: 0.2, test: has("rootCause") },
  { name: "field fix", weight: 0.1, test: has("fix") },
  { name: "field verification", weight: 1.2, test: has("verification") },
  { name: "field impact", weight: 0.4, test: has("impact") },
  { name: "field files", weight: 0.6, test: has("files") },
  { name: "field severity", weight: 0.6, test: has("severity") },
  { name: "field status", weight: 1.1, test: has("status") },
  { name: "two of problem, cause, fix", weight: 1.8, test: (candidate) => explained(candidate) >= 2 },
  { name: "no problem, cause or fix", weight: -0.7, test: (candidate) => explained(candidate) === 0 },
  { name: "in a group of issues by status", weight: 0.5, test: ({ group }) => isGroupOfIssues(group) },
  { name: "in a group of issues", weight: -0.4, test: ({ group }) => group === "issues" },
  { name: "in a group of fixes", weight: -1.3, test: ({ group }) => group === "fixes" },
  { name: "among achievements", weight: -0.6, test: ({ group }) => group === "working" },
  {
    name: "among actions or plans",
    weight: -0.2,
    test: ({ groups }) => groups.some((kind) => kind === "actions" || kind === "plan"),
  },
  { name: "among things that are no issues", weight: -1.8, test: ({ groups }) => isVetoed(groups) },
  { name: "under a label", weight: -0.4, test: ({ unit }) => hasLabelAbove(unit) },
  { name: "title is a label", weight: -2.2, test: ({ unit }) => roleOf(unit.title) !== null },
  {
    name: "title of a general section",
    weight: -0.6,
    test: ({ ownKind, title }) =>
      title.counter === null &&
      title.ids.length === 0 &&
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
    test: ({ unit, rawTitle }) =>
      planWord.test(rawTitle.replace(/^[^\p{L}]+/u, "")) &&
      (unit.kind !== "item" || !/^[^\p{L}]*\p{L}+ \d+ \p{L}/u.test(rawTitle)),
  },
  {
    name: "requirement or decision",
    weight: 1.3,
    test: ({ rawTitle, title }) => decision.test(rawTitle) && title.ids.length === 0,
  },
  { name: "item without bold lead", weight: -0.6, test: ({ unit }) => unit.kind === "item" && !unit.lead },
  { name: "item with bold lead", weight: -0.3, test: ({ unit }) => unit.kind === "item" && unit.lead },
  { name: "table row", weight: 0.4, test: ({ unit }) => unit.kind === "row" },
  { name: "bold line", weight: -1.1, test: ({ unit }) => unit.kind === "bold" },
  { name: "second level heading", weight: 0.2, test: ({ unit }) => unit.kind === "heading" && unit.depth <= 2 },
  { name: "long title", weight: -0.6, test: ({ rawTitle }) => rawTitle.length > 110 },
];

/** "Fixes Applied" and "Root Causes" hold issues, "Fix" and "Root Cause" speak of the one above them. */
const plural =
  /\b(issues|problems|bugs|errors|failures|fixes|solutions|root causes|changes|corrections|violations|findings|gaps|causes|vulnerabilities|blockers|tests|results)\b|^\W*what (was|were|we|got) /i;

/** A "Root Cause Analysis" that falls into several sections is a group, not a label. */
function holdsSections(unit: Unit): boolean {
  return unit.children.filter((child) => child.kind === "heading" && roleOf(child.title) === null).length >= 2;
}

function hasLabelAbove(unit: Unit): boolean {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (roleOf(above.title) !== null && !plural.test(above.title) && !holdsSections(above)) return true;
  }
  return false;
}

/** A heading of such words alone ("Bugs fixed", "Open issues") promises that every item below is an issue. */
const issueWords = new Set(
  listWords(`
    bugs, issues, problems, failures, defects, errors, regressions, vulnerabilities, violations, fixed, resolved, solved, known,
    open, remaining, found, list, of, the, all, critical, major, minor, other, new, identified, discovered, reported, and, current,
    outstanding, fixes, applied, bug, incidents, postmortems, incidentes, incidencias, vorfälle, limitations, and, log, report, in, project, 问题, 问题列表, 已修复的问题, 不具合, 問題, fehler, probleme, problemas, errores, erros, corregidos, corrigidos
  `),
);

/** A note, or a section, whose title says that it lists issues and nothing else: "Known bugs", "Incidents". */
function isCatalogue(unit: Unit | null): boolean {
  if (unit === null || (unit.kind !== "note" && unit.kind !== "heading")) return false;
  const words = normalizeLabel(unit.title)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => issueWords.has(word)) && words.some((word) => issueNouns.test(word));
}

const beside =
  /\b(contribut\w+|report(ing)? (an? |new )?(bugs?|issues?)|support|getting help|contact|references|template|legend|resources|faq|workarounds?|how to|see also|history|overview|summary|levels|similar patterns)\b/i;

/** A section of a catalogue that tells one thing: no category with sections or a list of named things of its own. */
function isEntry({ title, children, blocks }: Unit): boolean {
  if (roleOf(title) !== null || beside.test(title)) return false;
  if (children.some((child) => child.kind === "heading" && roleOf(child.title) === null)) return false;
  const named = children.filter(({ kind, lead, checked }) => kind === "item" && (lead || checked !== null));
  return !(named.length > 1 && blocks.every(({ type }) => type === "list"));
}

const issueNouns =
  /^(bugs|issues|problems|failures|defects|errors|incidents|postmortems|incidentes|incidencias|vorfälle|regressions|vulnerabilities|violations|fehler|probleme|problemas|errores|erros|\P{ASCII}+)$/u;

function listsIssues(unit: Unit): boolean {
  if (unit.parent === null || unit.parent.kind === "item" || unit.parent.kind === "note") return false;
  const words = normalizeLabel(unit.parent.title).split(/\s+/);
  return words.every((word) => issueWords.has(word)) && words.some((word) => issueNouns.test(word));
}

/** Whether the unit is one of several alike beside each other: two more of its kind, counted, marked or explained like it. */
function isInSeries({ unit, title, siblings }: Candidate): boolean {
  const alike = siblings.filter(
    (other) => other !== unit && other.kind === unit.kind && other.depth === unit.depth && other.lead === unit.lead,
  );
  if (title.counter === null && title.status === null) return false;
  const same = alike.filter((other) =>
    title.counter !== null
      ? /^\W*(\p{L}+\s*)?#?\d/u.test(other.title) || other.ordinal !== null
      : /[\p{Extended_Pictographic}]/u.test(other.title),
  );
  return same.length >= 1;
}

/** Adds up the weights of the signals that hold. */
export function scoreCandidate(candidate: Candidate): number {
  return signals.reduce((sum, { weight, test }) => (test(candidate) ? sum + weight : sum), 0);
}

/** The names of the signals that hold, for explanations. */
export function explainScore(candidate: Candidate): string[] {
  return signals
    .filter(({ test }) => test(candidate))
    .map(({ name, weight }) => `${name} (${weight > 0 ? "+" : ""}${weight})`);
}

/** What the section that a unit stands in holds; a label or a unit of unknown kind passes the question on. */
export function sectionKindsAbove(unit: Unit): SectionKind[] {
  const kinds: SectionKind[] = [];
  for (let above = unit.parent; above; above = above.parent) {
    if (above.kind === "note") break;
    const kind = sectionKindOf(above.title);
    if (kind !== "other") kinds.push(kind);
  }
  // "Performance" under "Known issues" is what they are about.
  const group = kinds.findIndex(isGroupOfIssues);
  return kinds.filter((kind, index) => index > group || !topics.has(kind));
}

/** A unit in, the signals that it is an issue out: each a row with a weight, so that a reader can be told why. */
import type { Field } from "./read-fields.ts";
import type { Unit } from "./outline.ts";
import type { SectionKind } from "./lexicon.ts";
import { roleOf, sectionKindOf } from "./read-label.ts";
import type { TitleReading } from "./read-title.ts";

/** Everything a signal may look at. */
export interface Candidate {
  unit: Unit;
  title: TitleReading;
  rawTitle: string;
  fields: Field[];
  roles: ReadonlySet<string>;
  /** Kind of the nearest section above that says what it holds. */
  group: SectionKind;
  /** Kinds of all sections above, nearest first. */
  groups: readonly SectionKind[];
  ownKind: SectionKind;
  siblings: readonly Unit[];
  score: number;
}

export interface Signal {
  name: string;
  /** Added to the score when the test holds; a candidate with a score above zero is an issue. */
  weight: number;
  test: (candidate: Candidate) => boolean;
}

const failure = /\b(fail\w*|error\w*|bugs?|crash\w*|panic\w*|broken|breaks?|missing|wrong\w*|incorrect\w*|invalid|leak\w*|race|races|hang\w*|hung|timeouts?|timed out|mismatch\w*|flak\w+|deadlock\w*|duplicat\w*|regression\w*|vulnerab\w*|violat\w*|stuck|stale|corrupt\w*|overflow\w*|null|undefined|not (found|working|set|called|updated|populated|persisted|registered|loaded|sent)|never|cannot|can.?t|doesn.?t|isn.?t|unable|inconsisten\w*|conflict\w*|lost|loss|exhaust\w*|refused|rejected|denied|unexpected\w*|infinite|slow\w*|nil|pollution|hardcoded|undefined|unhandled|uninitialized|incompat\w*|outdated|bottleneck|4\d\d|5\d\d|issue|issues|problem|problems|defect|blocker|exposed|injection|limitation|incomplete|empty|without|no \w+)\b|失败|错误|缺失|不一致|無限|失敗|エラー/iu;
const fixing = /\b(fix(ed|es|ing)?|resolv\w+|correct(ed|ion)|repair\w*|patch\w*|hotfix|bugfix|solved)\b|修复|修正/iu;
const counters = new Set(["bug", "issue", "problem", "failure", "error", "defect", "blocker", "violation", "gap", "regression", "vulnerability", "finding", "incident", "crash", "flaky test", "test failure", "failing test", "anti-pattern", "inconsistency", "discrepancy", "问题", "問題", "错误", "缺陷", "不具合", "fehler", "problema", "erro"]);
const fixCounters = new Set(["fix", "solution", "root cause", "resolution", "修复", "修正", "correção", "corrección"]);
const planWord = /^(phase|step|option|day|week|task|tier|part|hypothesis|approach|scenario|test(?: case)?|milestone|section|question|q\d|method|lesson|stage|level|case|example|priority|pattern|alternative|strategy|iteration|attempt|round|sprint|layer|rule|principle|criteri\w+|metric|commit|checkpoint|batch|wave|track|action|run|session|pr|path|goal|objective|requirement)\b[\s#]*(\d|[A-H]\b|:)/i;
const decision = /\b(BR|ADR|DD|RFC|NFR|REQ)-[A-Z0-9]/;
const isGroupOfIssues = (kind: SectionKind): boolean => ["fixedIssues", "openIssues", "partialIssues", "deferredIssues", "notIssues"].includes(kind);
const vetoed: ReadonlySet<SectionKind> = new Set(["lessons", "insights", "attempts", "hypotheses", "options", "documents", "files", "commits", "metrics", "checklist"]);

const has = (role: string) => (candidate: Candidate) => candidate.roles.has(role);
const explained = ({ roles }: Candidate): number => Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));

export const signals: readonly Signal[] = [
  { name: "bias", weight: -3, test: () => true },
  { name: "identifier", weight: 2.2, test: ({ title }) => title.ids.length > 0 },
  { name: "counted as an issue", weight: 2.4, test: ({ title }) => title.counter !== null && counters.has(title.counter.word) },
  { name: "counted as a fix", weight: 1.6, test: ({ title }) => title.counter !== null && fixCounters.has(title.counter.word) },
  { name: "numbered", weight: 0.5, test: ({ title, unit }) => title.counter?.word === "" || unit.ordinal !== null },
  { name: "words of failure", weight: 0.9, test: ({ rawTitle }) => failure.test(rawTitle) },
  { name: "words of fixing", weight: 0.6, test: ({ rawTitle }) => fixing.test(rawTitle) },
  { name: "status in title", weight: 0.5, test: ({ title }) => title.status !== null },
  { name: "severity in title", weight: 0.7, test: ({ title }) => title.severity !== null },
  { name: "field problem", weight: 1.4, test: has("problem") },
  { name: "field root cause", weight: 1.2, test: has("rootCause") },
  { name: "field fix", weight: 1.2, test: has("fix") },
  { name: "field verification", weight: 0.2, test: has("verification") },
  { name: "field impact", weight: 0.6, test: has("impact") },
  { name: "field files", weight: 0.5, test: has("files") },
  { name: "field severity", weight: 0.9, test: has("severity") },
  { name: "field status", weight: 0.5, test: has("status") },
  { name: "two of problem, cause, fix", weight: 0.6, test: (candidate) => explained(candidate) >= 2 },
  { name: "no problem, cause or fix", weight: -0.6, test: (candidate) => explained(candidate) === 0 },
  { name: "in a group of issues by status", weight: 1.6, test: ({ group }) => isGroupOfIssues(group) },
  { name: "in a group of issues", weight: 1, test: ({ group }) => group === "issues" },
  { name: "in a group of fixes", weight: 1, test: ({ group }) => group === "fixes" },
  { name: "among achievements", weight: 0.2, test: ({ group }) => group === "working" },
  { name: "among actions or plans", weight: -1.2, test: ({ groups }) => groups.some((kind) => kind === "actions" || kind === "plan") },
  { name: "among things that are no issues", weight: -4, test: ({ groups }) => groups.some((kind) => vetoed.has(kind)) },
  { name: "under a label", weight: -1.8, test: ({ unit }) => hasLabelAbove(unit) },
  { name: "title is a label", weight: -5, test: ({ unit }) => roleOf(unit.title) !== null },
  { name: "title of a general section", weight: -1.8, test: ({ ownKind, title }) => title.counter === null && title.ids.length === 0 && !["issues", "other", "fixes", "openIssues", "fixedIssues"].includes(ownKind) },
  { name: "title of a group", weight: -1.2, test: ({ ownKind, title }) => title.counter === null && title.ids.length === 0 && isGroupOfIssues(ownKind) },
  { name: "step of a plan", weight: -2, test: ({ rawTitle }) => planWord.test(rawTitle.replace(/^[^\p{L}]+/u, "")) },
  { name: "requirement or decision", weight: -0.6, test: ({ rawTitle, title }) => decision.test(rawTitle) && title.ids.length === 0 },
  { name: "item without bold lead", weight: -1.6, test: ({ unit }) => unit.kind === "item" && !unit.lead },
  { name: "item with bold lead", weight: -0.8, test: ({ unit }) => unit.kind === "item" && unit.lead },
  { name: "table row", weight: -1.5, test: ({ unit }) => unit.kind === "row" },
  { name: "bold line", weight: -0.4, test: ({ unit }) => unit.kind === "bold" },
  { name: "second level heading", weight: -0.5, test: ({ unit }) => unit.kind === "heading" && unit.depth <= 2 },
  { name: "long title", weight: -0.6, test: ({ rawTitle }) => rawTitle.length > 110 },
];

function hasLabelAbove(unit: Unit): boolean {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) if (roleOf(above.title) !== null) return true;
  return false;
}

/** Adds up the weights of the signals that hold. */
export function scoreCandidate(candidate: Candidate): number {
  return signals.reduce((sum, { weight, test }) => (test(candidate) ? sum + weight : sum), 0);
}

/** The names of the signals that hold, for explanations. */
export function explainScore(candidate: Candidate): string[] {
  return signals.filter(({ test }) => test(candidate)).map(({ name, weight }) => `${name} (${weight > 0 ? "+" : ""}${weight})`);
}

/** What the section that a unit stands in holds; a label or a unit of unknown kind passes the question on. */
export function sectionKindsAbove(unit: Unit): SectionKind[] {
  const kinds: SectionKind[] = [];
  for (let above = unit.parent; above; above = above.parent) {
    if (above.kind === "note") break;
    const kind = sectionKindOf(above.title);
    if (kind !== "other") kinds.push(kind);
  }
  return kinds;
}

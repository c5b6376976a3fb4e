/** Units that speak of one issue in, its report out: each field from the first unit that states it, the last word on status wins. */
import type { Code } from "mdast";
import { issueFields, type Evidence, type Excerpt, type FileReference, type IssueField, type IssueReport, type Severity } from "../model.ts";
import { collectCode, readCodeExamples } from "./code-examples.ts";
import { titleCell } from "./find-issues.ts";
import type { Candidate } from "./issue-signals.ts";
import { spanOf, type NoteText, type Span } from "./note-text.ts";
import type { Field } from "./read-fields.ts";
import { mergeFiles, readFiles } from "./read-files.ts";
import type { IssueGroup } from "./group-candidates.ts";
import { readIssueStatus, type NoteContext } from "./read-issue-status.ts";
import { readProse } from "./read-prose.ts";
import { readSeverity } from "./read-severity.ts";
import type { Unit } from "./outline.ts";
import { headingsAbove } from "./walk-units.ts";

/** Longest excerpt of a field, in UTF-16 units: what a reader still reads as an answer. */
const longestField = 2900;

/** Builds the report of one issue: the most telling of its units leads. */
export function assembleReport({ units, mentions, id, share }: IssueGroup, context: NoteContext): IssueReport {
  const { text } = context;
  const main = mainUnit(units);
  const own = [main, ...units.filter((unit) => unit !== main)];
  const ordered = [...own, ...mentions];
  const evidence: Evidence[] = [];
  const report: IssueReport = {
    ...emptyReport(),
    id,
    title: bestTitle(own),
    place: text.place(main.unit.span),
    evidence,
  };
  for (const role of issueFields) {
    const field = firstField(ordered, role, text) ?? unlabelledField(own, role, text);
    if (!field) continue;
    report[role] = excerptOf(field.value, text);
    evidence.push({ field: role, rule: `label "${field.label}"`, place: text.place(field.labelSpan) });
  }
  report.attempts = fieldsOf(ordered, "attempts").map((field) => excerptOf(field.value, text));
  const status = readIssueStatus(own, context);
  report.status = status.status;
  report.statusText = status.words;
  evidence.push({ field: "status", rule: status.rule, place: text.place(status.span) });
  report.severity = severityOf(ordered, text);
  report.files = shareOf(filesOf(ordered, text), share);
  report.code = ordered.flatMap(({ unit }) => codeOf(unit, text));
  report.timeToFix = firstLine(firstField(ordered, "timeToFix", text), text);
  report.estimate = firstLine(firstField(ordered, "estimate", text), text);
  return report;
}

/** A report that states nothing. */
export function emptyReport(): Omit<IssueReport, "place" | "evidence"> {
  const fields = Object.fromEntries(issueFields.map((field) => [field, null])) as Record<IssueField, null>;
  return {
    ...fields, id: null, title: "", status: "unknown", statusText: null, severity: null, components: [], files: [], attempts: [], code: [],
    timeToFix: null, estimate: null, commits: [], documentation: [],
  };
}

/** The unit that explains most: headings before items before rows, then the one with the most fields. */
function mainUnit(units: readonly Candidate[]): Candidate {
  const weight = (candidate: Candidate): number => candidate.roles.size + (candidate.unit.kind === "heading" ? 2 : candidate.unit.kind === "row" ? -2 : 0);
  return units.reduce((best, unit) => (weight(unit) > weight(best) ? unit : best));
}

/** A unit that speaks of several issues at once ("004/005") lends its title only when no other has one. */
function bestTitle(units: readonly Candidate[]): string {
  const titled = units.find(({ title }) => title.title.length > 0 && title.ids.length < 2) ?? units.find(({ title }) => title.title.length > 0);
  if (titled) return titled.title.title;
  const counter = units[0]?.title.counter;
  return counter ? `${counter.word} ${counter.number}`.trim() : (units[0]?.rawTitle ?? "");
}

function fieldsOf(units: readonly Candidate[], role: string): Field[] {
  return units.flatMap(({ fields }) => fields.filter((field) => field.role === role));
}

/** Among labels of one role, those that name it outright come before those that only touch on it. */
const rank: Partial<Record<string, readonly RegExp[]>> = {
  problem: [/\b(problem|issue|bug|symptoms?|what happened|actual|vulnerability|defect)\b|问题|現象|症状/i, /\b(error|failure|description|observ\w+|finding|violation)\b/i],
  rootCause: [/root cause|根本原因|根因|causa ra/i, /\b(cause|why|reason)\b|原因/i],
  fix: [/\b(fix|fixes|solution|solutions|resolution|remed\w+|correct\w+)\b|修复|修正|解决|behebung|soluci/i, /\b(changes?|implementation|patch|what (was )?changed)\b/i],
  verification: [/\b(verif\w+|validat\w+|proof)\b|验证|検証/i, /\b(results?|outcome)\b/i],
};

/** "Expected results" and a list of failing tests verify nothing yet. */
function isHoped({ role, label }: Field): boolean {
  return role === "verification" && /\bexpected\b|^tests?$/i.test(label.trim());
}

function firstField(units: readonly Candidate[], role: string, text: NoteText): Field | null {
  const fields = fieldsOf(units, role).filter((field) => isStated(text.plain(field.value)) && !isHoped(field));
  const order = rank[role] ?? [];
  const rankOf = ({ label, form, value }: Field): number => {
    const index = order.findIndex((pattern) => pattern.test(label));
    // A line that states it says more in less than a long section that leads up to it.
    const long = form === "heading" && value.end - value.start > 1200 ? 0.5 : 0;
    const later = role === "fix" && /\b(recommended|proposed|long[- ]term|future|suggested|workaround|step \d)\b/i.test(label) ? 1 : 0;
    return (index < 0 ? order.length : index) + long + later;
  };
  const best = fields.reduce<Field | null>((chosen, field) => (chosen === null || rankOf(field) < rankOf(chosen) ? field : chosen), null);
  return best && withContinuation(best, fields, text);
}

/** "Solution" with the code and "Key changes" right below it are one answer. */
function withContinuation(first: Field, fields: readonly Field[], text: NoteText): Field {
  let end = text.trim(first.value).end;
  for (const next of fields) {
    const follows = next.labelSpan.start >= end && text.text.slice(end, next.labelSpan.start).trim() === "";
    if (follows && next.value.end - first.value.start <= longestField) end = text.trim(next.value).end;
  }
  return { ...first, value: { start: first.value.start, end: Math.max(end, first.value.end) } };
}

/** What no label says is read from the prose of the units, the problem else from their impact, else from the title. */
function unlabelledField(units: readonly Candidate[], role: string, text: NoteText): Field | null {
  if (!["problem", "rootCause", "fix", "verification"].includes(role)) return null;
  const prose = units.filter(({ unit }) => unit.kind !== "note" && unit.kind !== "row").flatMap(({ unit, fields }) => readProse(unit, fields, text).filter((field) => field.role === role));
  const told = prose.find(({ label }) => label === "prose") ?? (role === "problem" ? undefined : prose[0]);
  if (told) return told;
  if (role === "verification") {
    // "**Test impact**: all passed" tells what the fix brought.
    const proof = firstField(units, "impact", text);
    return proof && /\btests? (now )?pass|\ball passed\b|\bnow (passing|works?)\b/i.test(text.plain(proof.value)) ? proof : null;
  }
  if (role !== "problem") return null;
  const impact = firstField(units, "impact", text);
  if (impact && !gain.test(text.plain(impact.value))) return impact;
  const failing = units.find(({ unit, title }) => unit.kind !== "note" && statesFailure(title.title));
  if (!failing) return prose[0] ?? null;
  const value = failing.unit.kind === "row" ? titleCell(failing.unit) : failing.unit.head;
  return { role: "problem", label: "title", labelSpan: value, value, form: "plain" };
}

/** An impact that rates or that counts what the fix brought says nothing of the problem. */
const gain = /^\W*(low|medium|high|critical|none|minor|major|all |unblock|eliminat|improv|reduc|fix|enabl|ensur|prevent|clean|restor|✅|\+|-\d)/iu;
const failureVerb = /\b(fail(s|ed|ing)?|return(s|ing|ed)?|crash(es|ed|ing)?|not|cannot|can.t|doesn.t|isn.t|missing|swallow\w*|never|hang(s|ing)?|leaks?|breaks?|broken|wrong|stuck|lost|los(es|ing)|overwrites?|ignor(es|ed)|silently|shadows?|loops?|hardcod\w+|clutters?|pollut\w+|dead|stale|throws?|rejects?|denied|refused|times? out)\b/i;

/** "Search fails with a parse error" tells the problem; "Lifecycle tests (7 failures)" only names it. */
function statesFailure(title: string): boolean {
  return title.split(/\s+/).length >= 3 && failureVerb.test(title.replace(/\([^)]*\)/g, " "));
}

/** "TBD", "N/A" and "-" state nothing. */
function isStated(value: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(value) && !/^\W*(tbd|n\/?a|none|unknown|to be (determined|investigated)|see (above|below))\b[^\n]{0,40}$/i.test(value.trim());
}

/** Cuts a long value at the end of a line, so that the excerpt stays a slice that can be read. */
function excerptOf(value: Span, text: NoteText): Excerpt {
  const span = text.trim(value);
  if (span.end - span.start <= longestField) return text.excerpt(span);
  const cut = text.text.lastIndexOf("\n\n", span.start + longestField);
  const line = text.text.lastIndexOf("\n", span.start + longestField);
  const end = cut > span.start ? cut : line > span.start ? line : span.start + longestField;
  return text.excerpt({ start: span.start, end });
}

function firstLine(field: Field | null, text: NoteText): string | null {
  return field ? (text.plain(field.value).split("\n", 1)[0]?.trim() ?? null) : null;
}

function severityOf(units: readonly Candidate[], text: NoteText): Severity | null {
  for (const { fields, title } of units) {
    const stated = fields.filter((field) => field.role === "severity").map((field) => readSeverity(text.plain(field.value)));
    const severity = stated.find((value) => value !== null) ?? title.severity;
    if (severity) return severity;
  }
  for (const { fields } of units) {
    // "**Impact**: Low - only edge cases" rates as well as tells.
    const impact = fields.find((field) => field.role === "impact");
    const rated = impact ? rating.exec(text.plain(impact.value)) : null;
    if (rated) return readSeverity(rated[0]);
  }
  for (const { unit } of units) {
    for (const above of headingsAbove(unit)) {
      const severity = groupSeverity.test(above.title) ? readSeverity(above.title) : null;
      if (severity) return severity;
    }
  }
  return null;
}

const rating = /^\W*(critical|blocker|high|medium|moderate|low|minor|致命|严重|高|中|低)(?![\p{L}])|^\W*(致命的)/iu;
/** "High Priority", "P1 issues", "Critical API bugs (2)", "MEDIUM — fixed": the heading of a group lends its severity. */
const groupSeverity = /\bP[0-4]\b|\b(critical|high|medium|low|major|minor|moderate)\b[\s-]*(\w+ )?(priority|severity|bugs?|issues?|gaps?|failures?|problems?|violations?|blockers?|impact|risk)\b|^\W*(critical|high|medium|low|blockers?|kritisch|hoch|mittel|niedrig)\s*([-–—:(].*)?$|(priority|severity)\s*:?\s*(critical|high|medium|low)/i;

/** Files of labels, prose and of comments that head a code block; code itself names too many. */
function filesOf(units: readonly Candidate[], text: NoteText): FileReference[] {
  const files: FileReference[] = [];
  for (const { unit } of units) {
    const codes = collectCode(unit.blocks.length > 0 || unit.children.length > 0 ? nodesOf(unit) : []);
    let offset = unit.span.start;
    let prose = "";
    for (const code of codes) {
      const { start, end } = spanOf(code);
      prose += text.text.slice(offset, start) + headComment(code);
      offset = Math.max(offset, end);
    }
    prose += text.text.slice(offset, Math.max(offset, unit.span.end));
    files.push(...readFiles(prose));
  }
  return mergeFiles(files);
}

/** "004/005" with two files: one each, in their order. */
function shareOf(files: FileReference[], share: IssueGroup["share"]): FileReference[] {
  return share && files.length === share.of ? files.slice(share.index, share.index + 1) : files;
}

/** The first comment lines of a block: `// pkg/server/server.go (NewServer)`. */
function headComment(code: Code): string {
  const lines = code.value.split("\n").slice(0, 2);
  return lines.filter((line) => /^\s*(\/\/|#|--|\/\*|<!--|;)/.test(line)).map((line) => `\n${line.trim()}\n`).join("");
}

export function nodesOf(unit: Unit): Unit["blocks"] {
  return [...unit.blocks, ...unit.children.filter(({ kind }) => kind === "heading" || kind === "bold").flatMap(nodesOf)];
}

function codeOf(unit: Unit, text: NoteText) {
  return collectCode(nodesOf(unit)).flatMap((code) => {
    const { start } = spanOf(code);
    const lead = text.text.slice(Math.max(unit.span.start, start - 160), start).trimEnd().split("\n").at(-1) ?? "";
    return readCodeExamples(code, text, lead);
  });
}

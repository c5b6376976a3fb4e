/** A note that is wholly about one problem in, that problem out: titled by the note, its sections are the fields. */
import type { RootContent } from "mdast";
import type { Document, IssueReport } from "../../model.ts";
import { assembleReport } from "./assemble-report.ts";
import { findSentence } from "./find-sentence.ts";
import type { Candidate } from "./issue-signals.ts";
import type { Role, SectionKind } from "../words/lexicon.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readIdentifiers } from "../words/read-identifiers.ts";
import { headingsAbove } from "../layout/walk-units.ts";
import { readSeverity } from "../words/read-severity.ts";
import { readFields, type Field } from "../layout/read-fields.ts";
import type { IssueStatus } from "./read-issue-status.ts";
import { readMetaFields } from "./read-meta-fields.ts";
import { readTitle } from "./read-title.ts";
import { roleOf, sectionKindOf } from "../words/read-label.ts";

export interface NoteIssue {
  report: IssueReport;
  /** Issues that stand in the note beside its main one. */
  keep: Candidate[];
}

const singular =
  /\b(bug|fix|hotfix|discrepancy|root cause|rca|failure|failing|issue|incident|outage|post-?mortem|error|crash|regression|vulnerability|cve|flak\w+|race|violation|mismatch|missing|broken|timeouts?|leak|deadlock|hang|problem|defect|unavailable|degraded|down|overflow|inconsisten\w+|false positive|bogus|cannot|fails?|wrong|lessons learned|blocker)\b|不具合|障害|故障|修复|问题|fehler\b|\berror\b/iu;
const several =
  /\b(issues|bugs|fixes|failures|problems|errors|violations|gaps|session|summary of|status report|progress|handoff|daily|sprint|known|lessons from|changelog|overview|migration|refactoring|clarification|end-of-day|update|plan|roadmap|implementation|design|guide|errores|fehlerbehebung|test verification)\b/i;

/** Reads the note as one issue, or null when it is about several things or about none. */
export function readNoteIssue(
  note: Unit,
  text: NoteText,
  selected: readonly Candidate[],
  status: IssueStatus | null,
  { meta, bodyOffset }: Pick<Document, "meta" | "bodyOffset">,
): NoteIssue | null {
  const title = readTitle(note.title);
  const apart = selected.filter(isTold);
  const fields = noteFields(note, text, status === null).filter(
    ({ labelSpan }) => !apart.some(({ unit }) => labelSpan.start >= unit.span.start && labelSpan.end <= unit.span.end),
  );
  fields.push(...readMetaFields(text, bodyOffset));
  const roles = new Set<string>(fields.map((field) => field.role));
  if (!isOneProblem(note, title.ids.length > 0, roles, selected, meta)) return null;
  addFallbacks(fields, note, text);
  const candidate: Candidate = {
    unit: note,
    title,
    rawTitle: note.title,
    line: note.title,
    fields,
    roles: new Set(fields.map((field) => field.role)),
    group: "other",
    groups: [],
    ownKind: "other",
    siblings: [],
    noteKind: "other",
    opening: "",
    explainedSiblings: 0,
    score: 0,
  };
  const report = assembleReport(
    { id: title.ids[0] ?? metaId(meta) ?? advisoryId(text.text), units: [candidate], mentions: [], share: null },
    { text, status },
  );
  report.severity ??= readSeverity(String(meta["severity"] ?? meta["priority"] ?? ""));
  return { report, keep: selected.filter((other) => isApart(other, report.id)) };
}

/** A unit that names and explains an issue of its own keeps what stands in it. */
function isTold({ title, roles }: Candidate): boolean {
  return (
    title.ids.length > 0 ||
    (title.counter !== null && title.counter.word !== "" && (roles.has("problem") || roles.has("rootCause")))
  );
}

/** Another id, or a place among what remains open: an issue beside the note's main one. */
function isApart({ title, groups, unit }: Candidate, id: string | null): boolean {
  if (title.ids.length > 0) return !title.ids.includes(id ?? "");
  if (isOfAnalysis({ unit })) return false;
  const aside = [...headingsAbove(unit)].some(({ title: above }) =>
    /\b(related|other|additional|secondary|separate)\b.*\b(issues?|fix(es)?|bugs?|problems?)\b/i.test(above),
  );
  return aside || groups.includes("openIssues") || groups.includes("deferredIssues");
}

function isOneProblem(
  note: Unit,
  named: boolean,
  roles: ReadonlySet<string>,
  selected: readonly Candidate[],
  meta: Record<string, unknown>,
): boolean {
  // A decision or a requirement names no defect, whatever problem it answers.
  if (/^\W*(ADR|BR|DD|RFC|PRD|REQ|NFR)[-_ ]?\d/.test(note.title) && !singular.test(note.title)) return false;
  if (named && singular.test(note.title)) return true;
  if (isIncident(meta, note.title)) return true;
  const explained = Number(roles.has("problem")) + Number(roles.has("rootCause")) + Number(roles.has("fix"));
  if (summarized(selected)) return true;
  const one = singular.test(note.title) && !several.test(note.title);
  const counted = selected.filter(({ title }) => title.ids.length > 0 || countsIssues(title.counter?.word ?? ""));
  if (selected.length === 0)
    return (
      (one && (explained > 0 || named)) ||
      (explained >= 2 && (roles.has("problem") || roles.has("rootCause")) && !several.test(note.title))
    );
  // "Finding 3" and "Cause 2" are steps of one analysis, however many there are.
  const steps = selected.filter(
    (candidate) => isStep(candidate.title.counter?.word ?? "") || isOfAnalysis(candidate),
  ).length;
  const told = selected.filter(
    ({ title, unit, roles: own }) =>
      !isStep(title.counter?.word ?? "") &&
      !isOfAnalysis({ unit }) &&
      own.has("problem") &&
      (own.has("rootCause") || own.has("fix")),
  );
  if (one && analysed(note) && told.length < 2) return true;
  return one && explained >= 2 && counted.length < 2 && selected.length - steps < 3 && told.length < 2;
}

/** What stands under "Root Cause Analysis" or "Likely causes" are causes of the one problem. */
function isOfAnalysis({ unit }: Pick<Candidate, "unit">): boolean {
  return [...headingsAbove(unit)].some(
    ({ title }) => roleOf(title) === "rootCause" || /\b(root |likely |possible )causes?\b|\bdiagnos\w+/i.test(title),
  );
}

/** A note whose own sections are the cause beside the problem or the fix tells one problem from end to end. */
function analysed(note: Unit): boolean {
  const roles = new Set(note.children.filter(({ kind }) => kind === "heading").map(({ title }) => roleOf(title)));
  return roles.has("rootCause") && (roles.has("problem") || roles.has("fix"));
}

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

/** Front matter of incident pages and lesson logs says what went wrong, and how badly; a planned update is no incident. */
function isIncident(meta: Record<string, unknown>, title: string): boolean {
  const described = meta["severity"] !== undefined || meta["resolved"] !== undefined;
  if (!described || title === "") return false;
  if (meta["fix"] !== undefined || meta["root_cause"] !== undefined || meta["rootCause"] !== undefined) return true;
  return !/\b(updates?|upgrade|maintenance|migration|planned|scheduled|rollout)\b/i.test(title);
}

function metaId(meta: Record<string, unknown>): string | null {
  const id = meta["id"];
  return typeof id === "string" || typeof id === "number" ? String(id).toUpperCase() : null;
}

/** The one CVE or GHSA that an advisory speaks of; with several the note names none. */
function advisoryId(text: string): string | null {
  const ids = new Set(
    readIdentifiers(text)
      .map(({ id }) => id)
      .filter((id) => /^(CVE|GHSA)-/.test(id)),
  );
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

const elsewhere: ReadonlySet<SectionKind> = new Set([
  "lessons",
  "insights",
  "options",
  "hypotheses",
  "actions",
  "attempts",
  "documents",
  "commits",
  "checklist",
]);

/** The fields of the note wherever they stand: those of its own sections first, then those of sections within sections. */
function noteFields(note: Unit, text: NoteText, withStatus: boolean): Field[] {
  const isWanted = (field: Field): boolean => (withStatus || field.role !== "status") && isFilled(field);
  const own = readFields(note, text.text).filter(isWanted);
  const deeper: Field[] = [];
  const visit = (unit: Unit): void => {
    for (const child of unit.children) {
      if ((child.kind !== "heading" && child.kind !== "bold") || elsewhere.has(sectionKindOf(child.title))) continue;
      if (roleOf(child.title) === null || unit !== note) deeper.push(...readFields(child, text.text).filter(isWanted));
      visit(child);
    }
  };
  visit(note);
  return [...own, ...deeper];
}

function isFilled(field: Field): boolean {
  return field.value.end - field.value.start > 3;
}

/** Sections that answer without carrying the label itself: "TDD GREEN: fix implementation", "What we found". */
const kindOfRole: readonly (readonly [Role, RegExp])[] = [
  ["rootCause", /\broot cause|\bwhy\b|\bcause\b|原因|根因/i],
  ["fix", /\b(fix(es|ed)?|solution|resolution|implementation|changes|what actually)\b|修复|解决|修正/i],
  ["verification", /\b(verif\w+|validat\w+|test(ing)? results?|results?|evidence|impact of fix|proof)\b|验证|検証/i],
  [
    "problem",
    /\b(problem|issue|bug|symptoms?|what happened|the error|observation|vulnerability|timeline|background|summary|overview)\b|问题|概要/i,
  ],
];

/** A role that no label names is read from the section whose heading speaks of it, the problem else from the opening prose. */
function addFallbacks(fields: Field[], note: Unit, text: NoteText): void {
  for (const [role, pattern] of kindOfRole) {
    if (fields.some((field) => field.role === role)) continue;
    const section = note.children.find(
      (child) => child.kind === "heading" && pattern.test(child.title) && !elsewhere.has(sectionKindOf(child.title)),
    );
    const value = section ? proseOf(section, text) : null;
    if (section && value) fields.push({ role, label: section.title, labelSpan: section.head, value, form: "heading" });
  }
  if (!fields.some((field) => field.role === "problem")) addOpeningProse(fields, note, text);
  addSentences(fields, note, text);
}

function addOpeningProse(fields: Field[], note: Unit, text: NoteText): void {
  const first = note.children.find(({ kind }) => kind === "heading" || kind === "bold" || kind === "footer");
  const prose = note.blocks.find(
    (block) =>
      block.type === "paragraph" &&
      !fields.some(({ value }) => isWithin(value, spanOf(block))) &&
      !/^[^\n:]{1,30}:\s/.test(text.plain(spanOf(block))),
  );
  if (!prose) return;
  const value = text.trim({ start: spanOf(prose).start, end: first?.span.start ?? note.span.end });
  if (value.end - value.start > 20)
    fields.push({ role: "problem", label: "opening prose", labelSpan: note.head, value, form: "plain" });
}

/** What no section is for, a sentence of the prose may state outright. */
function addSentences(fields: Field[], note: Unit, text: NoteText): void {
  const spans = proseIn(note).map(spanOf);
  for (const role of ["rootCause", "fix", "verification"] as const) {
    if (fields.some((field) => field.role === role)) continue;
    const sentence = findSentence(spans, role, text);
    if (sentence) fields.push({ role, label: "sentence", labelSpan: sentence, value: sentence, form: "plain" });
  }
}

/** Paragraphs and lists of the note and of the sections that speak of its matter. */
function proseIn(unit: Unit): RootContent[] {
  const inside = unit.children.filter(
    ({ kind, title }) => (kind === "heading" || kind === "bold") && !elsewhere.has(sectionKindOf(title)),
  );
  return [...unit.blocks.filter(({ type }) => type === "paragraph" || type === "list"), ...inside.flatMap(proseIn)];
}

/** A section without the header lines ("Status: …") it may open with; null when there is nothing else. */
function proseOf(section: Unit, text: NoteText): Span | null {
  const first = section.blocks.find(
    (block) => block.type !== "paragraph" || !/^[^\n:]{1,30}:\s/.test(text.plain(spanOf(block))),
  );
  const inside = section.children.find(({ kind }) => kind === "heading" || kind === "bold");
  const start = first ? spanOf(first).start : inside?.span.start;
  return start === undefined ? null : { start: Math.min(start, inside?.span.start ?? start), end: section.span.end };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

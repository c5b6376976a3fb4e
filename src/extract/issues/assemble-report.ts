/** Units that speak of one issue in, its report out: each field from the first unit that states it, the last word on status wins. */
import { issueFields, type Evidence, type Excerpt, type IssueField, type IssueReport } from "../../model.ts";
import { collectCode, readCodeExamples } from "./code-examples.ts";
import { fieldElsewhere } from "./choose-elsewhere.ts";
import { answerOf, fieldsOf, firstField, longestField, unlabelledField } from "./choose-field.ts";
import type { Candidate } from "./candidate.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";
import { readIssueFiles, shareOf } from "./read-issue-files.ts";
import type { IssueGroup } from "./group-candidates.ts";
import type { NoteContext } from "./issue-status.ts";
import { readIssueStatus } from "./read-issue-status.ts";
import { readIssueSeverity } from "./read-issue-severity.ts";
import type { Told } from "./signs-of-deeds.ts";
import { fieldInCode } from "./told-in-code.ts";
import type { Unit } from "../layout/unit.ts";
import { readComponents } from "../words/read-components.ts";
import { nodesOf } from "../layout/walk-units.ts";

/** Builds the report of one issue: the most telling of its units leads. */
export function assembleReport(
  { units, mentions, elsewhere, id, share }: IssueGroup,
  context: NoteContext,
): IssueReport {
  const { text } = context;
  const main = mainUnit(units);
  const own = [main, ...units.filter((unit) => unit !== main)];
  const ordered = [...own, ...mentions];
  const evidence: Evidence[] = [];
  const told: Told = { fix: null, verification: null };
  const report: IssueReport = {
    ...emptyReport(),
    id: id ?? statedId(own, text),
    continues: own.map(({ unit }) => unit.directives.get("issue")).find(Boolean) ?? null,
    title: bestTitle(own),
    place: text.place(main.unit.span),
    evidence,
  };
  for (const role of issueFields) {
    const field =
      firstField(ordered, role, text) ??
      (role === "fix" ? answerOf(mentions, text) : null) ??
      // A further report states what is new: nothing is told a second time from its title or its prose.
      (report.continues === null ? unlabelledField(own, role, text) : null) ??
      fieldElsewhere(elsewhere, role, own, text) ??
      (report.continues === null ? fieldInCode(own, role, text) : null);
    if (!field) continue;
    // What was decided is the fix where there is no other, and then nothing that remains.
    if (role === "nextSteps" && /decision/i.test(field.label) && told.fix?.value.start === field.value.start) continue;
    if (role === "fix" || role === "verification") told[role] = field;
    report[role] = excerptOf(field.value, text);
    evidence.push({ field: role, rule: `label "${field.label}"`, place: text.place(field.labelSpan) });
  }
  report.attempts = fieldsOf(ordered, "attempts").map((field) => excerptOf(field.value, text));
  const status = readIssueStatus(own, told, context);
  report.status = status.status;
  report.statusText = status.words;
  evidence.push({ field: "status", rule: status.rule, place: text.place(status.span) });
  report.severity = readIssueSeverity(ordered, elsewhere, text);
  const files = shareOf(readIssueFiles(ordered, text), share);
  const further = files.length > 0 ? [] : readIssueFiles(elsewhere, text);
  // Where many are named they are those of a whole section.
  report.files = further.length > 3 ? files : [...files, ...further];
  report.code = ordered.flatMap(({ unit }) => codeOf(unit, text));
  const component = firstLine(firstField(own, "components", text), text);
  report.components = component ? readComponents(component) : [];
  report.timeToFix = firstLine(firstField(ordered, "timeToFix", text), text);
  report.estimate = firstLine(firstField(ordered, "estimate", text), text);
  return report;
}

/** "**Issue ID**: DAG-7": a label of its own names the issue. */
function statedId(units: readonly Candidate[], text: NoteText): string | null {
  const said = firstLine(firstField(units, "id", text), text);
  return said !== null && /^(#\d{1,6}|[\p{L}\d]+([-_][\p{L}\d]+)+)$/u.test(said) && /\d/.test(said)
    ? said.toUpperCase().replace(/_/g, "-")
    : null;
}

/** A report that states nothing. */
export function emptyReport(): Omit<IssueReport, "place" | "evidence"> {
  const fields = Object.fromEntries(issueFields.map((field) => [field, null])) as Record<IssueField, null>;
  return {
    ...fields,
    id: null,
    continues: null,
    title: "",
    status: "unknown",
    statusText: null,
    severity: null,
    components: [],
    files: [],
    attempts: [],
    code: [],
    timeToFix: null,
    estimate: null,
    commits: [],
    documentation: [],
  };
}

/** The unit that explains most: headings before items before rows, then the one with the most fields. */
function mainUnit(units: readonly Candidate[]): Candidate {
  const weight = (candidate: Candidate): number =>
    candidate.roles.size + (candidate.unit.kind === "heading" ? 2 : candidate.unit.kind === "row" ? -2 : 0);
  return units.reduce((best, unit) => (weight(unit) > weight(best) ? unit : best));
}

/** A unit that speaks of several issues at once ("004/005") lends its title only when no other has one. */
function bestTitle(units: readonly Candidate[]): string {
  const titled =
    units.find(({ title }) => title.title.length > 0 && title.ids.length < 2) ??
    units.find(({ title }) => title.title.length > 0);
  if (titled) return titled.title.title;
  const counter = units[0]?.title.counter;
  return counter ? `${counter.word} ${counter.number}`.trim() : (units[0]?.rawTitle ?? "");
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

function codeOf(unit: Unit, text: NoteText) {
  return collectCode(nodesOf(unit)).flatMap((code) => {
    const { start } = spanOf(code);
    const lead =
      text.text
        .slice(Math.max(unit.span.start, start - 160), start)
        .trimEnd()
        .split("\n")
        .at(-1) ?? "";
    return readCodeExamples(code, text, lead);
  });
}

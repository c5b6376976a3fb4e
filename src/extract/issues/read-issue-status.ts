/** The units of one issue in, its status out: a status field beats the title, the title its group, the group the note. */
import { statuses, type Status } from "../../model.ts";
import type { IssueStatus, NoteContext, StatusReader } from "./issue-status.ts";
import {
  fromDeferralOfGroup,
  fromDeferral,
  fromDeferralOfItem,
  fromFixApplied,
  fromFixLabels,
  fromOutcome,
} from "./status-of-fix.ts";
import { fromWordOfAll } from "./status-of-all.ts";
import type { Told } from "./signs-of-deeds.ts";
import { signsOfWhatIsAhead, signsOfWhatIsBehind } from "./status-signs.ts";
import type { Candidate } from "./candidate.ts";
import { isMendedRow } from "./fails-in-row.ts";
import { tellsFailure } from "./issue-rows.ts";
import { groupStatus } from "./read-title.ts";
import { isToBeProven, readClaims } from "../words/read-claims.ts";
import { readStatus } from "../words/read-status.ts";
import { readFields } from "../layout/read-fields.ts";
import { headingsAbove, walkUnits } from "../layout/walk-units.ts";
import { sectionKindOf } from "../words/read-label.ts";

/** Strongest first. Each is asked of every unit before the next gets its turn. */
const readers: readonly StatusReader[] = [
  fromDirective,
  fromVerdictOfRow,
  fromWordsOfTitle,
  fromField,
  fromBlocker,
  fromMarkOfTitle,
  fromOutcome,
  fromDeferral,
  fromDeferralOfItem,
  fromGroup,
  fromCheckbox,
  fromFixApplied,

  fromDeferralOfGroup,
  fromFixLabels,
  fromTasks,
  fromWordOfAll,
  fromFailureOfRow,
  fromRatingOfTitle,
];

/** Reads the status of an issue from its units; what none of them states, the note states, else it is unknown. */
export function readIssueStatus(units: readonly Candidate[], told: Told, context: NoteContext): IssueStatus {
  if (units[0]?.unit.kind === "note" && context.status)
    return { ...context.status, rule: `the note: ${context.status.rule}` };
  // The last unit of the note has the last word, a table row after the prose that it sums up.
  const inOrder = [...units].sort(
    (a, b) => Number(a.unit.kind === "row") - Number(b.unit.kind === "row") || b.unit.span.start - a.unit.span.start,
  );
  for (const read of readers) {
    for (const unit of inOrder) {
      const found = read(unit, context);
      if (found) return found;
    }
  }
  // A note that is done in part says nothing of which part: the issue's own fix tells, and without one it is open.
  const isMixed = context.status?.status === "partial";
  const isLent = context.status !== null && !isMixed && !speaksOfTheNote(context.status);
  const ahead = signsOfWhatIsAhead(units, told, context);
  if (ahead) return ahead;
  if (context.status && isLent) return { ...context.status, rule: `the note: ${context.status.rule}` };
  const behind = signsOfWhatIsBehind(units, told, context);
  if (behind) return behind;
  const span = units[0]?.unit.head ?? { start: 0, end: 0 };
  if (isMixed && context.status) {
    const isAnswered = units.some(({ roles }) => roles.has("fix"));
    return isAnswered
      ? { ...context.status, rule: `the note: ${context.status.rule}` }
      : { status: "open", words: null, rule: "no fix in a note that is done in part", span };
  }
  if (context.status && speaksOfTheNote(context.status))
    return { status: "open", words: null, rule: "a note that only takes stock", span };
  return { status: "unknown", words: null, rule: "nothing states it", span };
}

/** "Triage complete" and "Ready for merge" tell how far the note is, not its issues. */
function speaksOfTheNote({ status, words }: IssueStatus): boolean {
  return (
    status === "fixed" &&
    /\b(triage|analysis|assessment|investigation|review|decision|compliant|ready for)\b/i.test(words ?? "") &&
    !/\b(fix(ed|es)?|resolved|solved|implemented)\b/i.test(words ?? "")
  );
}

/** `<!-- fixlore: status=open -->`: the author overrules the reader; a label beside it has the words. */
function fromDirective({ unit, fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  const said = unit.directives.get("status");
  const status = statuses.find((known) => known === said) ?? (said ? readStatus(said)?.status : undefined);
  if (!status) return null;
  const label = fields.find(({ role }) => role === "status");
  const words = label ? text.plain(label.value).split("\n", 1)[0]! : said;
  return { status, words: words || said!, rule: "comment of the author", span: unit.head };
}

/** The last status label of the unit and of the sections in it: an update below overrules what stands above. */
function fromField(candidate: Candidate, context: NoteContext): IssueStatus | null {
  const { unit, fields } = candidate;
  const { text } = context;
  const below =
    unit.kind === "note"
      ? []
      : [...walkUnits(unit)].flatMap((inner) => (inner.kind === "heading" ? readFields(inner, text.text) : []));
  const all = [...new Set([...fields, ...below])].sort((a, b) => a.labelSpan.start - b.labelSpan.start);
  const stated = all
    .filter((field) => field.role === "status")
    .map((field) => {
      const line = withoutStruck(text.text.slice(field.value.start, field.value.end).trim().split("\n", 1)[0] ?? "");
      return { reading: readClaims(line.replace(countOfTests, " ")), field };
    });
  const last = stated.filter(({ reading }) => reading !== null).at(-1);
  // Under "What we fixed" a proof still to come is all that is missing.
  if (last?.reading?.status === "in-progress" && isToBeProven(text.plain(last.field.value))) {
    const group = fromGroup(candidate);
    if (group?.status === "fixed") return group;
  }
  // A warning alone says that it stands, as it does before a title.
  const isWarned = last?.reading?.worded === false && last.reading.status === "partial";
  return last?.reading
    ? {
        status: isWarned ? "open" : last.reading.status,
        words: last.reading.words,
        rule: `label "${last.field.label}"`,
        span: last.field.value,
      }
    : null;
}

/** "Not a bug" in any cell of a row says more than "closed" in the column of its status. */
function fromVerdictOfRow({ unit }: Candidate): IssueStatus | null {
  const cell = unit.kind === "row" ? unit.cells.find(({ text }) => verdict.test(text)) : undefined;
  return cell ? { status: "not-a-bug", words: cell.text, rule: `cell "${cell.header}"`, span: cell } : null;
}

/** A row that counts failures says that they are there. */
function fromFailureOfRow({ unit }: Candidate): IssueStatus | null {
  if (!tellsFailure(unit) || isMendedRow(unit)) return null;
  return { status: "open", words: null, rule: "row of what fails", span: unit.head };
}

const verdict =
  /^[^\p{L}\p{N}]*(?:not an? (?:actual |real )?(?:bug|issue|defect)|false (?:alarm|positive))(?![\p{L}])/iu;

function fromWordsOfTitle({ title, unit }: Candidate): IssueStatus | null {
  return title.status?.worded
    ? { status: title.status.status, words: title.status.words, rule: "words of the title", span: unit.head }
    : null;
}

/** A cross or a bug before the title of something that was mended marks the problem, not its state; so does a warning. */
function fromMarkOfTitle({ title, unit, roles }: Candidate, { status }: NoteContext): IssueStatus | null {
  if (!title.status || rates.test(title.status.words)) return null;
  if (title.status.status === "partial")
    return { status: "open", words: title.status.words, rule: "mark of the title", span: unit.head };
  if (title.status.status === "open" && (status?.status === "fixed" || (status === null && roles.has("fix"))))
    return null;
  return { status: title.status.status, words: title.status.words, rule: "mark of the title", span: unit.head };
}

/** What blocks a note that is blocked is what it waits for. */
function fromBlocker({ unit }: Candidate, { status }: NoteContext): IssueStatus | null {
  if (status?.status !== "blocked") return null;
  const named = [unit, ...headingsAbove(unit)].find(({ title }) => /\bblock(?:er|ers|ing)\b/i.test(title));
  return named ? { status: "blocked", words: named.title, rule: "blocker of a blocked note", span: named.head } : null;
}

/** A light before a title tells how bad it is, as P0 does: what is rated stands, until the note says that it is mended. */
function fromRatingOfTitle({ title, unit, roles }: Candidate, { status }: NoteContext): IssueStatus | null {
  if (!title.status || title.status.worded || !rates.test(title.status.words)) return null;
  if (title.status.words === "🟢" || status?.status === "fixed" || (status === null && roles.has("fix"))) return null;
  return { status: "open", words: title.status.words, rule: "rating of the title", span: unit.head };
}

const rates = /^[🔴🟠🟡🟢]$/u;

function fromGroup({ unit }: Candidate): IssueStatus | null {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    const status = hoped.test(above.title)
      ? null
      : (groupStatus(sectionKindOf(above.title)) ?? statusOfGroupTitle(above.title));
    if (status) return { status, words: above.title, rule: "heading of the group", span: above.head };
  }
  return null;
}

/** "Failures expected to be fixed" have not been. */
const hoped =
  /\b(?:expected|likely|to be|will be|would be|should be|can be|must be|could be) (?:\w+ )*(?:fixed|resolved|solved)\b/i;

const groupTitles: readonly (readonly [Status, RegExp])[] = [
  [
    "open",
    /\b(fix(es)?|changes?|solutions?|actions?) (needed|required|recommended|proposed|pending)|\b(recommended|proposed|suggested|required|pending|planned) (\w+ )?(fix(es)?|changes?|solutions?)\b/i,
  ],
  ["in-progress", /\b(in progress|being fixed|under investigation|work in progress)\b/i],
  [
    "fixed",
    /\b(fixed|resolved|accomplish\w*|achieve\w*|completed?( work| tasks| items)?|(fix(es)?|solutions?|corrections?|changes?) (applied|implemented|made|delivered|completed?|deployed|summary)|bugs? fix(es|ed)|what was (fixed|done|accomplished)|summary of fixes|solved|done)\b/i,
  ],
];

/** "Fixes Applied" and "Accomplishments" lend their status to what stands under them, "Recommended Fixes" too. */
function statusOfGroupTitle(title: string): Status | null {
  return groupTitles.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

function fromCheckbox({ unit }: Candidate): IssueStatus | null {
  if (unit.checked === null) return null;
  return {
    status: unit.checked ? "fixed" : "open",
    words: unit.checked ? "[x]" : "[ ]",
    rule: "checkbox",
    span: unit.head,
  };
}

/** Task items under an issue: all ticked, none, or some. */
function fromTasks({ unit }: Candidate): IssueStatus | null {
  const tasks = [...walkUnits(unit)].filter(({ checked }) => checked !== null);
  if (tasks.length === 0 || unit.kind === "note") return null;
  const done = tasks.filter(({ checked }) => checked === true).length;
  const status: Status = done === tasks.length ? "fixed" : done === 0 ? "open" : "partial";
  return { status, words: `${done}/${tasks.length} tasks`, rule: "its task items", span: tasks[0]?.head ?? unit.head };
}

/** "Fixed - 21/24 tests passing": what the others fail of is another issue. */
const countOfTests = /\s[-–—|]\s+\d{1,5} ?\/ ?\d{1,5} (?:\w+ )?tests? pass\w*/giu;

/** Struck-through text says nothing, nor does a comment: a template lists the words that may stand in its place. */
function withoutStruck(markdown: string): string {
  return markdown.replace(/~~[^~\n]{1,200}~~|<!--.*?-->/g, " ");
}

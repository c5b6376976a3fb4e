/** The units of one issue in, its status out: a status field beats the title, the title its group, the group the note. */
import { statuses, type Status } from "../../model.ts";
import type { Candidate } from "./issue-signals.ts";
import type { NoteText, Span } from "../layout/note-text.ts";
import { groupStatus } from "./read-title.ts";
import { readStatus } from "../words/read-status.ts";
import { readFields } from "../layout/read-fields.ts";
import { walkUnits } from "../layout/walk-units.ts";
import { sectionKindOf } from "../words/read-label.ts";

export interface IssueStatus {
  status: Status;
  words: string | null;
  /** Where it was read: "status field", "title", "group heading" … */
  rule: string;
  span: Span;
}

/** What the note as a whole lends to an issue that says nothing itself. */
export interface NoteContext {
  text: NoteText;
  /** Kept when an issue's own units name no status. */
  status: IssueStatus | null;
}

type Reader = (candidate: Candidate, context: NoteContext) => IssueStatus | null;

/** Strongest first. Each is asked of every unit before the next gets its turn. */
const readers: readonly Reader[] = [
  fromDirective,
  fromWordsOfTitle,
  fromField,
  fromMarkOfTitle,
  fromGroup,
  fromCheckbox,
  fromFixLabels,
  fromTasks,
  fromDeferral,
];
/** What is left to say when neither the issue nor its note states a status. */
const lastReaders: readonly Reader[] = [fromFixText];

/** Reads the status of an issue from its units; what none of them states, the note states, else it is unknown. */
export function readIssueStatus(units: readonly Candidate[], context: NoteContext): IssueStatus {
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
  if (context.status && isLent) return { ...context.status, rule: `the note: ${context.status.rule}` };
  for (const read of lastReaders) {
    const found = units.map((unit) => read(unit, context)).find(Boolean);
    if (found) return found;
  }
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
function fromField({ unit, fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  const below =
    unit.kind === "note"
      ? []
      : [...walkUnits(unit)].flatMap((inner) => (inner.kind === "heading" ? readFields(inner, text.text) : []));
  const all = [...new Set([...fields, ...below])].sort((a, b) => a.labelSpan.start - b.labelSpan.start);
  const stated = all
    .filter((field) => field.role === "status")
    .map((field) => {
      const line = withoutStruck(text.text.slice(field.value.start, field.value.end).trim().split("\n", 1)[0] ?? "");
      return { reading: readStatus(line), field };
    });
  const last = stated.filter(({ reading }) => reading !== null).at(-1);
  return last?.reading
    ? {
        status: last.reading.status,
        words: last.reading.words,
        rule: `label "${last.field.label}"`,
        span: last.field.value,
      }
    : null;
}

function fromWordsOfTitle({ title, unit }: Candidate): IssueStatus | null {
  return title.status?.worded
    ? { status: title.status.status, words: title.status.words, rule: "words of the title", span: unit.head }
    : null;
}

/** A cross or a bug before the title of something that was mended marks the problem, not its state; so does a warning. */
function fromMarkOfTitle({ title, unit, roles }: Candidate, { status }: NoteContext): IssueStatus | null {
  if (!title.status) return null;
  if (title.status.status === "partial")
    return { status: "open", words: title.status.words, rule: "mark of the title", span: unit.head };
  if (title.status.status === "open" && (status?.status === "fixed" || (status === null && roles.has("fix"))))
    return null;
  return { status: title.status.status, words: title.status.words, rule: "mark of the title", span: unit.head };
}

function fromGroup({ unit }: Candidate): IssueStatus | null {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    const status = groupStatus(sectionKindOf(above.title)) ?? statusOfGroupTitle(above.title);
    if (status) return { status, words: above.title, rule: "heading of the group", span: above.head };
  }
  return null;
}

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

const proposed =
  /\b(required|proposed|recommended|suggested|needed|planned|possible|potential|options?|to do|should|future|long[- ]term)\b/i;
const applied =
  /\b(applied|implemented|made|completed?|done|was fixed|changed|fixed|taken|fixed-in|deployed|short[- ]term)\b/i;

/** "Fix Applied" says fixed, "Proposed Fix" says open, both together say that a part is done. */
function fromFixLabels({ fields }: Candidate): IssueStatus | null {
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

const later =
  /\b(post[- ]?v?\d|(recommended|planned|scheduled|targeted) for v?\d|v\d(\.\d+)+\+|(later|next|future) (release|version|sprint|iteration)|future work|defer(red)?|tracked separately|separate (ticket|issue|pr))\b/i;

/** "**Recommendation**: fix post-V1.0", or a group "Recommended for V1.1": left for later on purpose. */
function fromDeferral({ unit, fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  const said = fields.find(
    ({ role, value }) => deferring.has(role) && value.end - value.start < 200 && later.test(text.plain(value)),
  );
  if (said) return { status: "deferred", words: said.label, rule: `label "${said.label}"`, span: said.labelSpan };
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (later.test(above.title))
      return { status: "deferred", words: above.title, rule: "heading above", span: above.head };
  }
  return null;
}

const deferring: ReadonlySet<string> = new Set(["status", "nextSteps", "remaining", "estimate", "severity", "fix"]);

/** Task items under an issue: all ticked, none, or some. */
function fromTasks({ unit }: Candidate): IssueStatus | null {
  const tasks = [...walkUnits(unit)].filter(({ checked }) => checked !== null);
  if (tasks.length === 0 || unit.kind === "note") return null;
  const done = tasks.filter(({ checked }) => checked === true).length;
  const status: Status = done === tasks.length ? "fixed" : done === 0 ? "open" : "partial";
  return { status, words: `${done}/${tasks.length} tasks`, rule: "its task items", span: tasks[0]?.head ?? unit.head };
}

const past =
  /^\W*(?:(?:we|i|it|this|was|has been|have been)\s+)?(added|changed|fixed|updated|removed|moved|replaced|implemented|created|set|used|switched|corrected|increased|reduced|modified|refactored|rewrote|restored|reverted|converted|renamed|made|deleted|disabled|enabled|upgraded|patched|applied|wrapped|introduced|extracted|released|now)\b/i;
const imperative =
  /^\W*(add|change|fix|update|remove|move|replace|implement|create|switch|correct|increase|reduce|modify|refactor|rewrite|restore|revert|convert|rename|make|delete|disable|enable|upgrade|patch|apply|wrap|use|need|should|must|consider|ensure|investigate)\b/i;

/** "Added a lock" reports, "Add a lock" asks. */
function fromFixText({ fields }: Candidate, { text }: NoteContext): IssueStatus | null {
  for (const field of fields) {
    if (field.role !== "fix") continue;
    const words = text.plain(field.value);
    const status: Status | null =
      /^\s*✅/u.test(words) || past.test(words) ? "fixed" : imperative.test(words) ? "open" : null;
    if (status) return { status, words: words.split("\n", 1)[0] ?? null, rule: "tense of the fix", span: field.value };
  }
  return null;
}

/** Struck-through text says nothing, nor does a comment: a template lists the words that may stand in its place. */
function withoutStruck(markdown: string): string {
  return markdown.replace(/~~[^~\n]{1,200}~~|<!--.*?-->/g, " ");
}

/** An issue whose status nothing names in, what its own words and its place show of it out: a table of signs, the strongest first. */
import type { Status } from "../../model.ts";
import type { Span } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { headingsAbove } from "../layout/walk-units.ts";
import { roleOf } from "../words/read-label.ts";
import type { Candidate } from "./candidate.ts";
import type { IssueStatus, NoteContext } from "./issue-status.ts";
import {
  commitOf,
  endOfIncident,
  proofOf,
  retrospect,
  sentenceOfDeed,
  titleOfFix,
  type Seen,
  type Shown,
  type Told,
} from "./signs-of-deeds.ts";
import { saysApplied } from "./status-of-fix.ts";
import { asks, isImperative, tellsWhatWasDone, toldPassively } from "./tense-of-fix.ts";

interface Sign {
  rule: string;
  status: Status;
  /** What shows it, or null. */
  seen: (issue: Shown) => Seen | null;
}

/** Asked before the word of the note is lent: what it says of the whole is not true of what is left to do. */
const ahead: readonly Sign[] = [
  { rule: "heading of what is ahead", status: "open", seen: (issue) => above(issue, aheadTitle) },
  { rule: "a guide to what may happen", status: "unknown", seen: (issue) => above(issue, guideTitle) },
  { rule: "options for a fix", status: "open", seen: (issue) => ofFix(issue, (words) => options.test(words)) },
  {
    rule: "a fix that is asked for",
    status: "open",
    seen: (issue) =>
      ofFix(
        issue,
        (words) =>
          !tellsWhatWasDone(words) &&
          needed.test(words.slice(0, 200)) &&
          !/✅/u.test(words) &&
          // "Must run alone now: added a lock" says why it was done.
          sentenceOfDeed(issue) === null,
      ),
  },
];

/** Asked last, when the note says nothing either. */
const behind: readonly Sign[] = [
  {
    rule: "heading of the fix",
    status: "fixed",
    seen: ({ told, text }) => {
      const [first = "", ...rest] = told.fix ? text.plain(told.fix.value).split("\n") : [];
      return told.fix && rest.length > 0 && roleOf(first) === "fix" && saysApplied(first)
        ? { span: told.fix.value, words: first }
        : null;
    },
  },
  {
    rule: "tense of the fix",
    status: "fixed",
    seen: (issue) => ofFix(issue, (words) => /^\s*✅/u.test(words) || tellsWhatWasDone(words)),
  },
  { rule: "title of a fix", status: "fixed", seen: titleOfFix },
  { rule: "a commit", status: "fixed", seen: commitOf },
  { rule: "a sentence of what was done", status: "fixed", seen: sentenceOfDeed },
  { rule: "a fix told in retrospect", status: "fixed", seen: (issue) => toldIn(issue, retrospect) },
  { rule: "how it ended", status: "fixed", seen: endOfIncident },
  { rule: "a fix told as a lesson", status: "fixed", seen: (issue) => toldIn(issue, lesson) },
  { rule: "a proof that it works", status: "fixed", seen: proofOf },
  { rule: "tense of the fix", status: "open", seen: (issue) => ofFix(issue, isImperative) },
  { rule: "tense of the fix", status: "fixed", seen: (issue) => ofFix(issue, toldPassively) },
  {
    rule: "a fix that is given",
    status: "fixed",
    seen: (issue) =>
      issue.status !== null || looksAhead.test(issue.note.title)
        ? null
        : ofFix(issue, (words, span) => !asks(words) && !/^\s*(?:```|#|\$)/.test(issue.text.text.slice(span.start))),
  },
  {
    rule: "a note that looks for causes",
    status: "open",
    seen: ({ status, note, units }) =>
      status === null && looksForCauses.test(note.title) && units.some(({ roles }) => roles.has("problem"))
        ? { span: note.head, words: note.title }
        : null,
  },
];

/** What takes back the word of the note. */
export const signsOfWhatIsAhead = (units: readonly Candidate[], told: Told, context: NoteContext): IssueStatus | null =>
  firstOf(ahead, units, told, context);

/** What is left to say when neither the issue nor its note states a status. */
export const signsOfWhatIsBehind = (
  units: readonly Candidate[],
  told: Told,
  context: NoteContext,
): IssueStatus | null => firstOf(behind, units, told, context);

function firstOf(
  signs: readonly Sign[],
  units: readonly Candidate[],
  told: Told,
  context: NoteContext,
): IssueStatus | null {
  const first = units[0]?.unit;
  if (!first) return null;
  const fix = told.fix ? withoutLabel(context.text.plain(told.fix.value)) : "";
  const issue: Shown = { ...context, units, told, fix, note: noteOf(first) };
  for (const { rule, status, seen } of signs) {
    const found = seen(issue);
    if (found) return { status, rule, ...found };
  }
  return null;
}

/** "Change Made" above the change says nothing of its own. */
function withoutLabel(words: string): string {
  const [first = "", ...rest] = words.split("\n");
  return rest.length > 0 && roleOf(first) === "fix" ? rest.join("\n") : words;
}

/** The rules that guess: a note states nothing by them. */
export const guessedRules: ReadonlySet<string> = new Set([
  "a fix that is given",
  "a sentence of what was done",
  "a fix told as a lesson",
  "how it ended",
]);

function above({ units }: Shown, title: RegExp): Seen | null {
  for (const { unit } of units) {
    const heading = [...headingsAbove(unit)].find((other) => title.test(other.title));
    if (heading) return { span: heading.head, words: heading.title };
  }
  return null;
}

function ofFix({ told, fix }: Shown, test: (words: string, span: Span) => boolean): Seen | null {
  if (!told.fix || !/\p{L}/u.test(fix) || !test(fix, told.fix.value)) return null;
  return { span: told.fix.value, words: fix.split("\n", 1)[0] ?? "" };
}

/** In a note that looks back, what it says was done, was done. */
function toldIn({ told, note }: Shown, title: RegExp): Seen | null {
  return told.fix && title.test(note.title) ? { span: note.head, words: note.title } : null;
}

function noteOf(unit: Unit): Unit {
  let note = unit;
  while (note.parent) note = note.parent;
  return note;
}

const aheadTitle =
  /^(?!.*\b(?:implemented|completed?|done|applied|fixed|resolved)\b).*\b(?:next (?:steps?|actions?|phase|session)|remaining work|to-?do|action items|follow-?ups?|future work|what.s next|outlook|recommendations?)\b/i;
const guideTitle = /\b(?:troubleshooting|common (?:issues|errors|problems|pitfalls)|faq)\b/i;
const options =
  /^\W*(?:(?:recommended |preferred )?(?:option|approach|alternative|choice) (?:[A-D1-9]\b|#\d)|[A-D]\) )/i;
const needed =
  /\b(?:needs? to|needs (?:\w+ing|investigation|work)|should|must|has to|have to|tbd|to be (?:\w+ed|done)|consider\w*|investigate|propos(?:e|al)\w*|would (?:require|need)|separate investigation)\b/i;
const lesson = /\blessons learned\b/i;
const looksForCauses =
  /\b(?:triage|gaps?|rca|root cause|failures?|bug reports?|violations?|debug(?:ging)? log|investigation|(?:failure|gap|coverage|cause) analysis)\b/i;
const looksAhead =
  /\b(?:plan|proposal|assessment|analysis|questions?|q&a|guide|checklist|triage|recommendations?|request|decision|options|design|strategy|roadmap|review|evaluation|comparison|clarification|faq)\b/i;

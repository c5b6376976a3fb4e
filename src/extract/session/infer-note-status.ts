/** A note that states no status and those of its issues in, what its reader infers out. */
import type { Status } from "../../model.ts";
import type { IssueStatus } from "../issues/issue-status.ts";
import type { Unit } from "../layout/unit.ts";
import { walkUnits } from "../layout/walk-units.ts";
import { stripDecoration } from "../words/read-label.ts";

const tells: readonly (readonly [Status, RegExp])[] = [
  [
    "open",
    /\b(known (\w+ )?(issues?|bugs?|problems?|limitations?)|needed|required|to ?do|issues (&|and) (fixes|solutions)|sprint|bug reports?|root cause (analysis )?(identified|found)|proposal|investigation)\b/i,
  ],
  [
    "fixed",
    /\b(bug ?fix(es)?|hot ?fix|fix|patch|resolution|fixed|corrections?|fixes\b.*\b(summary|results|report|log)|(summary|log) of .*fixes|fixes$)\b|修复|修正|fehlerbehebung|correcci[oó]n/i,
  ],
];

const listsKnown =
  /\bknown (\w+ )?(issues?|bugs?|problems?|limitations?)\b|\b(issues|problems) (&|and) (fixes|solutions)\b(?! (needed|required))/i;

const stillOpen =
  /\b(?:remaining|outstanding|unresolved|unfixed|open) (?:\w+ )?(?:issues?|bugs?|problems?|failures?|errors?)\b|\bwhat.s (?:still )?(?:broken|failing|not working)\b|\bstill (?:broken|failing|open)\b/i;
const wereDone =
  /\bfix(?:es)? (?:implemented|applied|made)\b|\bbugs? (?:found and )?fixed\b|\bissues? (?:fixed|resolved)\b/i;
const unfinished: ReadonlySet<Status> = new Set(["open", "in-progress", "partial", "blocked"]);
const reports = /\b(?:fixes|status report|progress report)\b/i;

/** The first heading of the note that says so, with something below it. */
function headingOf(note: Unit, title: RegExp): Unit | null {
  for (const unit of walkUnits(note)) {
    const isEmpty = unit.blocks.length === 0 && unit.children.length === 0;
    if ((unit.kind === "heading" || unit.kind === "bold") && !isEmpty && title.test(unit.title)) return unit;
  }
  return null;
}

/**
 * What a note that states no status lets its reader infer: all its issues are fixed, or all are open; else its title
 * tells whether it reports a fix. Null where even that is missing.
 */
export function inferNoteStatus(note: Unit, issues: readonly Status[]): IssueStatus | null {
  const span = note.head;
  // A list of what is known lends each entry that it is open; of itself it says nothing.
  if (issues.length > 0 && listsKnown.test(note.title)) return null;
  const known = issues.filter((status) => status !== "unknown");
  const settled =
    known.length > 0 && known.every((status) => status === "fixed" || status === "not-a-bug" || status === "wont-fix");
  const isOpen = known.length > 0 && known.every((status) => status === "open");
  const rest = headingOf(note, stillOpen);
  // What was fixed beside what is not: the note is done in part.
  if (settled && known.includes("fixed") && rest)
    return { status: "partial", words: rest.title, rule: "heading of what remains", span: rest.head };
  const done = isOpen && rest ? headingOf(note, wereDone) : null;
  if (done) return { status: "partial", words: done.title, rule: "heading of what was fixed", span: done.head };
  if (settled)
    return {
      status: known.includes("fixed") ? "fixed" : (known[0] ?? "fixed"),
      words: null,
      rule: "all its issues",
      span,
    };
  if (isOpen) return { status: "open", words: null, rule: "all its issues", span };
  const title = stripDecoration(note.title);
  const told = tells.find(([, pattern]) => pattern.test(title));
  if (known.includes("fixed") && known.some((status) => unfinished.has(status)) && reports.test(title))
    return { status: "partial", words: null, rule: "some of its issues", span };
  // A report of fixes is fixed when most of what it reports is.
  const mostlyFixed = known.filter((status) => status === "fixed").length * 2 >= known.length;
  if (known.length > 0 && told?.[0] !== "open" && !(told?.[0] === "fixed" && mostlyFixed)) return null;
  return told ? { status: told[0], words: title, rule: "title of the note", span } : null;
}

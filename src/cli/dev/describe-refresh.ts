/** What a save changed in, lines for the terminal out: which notes were read again, which records are others now, what is wrong. */
import type { Diagnostic } from "../../diagnostics.ts";
import type { SavedNote } from "../../follow-notes.ts";
import type { Comparison, IssueChange } from "../../knowledge/index.ts";
import type { Issue } from "../../model.ts";
import { cleanLine } from "../clean-text.ts";
import { countSeverities, severityOrder } from "../diagnostics/count-severities.ts";
import { renderDiagnostic, type RenderOptions } from "../diagnostics/render-diagnostic.ts";
import { plural } from "../plural.ts";
import type { CheckedNote } from "./check-notes-again.ts";

export interface RefreshReport {
  notes: readonly SavedNote[];
  comparison: Comparison;
  /** Of the notes that are still there; none of very many. */
  checked: readonly CheckedNote[];
  /** Of files that have become unreadable as notes. */
  unread: readonly Diagnostic[];
  /** How many diagnostics notes had before, by path. */
  before: ReadonlyMap<string, number>;
  milliseconds: number;
  now: Date;
}

/** Notes that are named one by one, and whose diagnostics are printed. */
const fewNotes = 5;
/** Diagnostics that are printed of one save. */
const most = 12;

export function describeRefresh(report: RefreshReport, options: RenderOptions): string {
  const { notes, checked, unread, milliseconds, now } = report;
  const { paint } = options;
  const time = paint("dim", now.toTimeString().slice(0, 8));
  const what = notes.length > fewNotes ? `${notes.length} notes` : describeNotes(notes, checked);
  const lines = [`${time}  ${what}: ${describeRecords(report.comparison)} ${paint("dim", `(${milliseconds} ms)`)}\n`];
  if (unread.length > 0) lines.push("\n", ...unread.map((one) => renderDiagnostic(one, null, options)));
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  if (notes.length > fewNotes) {
    if (checked.length === 0) lines.push("          `fixlore check` says what is wrong in them\n");
    else if (all.length > 0)
      lines.push(
        `          ${listSeverities(all)} in them: \`fixlore check\` shows ${all.length === 1 ? "it" : "them"}\n`,
      );
    return lines.join("");
  }
  let room = most;
  for (const { path, shown, source, diagnostics } of checked) {
    if (diagnostics.length === 0 && (report.before.get(path) ?? 0) > 0)
      lines.push(`          ${paint("green", "mended")} ${cleanLine(shown)}: nothing is wrong any more\n`);
    const printed = diagnostics
      .filter(({ severity }) => severity !== "info")
      .sort((a, b) => weight(a) - weight(b))
      .slice(0, room);
    room -= printed.length;
    if (printed.length > 0) lines.push("\n", ...printed.map((one) => renderDiagnostic(one, source, options)));
    const rest = diagnostics.filter((one) => !printed.includes(one));
    if (rest.length > 0)
      lines.push(
        paint("dim", `          ${listSeverities(rest)} more: \`fixlore check ${cleanLine(shown)}\` shows all\n`),
      );
  }
  return lines.join("");
}

const weight = ({ severity }: Diagnostic): number => severityOrder.indexOf(severity);

/** `2 errors, 1 warning`. */
export function listSeverities(diagnostics: readonly Diagnostic[]): string {
  return countSeverities(diagnostics)
    .map(([count, severity]) => (severity === "info" ? `${count} info` : plural(count, severity)))
    .join(", ");
}

function describeNotes(notes: readonly SavedNote[], checked: readonly CheckedNote[]): string {
  const nameOf = ({ path }: SavedNote): string => cleanLine(checked.find((one) => one.path === path)?.shown ?? path);
  const gone = notes.filter(({ after }) => after === null);
  const told = notes
    .filter(({ after }) => after !== null)
    .map((note) => {
      if (note.before !== null) return nameOf(note);
      const from = gone.findIndex(({ before }) => before?.source === note.after?.source);
      return from === -1
        ? `${nameOf(note)} is new`
        : `${cleanLine(gone.splice(from, 1)[0]!.path)} is now ${nameOf(note)}`;
    });
  return [...told, ...gone.map(({ path }) => `${cleanLine(path)} is gone`)].join(", ") || "no note read";
}

/** As many issues as are named one by one. */
const fewIssues = 3;
const nameOfIssue = ({ id, title }: Issue): string => (id === null ? `“${shorten(cleanLine(title))}”` : cleanLine(id));
const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text);

function describeRecords({ added, closed, reopened, changed, removed, lessons }: Comparison): string {
  const after = (changes: readonly IssueChange[]): Issue[] => changes.map((change) => change.after);
  const groups: [readonly Issue[], string][] = [
    [added, "new"],
    [after(closed), "closed"],
    [after(reopened), "open again"],
    [after(changed), "changed"],
    [removed, "gone"],
  ];
  const told = groups
    .filter(([issues]) => issues.length > 0)
    .map(([issues, word]) => {
      const names = issues.length <= fewIssues ? ` (${issues.map(nameOfIssue).join(", ")})` : "";
      return `${plural(issues.length, "issue")} ${word}${names}`;
    });
  if (lessons.added.length > 0) told.push(`${plural(lessons.added.length, "lesson")} new`);
  if (lessons.removed.length > 0) told.push(`${plural(lessons.removed.length, "lesson")} gone`);
  return told.join(", ") || "no issue changed";
}

/** The diagnostics of a check in, a page for the terminal out: each in full, then how many there are of each rule. */
import type { Checked } from "../../check-notes.ts";
import type { Diagnostic } from "../../diagnostics.ts";
import { plural } from "../plural.ts";
import { countSeverities, severityOrder } from "./count-severities.ts";
import { renderDiagnostic, severityStyles, type RenderOptions } from "./render-diagnostic.ts";

export interface CheckPage extends RenderOptions {
  notes: readonly Checked[];
  /** Notes that `--fix` would write. */
  fixable: number;
  /** Whether each diagnostic is printed, however many a rule has. */
  isWhole: boolean;
}

/** Of a rule that finds more, these show what it is about; errors are always shown. */
const shownOfRule = 5;
/** Up to so many diagnostics can be read one by one. */
const readable = 30;

/** `shown` are those printed in full, `all` those counted. */
export function renderCheck(shown: readonly Diagnostic[], all: readonly Diagnostic[], page: CheckPage): string {
  const { notes, fixable, paint } = page;
  const sources = new Map(notes.map(({ path, source }) => [path, source]));
  const counts = countSeverities(all).map(([count, severity]) =>
    paint(severityStyles[severity], plural(count, severity)),
  );
  const summary = counts.length === 0 ? "nothing is wrong" : counts.join(", ");
  const hidden = all.length - shown.length;
  const printed = page.isWhole ? shown : choose(shown);
  const further = shown.length - printed.length;
  return [
    ...printed.map((diagnostic) => renderDiagnostic(diagnostic, sources.get(diagnostic.file) ?? null, page)),
    `${plural(notes.length, "note")} checked: ${summary}\n`,
    ...countRules(all, page),
    further > 0
      ? paint("dim", `\nThe first ${shownOfRule} of each rule are shown, ${further} more are not: --all prints them\n`)
      : "",
    hidden > 0 ? paint("dim", `\n${plural(hidden, "diagnostic")} not shown: --level info prints all of them\n`) : "",
    fixable > 0 ? `\n--fix can repair ${plural(fixable, "file")} for good\n` : "",
  ].join("");
}

function choose(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= readable) return diagnostics;
  const seen = new Map<string, number>();
  return diagnostics.filter(({ severity, ruleId }) => {
    const before = seen.get(ruleId) ?? 0;
    seen.set(ruleId, before + 1);
    return severity === "error" || before < shownOfRule;
  });
}

/** One line a rule, the heaviest first, with its page. */
function countRules(all: readonly Diagnostic[], { paint }: CheckPage): string[] {
  const groups = [...Map.groupBy(all, ({ severity, ruleId }) => `${severity} ${ruleId}`).values()].sort(
    (a, b) => severityOrder.indexOf(a[0]!.severity) - severityOrder.indexOf(b[0]!.severity) || b.length - a.length,
  );
  const digits = String(Math.max(0, ...groups.map(({ length }) => length))).length;
  const width = Math.max(0, ...groups.map(([first]) => first!.ruleId.length));
  return groups.map(([first, ...rest]) => {
    const { severity, ruleId, url } = first!;
    const count = String(rest.length + 1).padStart(digits);
    return `  ${count}  ${paint(severityStyles[severity], severity.padEnd(7))}  ${ruleId.padEnd(width)}  ${paint("dim", url ?? "")}\n`;
  });
}

/** Diagnostics in, lines for standard error out: errors in full, the rest in full or counted. */
import { formatDiagnostic, type Diagnostic } from "../diagnostics.ts";
import { cleanText } from "./clean-text.ts";
import { severityOrder } from "./diagnostics/count-severities.ts";
import { severityStyles } from "./diagnostics/render-diagnostic.ts";
import { createPaint } from "./terminal.ts";
import { plural } from "./plural.ts";

/** Lines of one severity after which the rest is counted. */
const shownOfEach = 50;

export interface ReportOptions {
  /** The least severity that is printed line by line. */
  from: Diagnostic["severity"];
  stream?: NodeJS.WriteStream;
}

/** Prints to standard error and says whether something was lost: whether there is an error among them. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  { from, stream = process.stderr }: ReportOptions,
): boolean {
  const paint = createPaint(stream);
  for (const severity of severityOrder) {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    const shown = severityOrder.indexOf(severity) <= severityOrder.indexOf(from) ? found.slice(0, shownOfEach) : [];
    for (const diagnostic of shown) {
      const line = cleanText(formatDiagnostic(diagnostic));
      stream.write(`${line.replace(` ${severity}: `, () => ` ${paint(severityStyles[severity], `${severity}:`)} `)}\n`);
    }
    if (severity !== "info" && found.length > shown.length)
      stream.write(
        `${paint("dim", `${countRules(found.slice(shown.length), severity)}; \`fixlore parse\` shows them`)}\n`,
      );
  }
  return diagnostics.some(({ severity }) => severity === "error");
}

/** `16 warnings (empty-note 16)`. */
function countRules(diagnostics: readonly Diagnostic[], severity: string): string {
  const counts = new Map<string, number>();
  for (const { ruleId } of diagnostics) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const rules = [...counts].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} ${count}`);
  return `${plural(diagnostics.length, `more ${severity}`)} (${rules.join(", ")})`;
}

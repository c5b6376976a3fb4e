/** Diagnostics in, lines for standard error out: errors in full, the rest in full or counted. */
import { formatDiagnostic, type Diagnostic } from "../diagnostics.ts";
import { cleanText } from "./clean-text.ts";
import { createPaint } from "./terminal.ts";

/** Lines of one severity after which the rest is counted. */
const shownOfEach = 50;

const styles = { error: "red", warning: "yellow", info: "blue" } as const;

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
  const ranks = ["error", "warning", "info"] as const;
  for (const severity of ranks) {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    const shown = ranks.indexOf(severity) <= ranks.indexOf(from) ? found.slice(0, shownOfEach) : [];
    for (const diagnostic of shown) {
      const line = cleanText(formatDiagnostic(diagnostic));
      stream.write(`${line.replace(` ${severity}: `, () => ` ${paint(styles[severity], `${severity}:`)} `)}\n`);
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
  return `${diagnostics.length} more ${severity}${diagnostics.length === 1 ? "" : "s"} (${rules.join(", ")})`;
}

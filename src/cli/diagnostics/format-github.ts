/** Diagnostics in, workflow commands of GitHub Actions out: each becomes a mark beside its line in the pull request. */
import type { Diagnostic } from "../../diagnostics.ts";

const commands: Readonly<Record<Diagnostic["severity"], string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, place, severity, ruleId, message, expected, note }) => {
      const properties: [string, string | number][] = [["file", file]];
      if (place !== null) {
        const { start, end } = place;
        properties.push(["line", start.line], ["endLine", end.line]);
        // Columns of a range that spans lines are refused.
        if (start.line === end.line) properties.push(["col", start.column], ["endColumn", end.column]);
      }
      properties.push(["title", ruleId]);
      const told = [message, expected.length === 0 ? "" : `Expected: ${expected.join(", or ")}`, note ?? ""];
      const shown = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
      return `::${commands[severity]} ${shown}::${escapeData(told.filter(Boolean).join("\n"))}\n`;
    })
    .join("");
}

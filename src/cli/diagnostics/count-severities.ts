/** Diagnostics in, how many there are of each severity out: the heaviest first, none of those that have none. */
import type { Diagnostic } from "../../diagnostics.ts";

/** Heaviest first. */
export const severityOrder = ["error", "warning", "info"] as const;

export function countSeverities(
  diagnostics: readonly Diagnostic[],
): [count: number, severity: Diagnostic["severity"]][] {
  return severityOrder
    .map((severity): [number, Diagnostic["severity"]] => [
      diagnostics.filter((one) => one.severity === severity).length,
      severity,
    ])
    .filter(([count]) => count > 0);
}

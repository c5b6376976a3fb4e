/**
 * Finds issues that are said to be fixed without a word on what caused them.
 *
 * A fix without its cause helps nobody who meets the next failure of the kind. Of an issue that is only listed
 * no more is expected.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Fixed
 *
 * **Problem**: The pump starts before the valve is open.
 *
 * **Fix**: The pump waits for the valve.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Fixed
 *
 * **Problem**: The pump starts before the valve is open.
 *
 * **Root cause**: Both were started by one timer.
 *
 * **Fix**: The pump waits for the valve.
 * ```
 */
import { nameIssue, placeOfTitle } from "./name-issue.ts";
import type { Rule } from "./rule.ts";

export const missingCause: Rule = {
  id: "missing-cause",
  level: "info",
  check: ({ issues, source }, context) =>
    issues
      .filter(
        ({ status, rootCause, problem, fix }) => status === "fixed" && rootCause === null && (problem ?? fix) !== null,
      )
      .map((issue) => ({
        place: placeOfTitle(issue, source, context),
        message: `Unexpected fixed issue ${nameIssue(issue)} without a cause, expected one`,
        expected: ["a line such as `**Root cause**: …`"],
      })),
};

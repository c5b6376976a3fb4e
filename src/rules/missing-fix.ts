/**
 * Finds issues that are said to be fixed without a word on how.
 *
 * What was changed is what the next reader looks for first. Code that shows the new state is an answer as well. Of an
 * issue that is only listed no more is expected.
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
 * **Root cause**: Both were started by one timer.
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

export const missingFix: Rule = {
  id: "missing-fix",
  level: "info",
  check: ({ issues, source }, context) =>
    issues
      .filter(
        ({ status, fix, problem, rootCause, code }) =>
          status === "fixed" &&
          fix === null &&
          (problem ?? rootCause) !== null &&
          !code.some(({ role }) => role === "after"),
      )
      .map((issue) => ({
        place: placeOfTitle(issue, source, context),
        message: `Unexpected fixed issue ${nameIssue(issue)} without a fix, expected one`,
        expected: ["a line such as `**Fix**: …`"],
      })),
};

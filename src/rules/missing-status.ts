/**
 * Finds issues whose status nothing states: neither they themselves, nor their section, nor their note.
 *
 * Such an issue counts as open, and nobody knows whether it still is.
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
 * **Problem**: The pump starts before the valve is open.
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
 * **Status**: Open
 *
 * **Problem**: The pump starts before the valve is open.
 * ```
 */
import { nameIssue, placeOfTitle } from "./name-issue.ts";
import type { Rule } from "./rule.ts";

export const missingStatus: Rule = {
  id: "missing-status",
  level: "warning",
  check: ({ issues, source }, context) =>
    issues
      .filter(
        ({ status, statusText, place }) =>
          status === "unknown" &&
          statusText === null &&
          !statesSomething.test(source.slice(place.start.offset, place.end.offset)),
      )
      .map((issue) => ({
        place: placeOfTitle(issue, source, context),
        message: `Unexpected issue ${nameIssue(issue)} without a status, expected one`,
        expected: ["a line such as `**Status**: Fixed` below its title", "a status in the header of the note"],
      })),
};

/** A label whose words nobody knows has a rule of its own. */
const statesSomething = /^[^\w\n]*status(?=\W*:)\W+\w/im;

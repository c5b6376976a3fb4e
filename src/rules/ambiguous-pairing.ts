/**
 * Finds numbered fixes that cannot be told apart to problems: there are fewer or more of them.
 *
 * Fixes are matched with problems by their numbers where both lists are equally long. Otherwise each problem needs its
 * fix below it, or the fix has to name its problem.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 * **Status**: Fixed
 *
 * ## Problems
 *
 * ### Problem 1: The pump starts dry
 *
 * The valve is still shut.
 *
 * ### Problem 2: The gauge stands still
 *
 * It shows last year.
 *
 * ### Problem 3: The alarm rings twice
 *
 * Once is enough.
 *
 * ## Fixes
 *
 * ### Fix 1: Wait for the valve
 *
 * The pump starts from its callback.
 *
 * ### Fix 2: Read the gauge again
 *
 * Once a second.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 * **Status**: Fixed
 *
 * ## Problems
 *
 * ### Problem 1: The pump starts dry
 *
 * The valve is still shut.
 *
 * ### Problem 2: The gauge stands still
 *
 * It shows last year.
 *
 * ## Fixes
 *
 * ### Fix 1: Wait for the valve
 *
 * The pump starts from its callback.
 *
 * ### Fix 2: Read the gauge again
 *
 * Once a second.
 * ```
 */
import type { Rule } from "./rule.ts";

export const ambiguousPairing: Rule = { id: "ambiguous-pairing", level: "info", foundBy: "extract" };

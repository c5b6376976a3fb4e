/**
 * Finds notes of one day that do not agree on the status of an issue.
 *
 * The newest date wins; on one day the last path does, and that is chance.
 *
 * ## Unexpected
 *
 * ```markdown morning.md
 * # Morning
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Open
 * ```
 *
 * ```markdown noon.md
 * # Noon
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Fixed
 * ```
 *
 * ## Expected
 *
 * ```markdown monday.md
 * # Monday
 *
 * **Date**: 2026-02-02
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Open
 * ```
 *
 * ```markdown tuesday.md
 * # Tuesday
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Fixed
 * ```
 */
import type { Rule } from "./rule.ts";

export const contradictingStatus: Rule = { id: "contradicting-status", level: "info", foundBy: "knowledge" };

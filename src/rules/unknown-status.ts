/**
 * Finds labels of a status whose words state none that is known.
 *
 * The words are kept, the status is unknown or read from elsewhere. A team's own words are added in `lexicon.statuses`
 * of the configuration.
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
 * **Status**: Wednesday
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
 * **Status**: Blocked until Wednesday
 *
 * **Problem**: The pump starts before the valve is open.
 * ```
 */
import type { Rule } from "./rule.ts";

export const unknownStatus: Rule = { id: "unknown-status", level: "warning", foundBy: "extract" };

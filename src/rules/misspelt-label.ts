/**
 * Finds labels that differ from a known one by a typing error.
 *
 * What stands behind such a label is not read as the field that it was meant to be.
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
 * **Root Casue**: Both were started by one timer.
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
 * **Root Cause**: Both were started by one timer.
 * ```
 */
import type { Rule } from "./rule.ts";

export const misspeltLabel: Rule = { id: "misspelt-label", level: "warning", foundBy: "extract" };

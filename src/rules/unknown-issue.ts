/**
 * Finds notes that continue an issue which no other note tells of.
 *
 * `fixlore status` names the issue in a comment, by its address. When the note that told it is renamed or removed, the address is
 * nobody's, and what was added stands as an issue of its own.
 *
 * ## Unexpected
 *
 * ```markdown pump-fixed.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-04
 *
 * ## The pump starts dry
 *
 * <!-- fixlore: issue=pump-4711 -->
 *
 * **Status**: Fixed
 *
 * **Fix**: Wait for the valve.
 * ```
 *
 * ## Expected
 *
 * ```markdown pump.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Open
 *
 * **Problem**: The valve is still shut.
 * ```
 *
 * ```markdown pump-fixed.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-04
 *
 * ## The pump starts dry
 *
 * <!-- fixlore: issue=pump-3 -->
 *
 * **Status**: Fixed
 *
 * **Fix**: Wait for the valve.
 * ```
 */
import type { Rule } from "./rule.ts";

export const unknownIssue: Rule = { id: "unknown-issue", level: "warning", foundBy: "knowledge" };

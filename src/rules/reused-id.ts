/**
 * Finds identifiers that two notes use for different things.
 *
 * Whatever has one identifier is one issue, with one status. Identifiers that count within a note, as `BUG-1`, are not
 * meant: those are kept apart by their titles.
 *
 * ## Unexpected
 *
 * ```markdown valve.md
 * # Valve
 *
 * **Date**: 2026-02-02
 *
 * ## PUMP-3: Valve of the boiler sticks
 *
 * **Status**: Open
 *
 * **Problem**: Rust.
 * ```
 *
 * ```markdown invoice.md
 * # Invoices
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: Invoice prints the wrong currency
 *
 * **Status**: Fixed
 *
 * **Problem**: Euros in Basel.
 * ```
 *
 * ## Expected
 *
 * ```markdown valve.md
 * # Valve
 *
 * **Date**: 2026-02-02
 *
 * ## PUMP-3: Valve of the boiler sticks
 *
 * **Status**: Open
 *
 * **Problem**: Rust.
 * ```
 *
 * ```markdown valve-again.md
 * # Valve
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: Valve sticks
 *
 * **Status**: Fixed
 *
 * **Fix**: Grease.
 * ```
 */
import type { Rule } from "./rule.ts";

export const reusedId: Rule = { id: "reused-id", level: "warning", foundBy: "knowledge" };

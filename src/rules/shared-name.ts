/**
 * Finds records that want the address which another has already.
 *
 * Both are shown, one of them at an address with a number behind it. Two notes that give one title to different things
 * are the usual reason.
 *
 * ## Unexpected
 *
 * ```markdown valve.md
 * # Valve
 *
 * **Date**: 2026-02-02
 *
 * ## BUG-1: Valve of the boiler sticks
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
 * ## BUG-1: Invoice prints the wrong currency
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
 * ## PUMP-1: Valve of the boiler sticks
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
 * ## SHOP-1: Invoice prints the wrong currency
 *
 * **Status**: Fixed
 *
 * **Problem**: Euros in Basel.
 * ```
 */
import type { Rule } from "./rule.ts";

export const sharedName: Rule = { id: "shared-name", level: "info", foundBy: "knowledge" };

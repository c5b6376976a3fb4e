/**
 * Finds marks of the byte order, which some editors put before a text.
 *
 * They are taken out. `fixlore check --fix` writes the file without them.
 *
 * ## Unexpected
 *
 * ```markdown note.md escaped
 * \u{feff}# Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * The pump was looked at.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * The pump was looked at.
 * ```
 */
import type { Rule } from "./rule.ts";

export const byteOrderMark: Rule = { id: "byte-order-mark", level: "info", foundBy: "source" };

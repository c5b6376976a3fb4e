/**
 * Finds bytes that are no characters in any encoding that is known.
 *
 * They are shown as �, and what stood there is lost. A note that is full of them is an error. Save the file as UTF-8,
 * from the program that still shows it right.
 *
 * ## Unexpected
 *
 * ```markdown note.md bytes
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * A pr\x{81}\x{fe}\x{ff}mp.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * A pump.
 * ```
 */
import type { Rule } from "./rule.ts";

export const invalidUtf8: Rule = { id: "invalid-utf-8", level: "warning", foundBy: "source" };

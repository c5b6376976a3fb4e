/**
 * Finds lines that end as on Windows or on a very old Mac.
 *
 * They are read as any other. `fixlore check --fix` leaves them as they are, but in a file that has them mixed.
 *
 * ## Unexpected
 *
 * ```markdown note.md escaped
 * # Pump of hall 3\r
 * \r
 * **Date**: 2026-02-03\r
 * \r
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

export const lineEndings: Rule = { id: "line-endings", level: "info", foundBy: "source" };

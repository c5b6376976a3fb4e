/**
 * Finds notes without a word.
 *
 *
 * ## Unexpected
 *
 * ```markdown 2026-02-03-note.md escaped
 * \n
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

export const emptyNote: Rule = { id: "empty-note", level: "warning", foundBy: "source" };

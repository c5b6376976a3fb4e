/**
 * Finds NUL characters, which no text needs.
 *
 * They are taken out. `fixlore check --fix` writes the file without them.
 *
 * ## Unexpected
 *
 * ```markdown note.md escaped
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * The pump was\u{0} looked at, and found to be in good order by all who were asked.
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

export const nulCharacter: Rule = { id: "nul-character", level: "info", foundBy: "source" };

/**
 * Finds front matter that cannot be read.
 *
 * Nothing of it is used; the note below it is read all the same.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * ---
 * date: 2026-02-03
 * tags: [pump
 * ---
 *
 * # Pump of hall 3
 *
 * The pump was looked at.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * ---
 * date: 2026-02-03
 * tags: [pump]
 * ---
 *
 * # Pump of hall 3
 *
 * The pump was looked at.
 * ```
 */
import type { Rule } from "./rule.ts";

export const brokenFrontMatter: Rule = { id: "broken-front-matter", level: "warning", foundBy: "document" };

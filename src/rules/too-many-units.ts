/**
 * Finds notes with more headings, items and rows than can be compared with each other.
 *
 * No issue is looked for after the last that is allowed; the whole note is still shown. Split it, or keep the long list as a file beside
 * it. `{…}{3001}` stands for what is in the first braces, 3001 times.
 *
 * ## Unexpected
 *
 * ```markdown note.md repeated
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## Alarms
 *
 * {### The alarm rang
 * }{3001}
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## Alarms
 *
 * The alarm rang 3001 times and was not heard.
 * ```
 */
import type { Rule } from "./rule.ts";

export const tooManyUnits: Rule = { id: "too-many-units", level: "warning", foundBy: "extract" };

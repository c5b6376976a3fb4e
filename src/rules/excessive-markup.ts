/**
 * Finds Markdown that nests or marks more than people can read, and that parsers take hours for.
 *
 * What comes after the limit is read as text: it is shown, and nothing in it becomes a record. Such notes are made by programs, or
 * broken by them. `{> }{300}` stands for what is in the first braces, 300 times.
 *
 * ## Unexpected
 *
 * ```markdown note.md repeated
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * {> }{300}The pump starts dry.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * > > The pump starts dry.
 * ```
 */
import type { Rule } from "./rule.ts";

export const excessiveMarkup: Rule = { id: "excessive-markup", level: "warning", foundBy: "document" };

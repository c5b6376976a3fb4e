/**
 * Finds blocks of Markdown that a fence within them closes before their end.
 *
 * A block that begins with three backticks ends at the next three that stand alone, also where those were meant to close a block
 * within it: what follows is then code that was to be text, and text that was to be code. Such fences are read as pairs here, where
 * fewer sections of the note become code by that; others, GitHub among them, show the note otherwise. A fence around fences has
 * to be longer than they are.
 *
 * ## Unexpected
 *
 * `````markdown note.md
 * # Chapter on the pump
 *
 * **Date**: 2026-02-03
 *
 * Proposed text:
 *
 * ```markdown
 * ## Starting
 *
 * ```bash
 * pump start
 * ```
 *
 * ## Stopping
 * ```
 *
 * ## What is missing
 *
 * Nobody tells how to drain it.
 *
 * ## Who writes it
 *
 * The night shift.
 * `````
 *
 * ## Expected
 *
 * `````markdown note.md
 * # Chapter on the pump
 *
 * **Date**: 2026-02-03
 *
 * Proposed text:
 *
 * ````markdown
 * ## Starting
 *
 * ```bash
 * pump start
 * ```
 *
 * ## Stopping
 * ````
 *
 * ## What is missing
 *
 * Nobody tells how to drain it.
 * `````
 */
import type { Rule } from "./rule.ts";

export const nestedFence: Rule = { id: "nested-fence", level: "info", foundBy: "document" };

/**
 * Finds links to notes that are not among those that were read.
 *
 * They are shown as text. A bare file name finds its note in any folder, as long as there is one of that name. A file that is only
 * named, and not linked, is not meant: it may be any file of the repository.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * See [the first look](first-look.md).
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * See [the first look](first-look.md). The shifts are in `docs/shifts.md`.
 * ```
 *
 * ```markdown first-look.md
 * # First look
 *
 * **Date**: 2026-02-02
 *
 * It is dry.
 * ```
 */
import type { Rule } from "./rule.ts";

export const danglingDocument: Rule = {
  id: "dangling-document",
  level: "info",
  foundBy: "knowledge",
  tells: ({ place }, source) => place === null || source[place.start.offset] === "[",
};

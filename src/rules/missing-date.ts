/**
 * Finds notes that state no date.
 *
 * Nothing tells then whether what they say of an issue is older or newer than what other notes say. A date is read from
 * header, footer, front matter or the name of the file, never from the clock.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
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
 *
 * ```markdown 2026-02-04-pump.md
 * # Pump of hall 4
 *
 * It was looked at as well.
 * ```
 */
import type { Rule } from "./rule.ts";

export const missingDate: Rule = { id: "missing-date", level: "info", foundBy: "extract" };

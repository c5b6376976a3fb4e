/**
 * Finds files that are too large to be notes.
 *
 * Such a file is usually a log: keep it beside the notes and quote from it.
 */
import type { Rule } from "./rule.ts";

export const oversizedFile: Rule = { id: "oversized-file", level: "error", foundBy: "input" };

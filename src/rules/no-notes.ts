/**
 * Finds folders that were named as folders of notes and hold none.
 */
import type { Rule } from "./rule.ts";

export const noNotes: Rule = { id: "no-notes", level: "warning", foundBy: "input" };

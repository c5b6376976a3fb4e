/**
 * Finds folders and notes that the command line or the configuration names and that are not there.
 */
import type { Rule } from "./rule.ts";

export const missingInput: Rule = { id: "missing-input", level: "error", foundBy: "input" };

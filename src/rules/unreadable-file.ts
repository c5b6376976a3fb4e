/**
 * Finds notes that may not be read, or that lead nowhere.
 *
 * The others are read.
 */
import type { Rule } from "./rule.ts";

export const unreadableFile: Rule = { id: "unreadable-file", level: "error", foundBy: "input" };

/**
 * Finds links in a folder of notes that lead out of it.
 *
 * They are not followed: name what they lead to as an input of its own.
 */
import type { Rule } from "./rule.ts";

export const linkOutside: Rule = { id: "link-outside", level: "warning", foundBy: "input" };

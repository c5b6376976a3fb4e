/**
 * Finds files among the notes that are no text.
 *
 * Nothing of them is read. Move the file out of the folder of notes, or export it as Markdown.
 */
import type { Rule } from "./rule.ts";

export const binaryFile: Rule = { id: "binary-file", level: "error", foundBy: "input" };

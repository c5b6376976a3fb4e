/**
 * Finds text that was damaged on its way through other programs and could be repaired.
 *
 * UTF-8 that was opened as Windows-1252 or Mac Roman and saved, UTF-16, bytes of Windows-1252. It is read as it was
 * meant; `fixlore check --fix` writes it so.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Café of hall 3
 *
 * **Date**: 2026-02-03
 *
 * âœ… The machine is repaired â€“ it was the sieve.
 *
 * âœ… Zwei Tassen fÃ¼r jeden.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Café of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ✅ The machine is repaired – it was the sieve.
 *
 * ✅ Zwei Tassen für jeden.
 * ```
 */
import type { Rule } from "./rule.ts";

export const repairedEncoding: Rule = { id: "repaired-encoding", level: "info", foundBy: "source" };

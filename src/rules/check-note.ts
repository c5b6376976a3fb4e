/** One note and the rules in, a diagnostic for each problem out, in the order of the note. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { CheckedNote, Rule, RuleContext } from "./rule.ts";

/** What the stages found while they read the note is not among them. */
export async function checkNote(
  note: CheckedNote,
  context: RuleContext,
  rules: readonly Rule[],
): Promise<Diagnostic[]> {
  const found = await Promise.all(
    rules.map(async ({ id, level, check }) =>
      ((await check?.(note, context)) ?? []).map((problem) =>
        createDiagnostic({ file: note.session.path, severity: level, ruleId: id, ...problem }),
      ),
    ),
  );
  return found.flat().sort((a, b) => (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1));
}

/** What was read from a note, and what was found between it and others, in; all that is wrong with it out, in the order of its lines. */
import type { Diagnostic } from "./diagnostics.ts";
import type { Extraction } from "./model.ts";
import { checkNote, rules, type RuleContext } from "./rules/index.ts";
import { placeOf } from "./source/place-of.ts";

const foundBetween = new Set(rules.filter(({ foundBy }) => foundBy === "knowledge").map(({ id }) => id));
const tellers = new Map(rules.map(({ id, tells }) => [id, tells]));
const active = rules.filter(({ check }) => check !== undefined);

const inOrder = (a: Diagnostic, b: Diagnostic): number => (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1);

/** `today` is an ISO day, `hasFile` as in `RuleContext`. */
export function createRuleContext(today: string, hasFile: RuleContext["hasFile"]): RuleContext {
  return { today, placeOf, hasFile };
}

/** Of all that a base says, what was found between notes, by the path that the base has for each. */
export function groupShared(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return Map.groupBy(
    diagnostics.filter(({ ruleId }) => foundBetween.has(ruleId)),
    ({ file }) => file,
  );
}

/** `between` are those of this note. */
export async function checkExtraction(
  extraction: Extraction,
  between: readonly Diagnostic[],
  context: RuleContext,
): Promise<Diagnostic[]> {
  const told = between.filter((one) => tellers.get(one.ruleId)?.(one, extraction.source) ?? true);
  return [...extraction.diagnostics, ...told, ...(await checkNote(extraction, context, active))].sort(inOrder);
}

/** What a note says of an issue in another place and a role in, the field out that leaves no doubt: a cell of a table, the steps of a plan. */
import type { NoteText } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";
import { similarity } from "../words/similarity.ts";
import type { Candidate } from "./candidate.ts";
import { isStated, recommends } from "./choose-field.ts";

const outright: Partial<Record<string, RegExp>> = {
  rootCause: /\bcause\b|原因|根因/i,
  fix: /\b(fix|solution|resolution|remedy|actions?)\b|修复|解决/i,
};

/** What a table or a plan in another place says of the issue: only labels that leave no doubt, and more than a name for it. */
export function fieldElsewhere(
  elsewhere: readonly Candidate[],
  role: string,
  units: readonly Candidate[],
  text: NoteText,
): Field | null {
  const pattern = outright[role];
  if (!pattern) return null;
  const fields = elsewhere.flatMap(({ fields }) => fields);
  const stated = fields.find((field) => {
    const words = text.plain(field.value);
    return field.role === role && pattern.test(field.label) && isStated(words) && saysMore(words, units);
  });
  return stated ?? (role === "fix" ? planOf(elsewhere, text) : null);
}

function saysMore(words: string, units: readonly Candidate[]): boolean {
  const told = words.replace(/^\W*(?:(?:fix|bug|issue)\s*#?)?\d{1,2}\s*[:.)]?/i, "");
  return (
    told.split(/\s+/).length >= 3 &&
    !/^\W*no (change|action|fix)|^\W*\d{1,3} ?%/i.test(told) &&
    !units.some(({ title }) => similarity(title.title, told.split("\n", 1)[0] ?? "") > 0.5)
  );
}

/** The steps below "Phase 2: Fix X" are what should be changed. */
function planOf(elsewhere: readonly Candidate[], text: NoteText): Field | null {
  for (const { unit, fields } of elsewhere) {
    const steps = fields.find(
      ({ role, label, value }) => role === "nextSteps" && recommends.test(label) && isStated(text.plain(value)),
    );
    if (steps) return { ...steps, role: "fix" };
    const plan = unit.children.find(({ kind, title }) => kind === "bold" && isPlan.test(title));
    if (plan && plan.span.end - plan.bodyStart > 20) {
      const value = { start: plan.bodyStart, end: plan.span.end };
      return { role: "fix", label: plan.title, labelSpan: plan.head, value, form: "heading" };
    }
  }
  return null;
}

const isPlan = /^\W*(?:actions?|steps|tasks|approach|plan|to[- ]?do)\W*$/i;

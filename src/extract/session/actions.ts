/** The outline of a note in, its actions out: what was done and what is still to be done, by horizon. */
import type { Action, ActionState } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readIdentifiers } from "../words/read-identifiers.ts";
import { stripDecoration } from "../words/read-label.ts";
import { readMark, readStatus } from "../words/read-status.ts";
import { headingsAbove, walkUnits } from "../layout/walk-units.ts";

const actionSection =
  /\b(recommend(ed|ations?)|next (steps?|actions?)|action items?|actions|follow-?ups?|to-?dos?|remaining work|immediate|short[- ]term|medium[- ]term|long[- ]term|roadmap|nächste schritte|próximos pasos|próximos passos)\b|下一步|今後|后续|待办/i;
/** Sections whose own name holds an action word without listing actions. */
const notActions = /\b(lessons?|insights?|options?|approach|issue|bug|fix|fixes|reading)\b/i;

const horizons: readonly (readonly [Exclude<Action["horizon"], null>, RegExp])[] = [
  ["immediate", /\b(immediate(ly)?|now|today|urgent|critical|sofort|inmediat\w+)\b|立即/i],
  [
    "short-term",
    /\b(short[- ]?term|this week|next session|next sprint|soon|kurzfristig|corto plazo|curto prazo)\b|短期/i,
  ],
  ["long-term", /\b((long|medium)[- ]?term|future|later|backlog|langfristig|largo plazo|longo prazo)\b|长期|中期/i],
];

/** Reads the top items of every section of actions. An item under an issue's own "Next Steps" belongs to that issue. */
export function readActions(note: Unit, text: NoteText): Action[] {
  const actions: Action[] = [];
  for (const unit of walkUnits(note)) {
    if (unit.kind !== "item" || unit.parent?.kind === "item" || unit.parent === null) continue;
    const headings = [...headingsAbove(unit)];
    const section = headings.find(({ title }) => actionSection.test(title) && !notActions.test(title));
    if (!section || belongsToIssue(unit, section)) continue;
    const line = firstLine(unit, text);
    if (!/\p{L}/u.test(line)) continue;
    const horizon = headings.map(({ title }) => horizonOf(title)).find(Boolean) ?? null;
    const sectionDone = headings.some(({ title }) => /\b(done|completed?)\b|✅/i.test(title));
    actions.push({
      text: stripDecoration(line),
      state: stateOf(unit, line, sectionDone),
      horizon,
      issue: readIdentifiers(line)[0]?.id ?? null,
      place: text.place(unit.span),
    });
  }
  return actions;
}

/** "Next Steps" under a heading that names an issue: nearer to the item than the section of actions is. */
function belongsToIssue(unit: Unit, section: Unit): boolean {
  for (const heading of headingsAbove(unit)) {
    if (readIdentifiers(heading.title).length > 0) return true;
    if (heading === section) return [...headingsAbove(heading)].some(({ title }) => readIdentifiers(title).length > 0);
  }
  return false;
}

function horizonOf(title: string): Action["horizon"] {
  return horizons.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** The item's checkbox, else its mark, else the heading's word. A mark of warning says: not wholly. */
function stateOf(unit: Unit, line: string, sectionDone: boolean): ActionState {
  if (unit.checked !== null) return unit.checked ? "done" : "todo";
  const mark =
    readMark(line)?.status ?? (/^\W*(done|completed|fixed)\b/i.test(line) ? readStatus(line)?.status : undefined);
  if (mark === "partial") return "partial";
  if (mark !== undefined) return mark === "fixed" ? "done" : "todo";
  return sectionDone ? "done" : "todo";
}

/** The first line of an item, marks included. */
export function firstLine(unit: Unit, text: NoteText): string {
  const first = unit.blocks[0]?.position;
  const start = first?.start.offset ?? unit.span.start;
  const end = first?.end.offset ?? unit.span.end;
  return text.plain({ start, end }).split("\n", 1)[0]?.trim() ?? "";
}

/** The outline of a note in, its task items out: `- [x]` is done, `- [ ]` is not. */
import type { ChecklistItem } from "../../model.ts";
import { firstLine } from "./actions.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { headingsAbove, walkUnits } from "../layout/walk-units.ts";
import { sectionKindOf } from "../words/read-label.ts";

export function readChecklist(note: Unit, text: NoteText): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  for (const unit of walkUnits(note)) {
    if (unit.kind !== "item" || unit.checked === null || standsAmongIssues(unit)) continue;
    items.push({ text: firstLine(unit, text), done: unit.checked, place: text.place(unit.span) });
  }
  return items;
}

/** Task items under "Bugs" are issues, ticked when fixed. */
function standsAmongIssues(unit: Unit): boolean {
  const [heading] = headingsAbove(unit);
  return heading !== undefined && issueKinds.has(sectionKindOf(heading.title));
}

const issueKinds: ReadonlySet<string> = new Set(["issues", "fixedIssues", "openIssues", "partialIssues"]);

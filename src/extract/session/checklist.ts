/** The outline of a note in, its task items out: `- [x]` is done, `- [ ]` is not. */
import type { ChecklistItem } from "../../model.ts";
import { firstLine } from "./actions.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/outline.ts";
import { walkUnits } from "../layout/walk-units.ts";

export function readChecklist(note: Unit, text: NoteText): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  for (const unit of walkUnits(note)) {
    if (unit.kind !== "item" || unit.checked === null) continue;
    items.push({ text: firstLine(unit, text), done: unit.checked, place: text.place(unit.span) });
  }
  return items;
}

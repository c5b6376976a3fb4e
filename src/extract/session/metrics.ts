/** The outline of a note in, its measures before and after out: from tables with both columns, or from two lists. */
import type { Metric } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { firstLine } from "./actions.ts";
import { stripDecoration } from "../words/read-label.ts";
import { walkUnits } from "../layout/walk-units.ts";

const before = /^\W*(before|baseline|start|initial|previous|old|vorher|antes|was)\b|修复前|修正前|之前/i;
const after = /^\W*(after|current|end|final|now|new|nachher|después|depois|result)\b|修复后|修正後|之后/i;

/** Reads tables first, then pairs of lists under "Before …" and "After …" headings, then labels "Before: … / After: …". */
export function readMetrics(note: Unit, text: NoteText): Metric[] {
  return [...tableMetrics(note, text), ...listMetrics(note, text)];
}

function tableMetrics(note: Unit, text: NoteText): Metric[] {
  const metrics: Metric[] = [];
  for (const unit of walkUnits(note)) {
    if (unit.kind !== "row") continue;
    const [name, ...rest] = unit.cells;
    const was = rest.find(({ header }) => before.test(header));
    const is = rest.findLast(({ header }) => after.test(header));
    if (name && was && is && name.text !== "")
      metrics.push({
        name: stripDecoration(name.text),
        before: was.text,
        after: is.text,
        place: text.place(unit.span),
      });
  }
  return metrics;
}

function listMetrics(note: Unit, text: NoteText): Metric[] {
  const metrics: Metric[] = [];
  for (const unit of [note, ...walkUnits(note)]) {
    const sections = unit.children.filter(({ kind }) => kind === "heading" || kind === "bold");
    const was = sections.find(({ title }) => before.test(title));
    const is = sections.find(({ title }) => after.test(title));
    if (!was || !is) continue;
    const values = new Map(itemsOf(is, text).map((item) => [item.name.toLowerCase(), item]));
    for (const { name, value, unit: item } of itemsOf(was, text)) {
      const other = values.get(name.toLowerCase());
      if (other) metrics.push({ name, before: value, after: other.value, place: text.place(item.span) });
    }
  }
  return metrics;
}

/** `- **Name**: value` items of a section. */
function itemsOf(section: Unit, text: NoteText): { name: string; value: string; unit: Unit }[] {
  return section.children.flatMap((unit) => {
    const line = unit.kind === "item" ? firstLine(unit, text) : "";
    const colon = line.indexOf(":");
    return colon > 0
      ? [{ name: stripDecoration(line.slice(0, colon)), value: line.slice(colon + 1).trim(), unit }]
      : [];
  });
}

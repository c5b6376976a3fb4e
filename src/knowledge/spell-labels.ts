/** All uses of labels in, for each label the spelling that most uses have out: one name for what is one component or tag. */
import { foldLabel } from "../model.ts";
import { compareText } from "./order-reports.ts";

/** Each list counts a spelling once. Of two that are as frequent the first by code points is taken. Blank ones stay blank. */
export function spellLabels(uses: Iterable<readonly string[]>): (label: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const labels of uses) {
    for (const label of new Set(labels.map((label) => label.trim()))) {
      const key = foldLabel(label);
      const spellings = counts.get(key) ?? new Map<string, number>();
      counts.set(key, spellings.set(label, (spellings.get(label) ?? 0) + 1));
    }
  }
  const chosen = new Map<string, string>();
  for (const [key, spellings] of counts) {
    const [first] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    chosen.set(key, first![0]);
  }
  return (label) => chosen.get(foldLabel(label)) ?? label.trim();
}

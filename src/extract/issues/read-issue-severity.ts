/** The units of one issue in, its severity out: stated, rated by its impact, or lent by the heading of a group. */
import type { Severity } from "../../model.ts";
import { readFields } from "../layout/read-fields.ts";
import type { NoteText } from "../layout/note-text.ts";
import { headingsAbove } from "../layout/walk-units.ts";
import { readSeverity } from "../words/read-severity.ts";
import type { Candidate } from "./candidate.ts";

/** Null where nothing around the issue names one. */
export function readIssueSeverity(
  units: readonly Candidate[],
  elsewhere: readonly Candidate[],
  text: NoteText,
): Severity | null {
  for (const { fields, title } of [...units, ...elsewhere]) {
    const stated = fields
      .filter((field) => field.role === "severity")
      .map((field) => readSeverity(text.plain(field.value)));
    const severity = stated.find((value) => value !== null) ?? title.severity;
    if (severity) return severity;
  }
  for (const { fields } of units) {
    // "**Impact**: Low - only edge cases" rates as well as tells.
    const impact = fields.find((field) => field.role === "impact");
    const rated = impact ? rating.exec(text.plain(impact.value)) : null;
    if (rated) return readSeverity(rated[0]);
  }
  for (const { unit } of units) {
    for (const above of headingsAbove(unit)) {
      if (unit.kind === "item") {
        const field = readFields(above, text.text).find(({ role }) => role === "severity");
        const lent = field ? readSeverity(text.plain(field.value)) : null;
        if (lent) return lent;
      }
      const severity = groupSeverity.test(above.title) ? readSeverity(above.title) : null;
      if (severity) return severity;
    }
  }
  return null;
}

const rating = /^\W*(critical|blocker|high|medium|moderate|low|minor|致命|严重|高|中|低)(?![\p{L}])|^\W*(致命的)/iu;
/** "High Priority", "P1 issues", "Critical API bugs (2)", "MEDIUM — fixed": the heading of a group lends its severity. */
const groupSeverity =
  /\bP[0-4]\b|\b(critical|high|medium|low|major|minor|moderate)\b[\s-]*(\w+ )?(priority|severity|bugs?|issues?|gaps?|failures?|problems?|violations?|blockers?|impact|risk)\b|^\W*(critical|high|medium|low|blockers?|kritisch|hoch|mittel|niedrig)\s*([-–—:(].*)?$|(priority|severity)\s*:?\s*(critical|high|medium|low)/i;

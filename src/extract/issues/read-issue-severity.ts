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
  for (const { fields } of [...units, ...elsewhere]) {
    // "**Impact**: Low - only edge cases" rates as well as tells.
    const impact = fields.find(({ role, label }) => role === "impact" && !isRisk.test(label));
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
  return atRisk(units, text) ?? (units.some(isBlocker) ? "critical" : null);
}

/** "Current blocker" above an issue, or as the name of its kind. */
function isBlocker({ unit }: Candidate): boolean {
  return [unit, ...headingsAbove(unit)].some(
    ({ kind, title }) =>
      (kind === "heading" || kind === "bold") &&
      blocker.test(title) &&
      !/\b(non|no|not|un|potential|possible|assessment|analysis|ready|complete|without|unrelated)\b/i.test(title),
  );
}

const blocker = /^[^:]*\b(?:blocker|blocking (?:issue|bug|problem|step))\b/i;

/** "**Risk**: HIGH - breaks the build" rates where nothing else does; a low risk is that of the change. */
function atRisk(units: readonly Candidate[], text: NoteText): Severity | null {
  for (const { fields } of units) {
    const risk = fields.find(({ role, label }) => role === "impact" && isRisk.test(label));
    const rated = risk ? rating.exec(text.plain(risk.value)) : null;
    const severity = rated ? readSeverity(rated[0]) : null;
    if (severity !== null && severity !== "low") return severity;
  }
  return null;
}

const isRisk = /\brisk\b/i;

const rating = /^\W*(critical|blocker|high|medium|moderate|low|minor|致命|严重|高|中|低)(?![\p{L}])|^\W*(致命的)/iu;
/** "High Priority", "P1 issues", "Critical API bugs (2)", "MEDIUM — fixed": the heading of a group lends its severity. */
const groupSeverity =
  /\bP[0-4]\b|\b(critical|high|medium|low|major|minor|moderate)\b[\s-]*(\w+ )?(priority|severity|bugs?|issues?|gaps?|failures?|problems?|violations?|blockers?)\b|(?<!\()\b(critical|high|medium|low) (\w+ )?impact\b|^\W*(critical|high|medium|low|blockers?|kritisch|hoch|mittel|niedrig)\s*([-–—:(].*)?$|(priority|severity)\s*:?\s*(critical|high|medium|low)/i;

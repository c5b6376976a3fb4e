/**
 * Finds notes that are dated after today.
 *
 * A typing error in a year puts a note above all others, and makes its word on a status the last for a long time.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2062-02-03
 *
 * The pump was looked at.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * The pump was looked at.
 * ```
 */
import type { Place } from "../model.ts";
import type { Rule, RuleContext } from "./rule.ts";

export const futureDate: Rule = {
  id: "future-date",
  level: "warning",
  check: ({ session: { date }, source }, { today, placeOf }) =>
    date === null || date <= dayAfter(today)
      ? []
      : [
          {
            place: placeOfYear(source, date, placeOf),
            message: `Unexpected date ${date}, expected none after ${today}`,
            expected: ["the day on which the work was done"],
          },
        ],
};

/** Somewhere it is tomorrow already. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** The line that names the year, null where it stands in the file name. */
function placeOfYear(source: string, date: string, placeOf: RuleContext["placeOf"]): Place | null {
  const at = source.indexOf(date.slice(0, 4));
  return at === -1 ? null : placeOf(source, at, at + 4);
}

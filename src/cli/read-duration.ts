/** A duration as a note writes it in, minutes out: "~4 hours" is 240, "2-4 hours" its middle. */
import { plural } from "./plural.ts";

const minutesOf: readonly [unit: RegExp, minutes: number][] = [
  [/^s(?:ec(?:ond)?s?)?$/, 1 / 60],
  [/^m(?:in(?:ute)?s?)?$/, 1],
  [/^h(?:(?:ou)?rs?)?$/, 60],
  [/^d(?:ays?)?$/, 24 * 60],
  [/^w(?:eeks?)?$/, 7 * 24 * 60],
];

/** Null where no number with a unit of time is found. Parts add up: "1h 30min", "1 hour and 5 minutes". */
export function readDuration(text: string): number | null {
  const parts = text
    .toLowerCase()
    .matchAll(/(?<!\d)(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:[.,]\d+)?))?\s*(?:\+\s*)?([a-z]+)/g);
  let total: number | null = null;
  for (const [, from = "", to = from, unit = ""] of parts) {
    const minutes = minutesOf.find(([name]) => name.test(unit))?.[1];
    if (minutes === undefined) continue;
    const number = (value: string): number => Number(value.replace(",", "."));
    total = (total ?? 0) + ((number(from) + number(to)) / 2) * minutes;
  }
  return total;
}

/** "45 min", "2 h 30 min", "3 days": two units at most. */
export function formatMinutes(minutes: number): string {
  if (minutes < 1) return "under a minute";
  const rounded = Math.round(minutes);
  if (rounded < 60) return `${rounded} min`;
  if (rounded < 24 * 60) return `${Math.floor(rounded / 60)} h${rounded % 60 === 0 ? "" : ` ${rounded % 60} min`}`;
  const days = Math.round(rounded / (24 * 60));
  return plural(days, "day");
}

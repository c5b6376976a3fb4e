/** The value of a date qualifier in, the first and last day it means out. */
import type { DayBound } from "./grammar.ts";

export interface Days {
  from: DayBound | null;
  to: DayBound | null;
}

const relative = /^(\d{1,4})([dwmy])$/i;
const calendar = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dayLength = 86_400_000;

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** First and last day of "2026", "2026-01" or "2026-01-31"; of "today", "yesterday", "30d" that one day. */
function readPeriod(text: string): { first: DayBound; last: DayBound } | null {
  const word = text.toLowerCase();
  if (word === "today" || word === "yesterday") {
    const bound = { daysAgo: word === "today" ? 0 : 1 };
    return { first: bound, last: bound };
  }
  const ago = relative.exec(text);
  if (ago !== null) {
    const [count, unit] = [Number(ago[1]), ago[2]!.toLowerCase()];
    const bound: DayBound =
      unit === "d"
        ? { daysAgo: count }
        : unit === "w"
          ? { daysAgo: 7 * count }
          : { monthsAgo: unit === "m" ? count : 12 * count };
    return { first: bound, last: bound };
  }
  const parts = calendar.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const first = Date.UTC(year, month - 1, day);
  const written = [parts[1], parts[2] ?? "01", parts[3] ?? "01"].join("-");
  // Date.UTC rolls the 30th of February over into March, and takes years below 100 for 19xx.
  if (isoDay(first) !== written) return null;
  const next = parts[3]
    ? Date.UTC(year, month - 1, day + 1)
    : parts[2]
      ? Date.UTC(year, month, 1)
      : Date.UTC(year + 1, 0, 1);
  return { first: { day: written }, last: { day: isoDay(next - dayLength) } };
}

/** One day further on (`step` 1) or back (-1). */
function shift(bound: DayBound, step: 1 | -1): DayBound | null {
  if ("day" in bound) return { day: isoDay(Date.parse(bound.day) + step * dayLength) };
  return "daysAgo" in bound ? { daysAgo: bound.daysAgo - step } : null;
}

const isOpenEnd = (text: string): boolean => text === "" || text === "*";

/**
 * `>=day`, `>day`, `<=day`, `<day`, `=day`, `day..day` (either end may be left out), `day`, or `30d`: since 30 days ago.
 * The string tells what is wrong.
 */
export function readDays(text: string): Days | string {
  const expected = `expected a day such as 2026-01-31, 2026-01, 2026, today, or 30d, 4w, 6m, 1y for "since then"`;
  const range = text.indexOf("..");
  if (range !== -1) {
    const [start, end] = [text.slice(0, range), text.slice(range + 2)];
    if (isOpenEnd(start) && isOpenEnd(end)) return `Unexpected "${text}": ${expected}`;
    const from = isOpenEnd(start) ? null : readPeriod(start);
    const to = isOpenEnd(end) ? null : readPeriod(end);
    if (from === null && !isOpenEnd(start)) return `Unexpected day "${start}": ${expected}`;
    if (to === null && !isOpenEnd(end)) return `Unexpected day "${end}": ${expected}`;
    return { from: from?.first ?? null, to: to?.last ?? null };
  }
  const [, operator = "", day = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(text) ?? [];
  const period = readPeriod(day);
  if (period === null) return `Unexpected day "${day}": ${expected}`;
  if (relative.test(day)) {
    if (operator === "") return { from: period.first, to: null };
    return `Unexpected "${operator}" before "${day}", which already means "since ${day} ago"; for what is older, exclude it or write "..${day}"`;
  }
  if (operator === ">=") return { from: period.first, to: null };
  if (operator === "<=") return { from: null, to: period.last };
  if (operator === ">") return { from: shift(period.last, 1), to: null };
  if (operator === "<") return { from: null, to: shift(period.first, -1) };
  return { from: period.first, to: period.last };
}

/** The ISO day that a bound means when today is `today`. */
export function resolveDay(bound: DayBound, today: string): string {
  if ("day" in bound) return bound.day;
  const now = new Date(`${today}T00:00:00Z`);
  if ("daysAgo" in bound) return isoDay(now.getTime() - bound.daysAgo * dayLength);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth() - bound.monthsAgo, now.getUTCDate()];
  // A month ago on the 31st is the last day of a shorter month.
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month, Math.min(day, lastOfMonth)));
}

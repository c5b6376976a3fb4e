/** A candidate in, whether it is one of several alike beside each other out: another of its kind, counted or marked like it. */
import type { Unit } from "../layout/unit.ts";
import type { Candidate } from "./candidate.ts";

interface Count {
  counted: number;
  marked: number;
}

/** The first letter is a Latin one: others are no word characters to `\W`, which has passed them by then. */
const startsCounted = /^\W*(?:[A-Za-z]\p{L}*\s*#?)?\d/u;
const holdsMark = /[\p{Extended_Pictographic}]/u;
const isCounted = (unit: Unit): boolean => startsCounted.test(unit.title) || unit.ordinal !== null;
const isMarked = (unit: Unit): boolean => holdsMark.test(unit.title);
const likeness = ({ kind, depth, lead }: Unit): string => `${kind} ${depth} ${lead}`;

export function isInSeries({ unit, title, siblings }: Candidate): boolean {
  if (title.counter === null && title.status === null) return false;
  const { counted, marked } = countSeries(siblings).get(likeness(unit)) ?? { counted: 0, marked: 0 };
  return title.counter !== null ? counted - Number(isCounted(unit)) >= 1 : marked - Number(isMarked(unit)) >= 1;
}

/** Asked once a list, not once an item: a list of thousands would take the square of its items. */
const seriesOf = new WeakMap<readonly Unit[], Map<string, Count>>();

function countSeries(siblings: readonly Unit[]): Map<string, Count> {
  const known = seriesOf.get(siblings);
  if (known) return known;
  const series = new Map<string, Count>();
  for (const unit of siblings) {
    const { counted, marked } = series.get(likeness(unit)) ?? { counted: 0, marked: 0 };
    series.set(likeness(unit), {
      counted: counted + Number(isCounted(unit)),
      marked: marked + Number(isMarked(unit)),
    });
  }
  seriesOf.set(siblings, series);
  return series;
}

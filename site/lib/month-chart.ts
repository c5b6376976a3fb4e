/** Issues in, the columns of a chart by month out, in the units of its drawing. */
import { scaleLinear } from "d3-scale";
import { formatNumber } from "./count.ts";
import { formatMonth, monthOf } from "./dates.ts";
import { openStatuses, type Issue } from "./knowledge.ts";

const width = 600;
const height = 220;
const floor = 192;
const left = 46;
/** More months than this are shown as the last so many. */
const longest = 36;

export function monthChart(issues: readonly Issue[]) {
  const counts = new Map<string, { settled: number; still: number }>();
  for (const issue of issues) {
    const month = monthOf(issue.firstSeen);
    if (month === null) continue;
    const sum = counts.get(month) ?? { settled: 0, still: 0 };
    sum[openStatuses.has(issue.status) ? "still" : "settled"]++;
    counts.set(month, sum);
  }
  const all = monthsBetween([...counts.keys()].sort());
  const sumOf = (month: string): number => (counts.get(month)?.settled ?? 0) + (counts.get(month)?.still ?? 0);
  const total = all.reduce((sum, month) => sum + sumOf(month), 0);
  // A few old or wrong dates would squeeze all others into a corner: they are told in words.
  let start = 0;
  for (let earlier = 0; all.length - start > 4; start++) {
    earlier += sumOf(all[start] ?? "");
    if (earlier > total * 0.02) break;
  }
  const months = all.slice(start).slice(-longest);
  const earlier = total - months.reduce((sum, month) => sum + sumOf(month), 0);
  const most = Math.max(1, ...months.map(sumOf));
  const y = scaleLinear().domain([0, most]).nice(4).range([floor, 12]);
  const step = (width - left - 20) / Math.max(months.length, 4);
  const every = Math.ceil(months.length / 9);
  const columns = months.map((month, index) => {
    const { settled, still } = counts.get(month) ?? { settled: 0, still: 0 };
    const top = y(settled);
    return {
      month,
      settled,
      still,
      x: left + index * step + step * 0.14,
      w: Math.min(step * 0.72, 72),
      closed: { y: top, h: floor - top },
      open: { y: y(settled + still), h: Math.max(0, top - y(settled + still) - (settled > 0 && still > 0 ? 1 : 0)) },
      label: index % every === 0 ? formatMonth(month) : "",
      /** Left out where the chart is narrow. */
      isMinor: (index / every) % 3 !== 0,
    };
  });
  const ticks = y
    .ticks(4)
    .filter(Number.isInteger)
    .map((value) => ({ y: y(value), label: formatNumber(value) }));
  return { columns, ticks, width, height, floor, earlier };
}

/** All months from the first to the last: a month without issues is a fact too. */
function monthsBetween(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (let name = first; name <= last && all.length < 600;) {
    all.push(name);
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  return all;
}

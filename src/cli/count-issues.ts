/** Issues in, what a lead asks of them in numbers out. */
import { spellLabels } from "../knowledge/index.ts";
import { openStatuses, severities, statuses, type Issue } from "../model.ts";
import { median } from "./median.ts";
import { readDuration } from "./read-duration.ts";

export interface Statistics {
  total: number;
  open: number;
  byStatus: { status: string; count: number }[];
  /** `null` for those without one. */
  bySeverity: { severity: string | null; count: number; open: number }[];
  /** Most frequent first. */
  byComponent: { component: string; count: number; open: number }[];
  /** Oldest first: first reported in that month, and last reported as closed in it. */
  byMonth: { month: string; reported: number; closed: number }[];
  /** Files with the most issues first. */
  hotFiles: { path: string; count: number; open: number }[];
  timeToFix: { known: number; medianMinutes: number | null };
}

const isOpen = ({ status }: Issue): boolean => openStatuses.has(status);

function tally<K>(
  issues: readonly Issue[],
  keysOf: (issue: Issue) => Iterable<K>,
): { key: K; count: number; open: number }[] {
  const counts = new Map<K, { key: K; count: number; open: number }>();
  for (const issue of issues) {
    for (const key of new Set(keysOf(issue))) {
      const entry = counts.get(key) ?? { key, count: 0, open: 0 };
      entry.count++;
      if (isOpen(issue)) entry.open++;
      counts.set(key, entry);
    }
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || b.open - a.open || (String(a.key) < String(b.key) ? -1 : 1),
  );
}

export function countIssues(issues: readonly Issue[], listed = 10): Statistics {
  const open = issues.filter(isOpen);
  const times = issues.flatMap(({ timeToFix }) => (timeToFix === null ? [] : (readDuration(timeToFix) ?? [])));
  const months = new Map<string, { reported: number; closed: number }>();
  const monthOf = (date: string): { reported: number; closed: number } => {
    const key = date.slice(0, 7);
    const entry = months.get(key) ?? { reported: 0, closed: 0 };
    months.set(key, entry);
    return entry;
  };
  for (const issue of issues) {
    if (issue.firstSeen !== null) monthOf(issue.firstSeen).reported++;
    if (issue.updated !== null && !isOpen(issue)) monthOf(issue.updated).closed++;
  }
  const spell = spellLabels(issues.map(({ components }) => components));
  return {
    total: issues.length,
    open: open.length,
    byStatus: statuses
      .map((status) => ({ status, count: issues.filter((issue) => issue.status === status).length }))
      .filter(({ count }) => count > 0),
    bySeverity: [...severities, null]
      .map((severity) => {
        const having = issues.filter((issue) => issue.severity === severity);
        return { severity, count: having.length, open: having.filter(isOpen).length };
      })
      .filter(({ count }) => count > 0),
    byComponent: tally(issues, ({ components }) => components.map(spell))
      .slice(0, listed)
      .map(({ key, count, open: stillOpen }) => ({ component: key, count, open: stillOpen })),
    byMonth: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, counts]) => ({ month, ...counts })),
    hotFiles: tally(issues, ({ files }) => files.map(({ path }) => path))
      .slice(0, listed)
      .map(({ key, count, open: stillOpen }) => ({ path: key, count, open: stillOpen })),
    timeToFix: { known: times.length, medianMinutes: median(times) },
  };
}

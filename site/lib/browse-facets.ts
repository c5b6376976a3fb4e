/** The base in, the filters that stand beside the list of issues out: each value as the query writes it, with its number of issues. */
import { shortPath } from "./issue-row.ts";
import { formatMonth, monthOf } from "./dates.ts";
import { facets } from "./facets.ts";
import { lookup, severities, site, statuses } from "./knowledge.ts";
import { severityLooks, statusLooks } from "./status-looks.ts";

export interface BrowseFacet {
  title: string;
  /** The qualifier. */
  name: string;
  values: { value: string; label: string; count: number }[];
  /** The plain list of all values, where only some have room here. */
  all?: { path: string; number: number };
}

/** Of the open-ended kinds, the fullest: all others are a query away. */
const longest = 12;

export function browseFacets(): BrowseFacet[] {
  const { issues, files } = site().knowledge;
  const { sessions } = lookup();
  const { components, tags } = facets();
  const number = (test: (issue: (typeof issues)[number]) => boolean): number => issues.filter(test).length;
  const months = Map.groupBy(
    issues.filter((issue) => issue.updated !== null),
    (issue) => monthOf(issue.updated) ?? "",
  );
  const notes = Map.groupBy(
    issues.flatMap((issue) => issue.sessions),
    (slug) => slug,
  );
  const fullest = <Value>(map: Map<string, Value[]>): [string, Value[]][] =>
    [...map].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], "en")).slice(0, longest);
  const hot = [...files]
    .sort((a, b) => b.issues.length - a.issues.length || a.path.localeCompare(b.path, "en"))
    .slice(0, longest);
  const all: BrowseFacet[] = [
    {
      title: "Status",
      name: "status",
      values: statuses.map((status) => ({
        value: status,
        label: statusLooks[status].word,
        count: number((issue) => issue.status === status),
      })),
    },
    {
      title: "Severity",
      name: "severity",
      values: severities.map((severity) => ({
        value: severity,
        label: severityLooks[severity].word,
        count: number((issue) => issue.severity === severity),
      })),
    },
    {
      title: "Component",
      name: "component",
      all: { path: "components/", number: components.length },
      values: components
        .slice(0, longest)
        .map(({ name, issues }) => ({ value: name, label: name, count: issues.length })),
    },
    {
      title: "Tag",
      name: "tag",
      all: { path: "tags/", number: tags.length },
      values: tags.slice(0, longest).map(({ name, issues }) => ({ value: name, label: name, count: issues.length })),
    },
    {
      title: "File",
      name: "file",
      all: { path: "files/", number: files.length },
      values: hot.map(({ path, issues }) => ({ value: path, label: shortPath(path), count: issues.length })),
    },
    {
      title: "Month",
      name: "updated",
      all: { path: "months/", number: months.size },
      values: [...months]
        .sort((a, b) => b[0].localeCompare(a[0]))
        .slice(0, longest)
        .map(([month, found]) => ({ value: month, label: formatMonth(month), count: found.length })),
    },
    {
      title: "Note",
      name: "session",
      all: { path: "sessions/", number: site().knowledge.sessions.length },
      values: fullest(notes).map(([slug, found]) => ({
        value: slug,
        label: sessions.get(slug)?.title ?? slug,
        count: found.length,
      })),
    },
  ];
  return all
    .map((facet) => ({ ...facet, values: facet.values.filter(({ count }) => count > 0) }))
    .filter(({ values }) => values.length > 0);
}

/** The base in, its issues by component, tag, severity and month out: the fullest group first, the worst, the latest. */
import { formatMonth, monthOf } from "./dates.ts";
import { door, foldLabel, lookup, severities, site, type Issue } from "./knowledge.ts";
import { slugNames } from "./slug-names.ts";
import { severityLooks } from "./status-looks.ts";

export interface Facet {
  name: string;
  slug: string;
  issues: Issue[];
}

interface Facets {
  components: Facet[];
  tags: Facet[];
  severities: Facet[];
  /** By the month an issue was last told of. */
  months: Facet[];
}

const compareNames = (a: string, b: string): number => a.localeCompare(b, "en");
const memo = new WeakMap<object, Facets>();

/** What is one label to a query is one group here, by the name that most issues have for it. */
function group(values: (issue: Issue) => readonly string[]): Facet[] {
  const groups = new Map<string, { issues: Set<Issue>; spellings: Map<string, number> }>();
  for (const issue of site().knowledge.issues) {
    for (const value of new Set(values(issue).map((value) => value.trim()))) {
      const key = foldLabel(value);
      if (key === "") continue;
      const { issues, spellings } = groups.get(key) ?? { issues: new Set(), spellings: new Map() };
      groups.set(key, { issues: issues.add(issue), spellings });
      spellings.set(value, (spellings.get(value) ?? 0) + 1);
    }
  }
  const byCount = (a: [string, number], b: [string, number]): number => b[1] - a[1] || compareNames(a[0], b[0]);
  const sorted = [...groups.values()]
    .map(({ issues, spellings }) => ({ name: [...spellings].sort(byCount)[0]![0], issues: [...issues] }))
    .sort((a, b) => b.issues.length - a.issues.length || compareNames(a.name, b.name));
  const slugs = slugNames(sorted.map(({ name }) => name));
  return sorted.map((group, index) => ({ ...group, slug: slugs[index] ?? "" }));
}

function months(): Facet[] {
  const groups = Map.groupBy(site().knowledge.issues, ({ updated }) => monthOf(updated) ?? "");
  return [...groups]
    .filter(([month]) => month !== "")
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, issues]) => ({ name: formatMonth(month), slug: month, issues }));
}

export function facets(): Facets {
  const { knowledge } = site();
  const known = memo.get(knowledge);
  if (known) return known;
  const { notesOf } = lookup();
  const made = {
    components: group((issue) => issue.components),
    tags: group((issue) => notesOf(issue).flatMap((session) => session.tags)),
    severities: severities
      .map((severity) => ({
        name: severityLooks[severity].word,
        slug: severity as string,
        issues: knowledge.issues.filter((issue) => issue.severity === severity),
      }))
      .filter(({ issues }) => issues.length > 0),
    months: months(),
  };
  memo.set(knowledge, made);
  return made;
}

const slugIn = (list: readonly Facet[], name: string): string | undefined =>
  list.find((facet) => foldLabel(facet.name) === foldLabel(name))?.slug;
export const componentSlug = door("slug of component", (name) => slugIn(facets().components, name));
export const tagSlug = door("slug of tag", (name) => slugIn(facets().tags, name));

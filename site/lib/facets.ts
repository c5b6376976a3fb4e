/** The base in, its issues by component, tag, severity and month out: the fullest group first, the worst, the latest. */
import { formatMonth, monthOf } from "./dates.ts";
import { door, lookup, severities, site, type Issue } from "./knowledge.ts";
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

const memo = new WeakMap<object, Facets>();

function group(values: (issue: Issue) => readonly string[]): Facet[] {
  const groups = new Map<string, { name: string; issues: Issue[] }>();
  for (const issue of site().knowledge.issues) {
    for (const value of new Set(
      values(issue)
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    )) {
      const key = value.toLowerCase();
      const group = groups.get(key) ?? { name: value, issues: [] };
      groups.set(key, group);
      if (!group.issues.includes(issue)) group.issues.push(issue);
    }
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.issues.length - a.issues.length || a.name.localeCompare(b.name, "en"),
  );
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
  list.find((facet) => facet.name.toLowerCase() === name.trim().toLowerCase())?.slug;
export const componentSlug = door("slug of component", (name) => slugIn(facets().components, name));
export const tagSlug = door("slug of tag", (name) => slugIn(facets().tags, name));

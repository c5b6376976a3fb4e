/** The base in, its issues by component, tag and status out, the fullest group first. */
import { lookup, site, type Issue } from "./knowledge.ts";
import { slugNames } from "./slug-names.ts";

export interface Facet {
  name: string;
  slug: string;
  issues: Issue[];
}

const memo = new WeakMap<object, { components: Facet[]; tags: Facet[] }>();

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

export function facets(): { components: Facet[]; tags: Facet[] } {
  const { knowledge } = site();
  const known = memo.get(knowledge);
  if (known) return known;
  const { notesOf } = lookup();
  const made = {
    components: group((issue) => issue.components),
    tags: group((issue) => notesOf(issue).flatMap((session) => session.tags)),
  };
  memo.set(knowledge, made);
  return made;
}

export const componentSlug = (name: string): string | undefined =>
  facets().components.find((facet) => facet.name.toLowerCase() === name.trim().toLowerCase())?.slug;
export const tagSlug = (name: string): string | undefined =>
  facets().tags.find((facet) => facet.name.toLowerCase() === name.trim().toLowerCase())?.slug;

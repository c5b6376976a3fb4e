/** The base in, its issues by component, tag, severity and month out: the fullest group first, the worst, the latest. */
import { formatMonth, monthOf } from "./dates.ts";
import { door, foldLabel, lookup, severities, site, spellLabels, type Issue } from "./knowledge.ts";
import { onceABase } from "./once-per.ts";
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

/** What is one label to a query is one group here, by the name that most issues have for it. */
function group(values: (issue: Issue) => readonly string[]): Facet[] {
  const { issues } = site().knowledge;
  const spell = spellLabels(issues.map(values));
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    for (const name of new Set(values(issue).map(spell))) {
      if (name === "") continue;
      const found = groups.get(name) ?? [];
      groups.set(name, found);
      found.push(issue);
    }
  }
  const sorted = [...groups]
    .map(([name, found]) => ({ name, issues: found }))
    .sort((a, b) => b.issues.length - a.issues.length || a.name.localeCompare(b.name, "en"));
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

export const facets = onceABase((knowledge): Facets => {
  const { notesOf } = lookup();
  return {
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
});

const slugIn = (list: readonly Facet[], name: string): string | undefined =>
  list.find((facet) => foldLabel(facet.name) === foldLabel(name))?.slug;
export const componentSlug = door("slug of component", (name) => slugIn(facets().components, name));
export const tagSlug = door("slug of tag", (name) => slugIn(facets().tags, name));

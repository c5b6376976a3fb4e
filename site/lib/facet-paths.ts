/** Groups of issues in, the paths and pages of their plain lists out: "fixed", "fixed/2". */
import type { Issue } from "./knowledge.ts";
import { pagesOf, type PageOf } from "./pages-of.ts";

export interface FacetPage<Group> {
  group: Group;
  page: PageOf<Issue>;
}

export function facetPaths<Group extends { slug: string; issues: readonly Issue[] }>(groups: readonly Group[]) {
  return groups.flatMap((group) =>
    pagesOf(group.issues).map((page) => ({
      params: { path: page.number === 1 ? group.slug : `${group.slug}/${page.number}` },
      props: { group, page } satisfies FacetPage<Group>,
    })),
  );
}

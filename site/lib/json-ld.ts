/** A record in, what search engines read of it out: schema.org's TechArticle with its breadcrumb. */
import type { Issue } from "./knowledge.ts";
import { absolute, href, issueHref } from "./links.ts";

export function issueJsonLd(issue: Issue, about: string): object {
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "TechArticle",
        headline: issue.title.slice(0, 110),
        description: about.slice(0, 300),
        url: absolute(issueHref(issue.slug)),
        ...(issue.firstSeen && { datePublished: issue.firstSeen }),
        ...(issue.updated && { dateModified: issue.updated }),
        ...(issue.components.length > 0 && { about: issue.components }),
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { "@type": "ListItem", position: 1, name: "Issues", item: absolute(href("issues/")) },
          { "@type": "ListItem", position: 2, name: issue.title.slice(0, 110) },
        ],
      },
    ],
  };
}

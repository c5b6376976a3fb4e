/** A record in, what search engines read of it out: schema.org's TechArticle with its breadcrumb. */
import { absolute, href } from "./links.ts";

export interface Article {
  title: string;
  /** Address of its page, base included. */
  url: string;
  /** The list it is in: word and path below the base. */
  list: readonly [word: string, path: string];
  published?: string | null | undefined;
  changed?: string | null | undefined;
  topics?: readonly string[];
}

/** Longer headlines are cut by those who show them. */
const longest = 110;

export function articleJsonLd({ title, url, list, published, changed, topics = [] }: Article): object {
  const headline = title.slice(0, longest);
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "TechArticle",
        headline,
        url: absolute(url),
        ...(published && { datePublished: published }),
        ...(changed && { dateModified: changed }),
        ...(topics.length > 0 && { about: topics }),
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { "@type": "ListItem", position: 1, name: list[0], item: absolute(href(list[1])) },
          { "@type": "ListItem", position: 2, name: headline },
        ],
      },
    ],
  };
}

/** The Atom feed. */
import { generateAtomFeed } from "feedsmith";
import { feedEntries, feedHome } from "../lib/feed.ts";
import { absolute, href } from "../lib/links.ts";
import { text, type APIRoute } from "../lib/respond.ts";

export const GET: APIRoute = () => {
  const { id, title, home, updated } = feedHome();
  const feed = generateAtomFeed({
    id,
    title: { value: title },
    updated,
    authors: [{ name: title }],
    generator: { text: "Fixlore" },
    links: [
      { href: home, rel: "alternate", type: "text/html" },
      { href: absolute(href("feed.xml")), rel: "self", type: "application/atom+xml" },
    ],
    entries: feedEntries().map(({ id, url, title, summary, updated }) => ({
      id,
      title: { value: title },
      updated,
      summary: { value: summary },
      links: [{ href: url, rel: "alternate" }],
    })),
  });
  return text(feed, "application/atom+xml");
};

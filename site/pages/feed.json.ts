/** The JSON Feed. */
import { generateJsonFeed } from "feedsmith";
import { feedEntries, feedHome } from "../lib/feed.ts";
import { absolute, href } from "../lib/links.ts";
import { safeJson, text, type APIRoute } from "../lib/respond.ts";

export const GET: APIRoute = () => {
  const { title, home } = feedHome();
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: absolute(href("feed.json")),
    authors: [{ name: title }],
    items: feedEntries().map(({ id, url, title, summary, updated }) => ({
      id,
      url,
      title,
      content_text: summary,
      date_published: updated,
    })),
  });
  return text(`${safeJson(feed)}\n`, "application/feed+json");
};

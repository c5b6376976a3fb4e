/** Everything may be read; the sitemap's address where the origin is known. */
import { site } from "../lib/knowledge.ts";
import { absolute, href } from "../lib/links.ts";
import { text, type APIRoute } from "../lib/respond.ts";

export const GET: APIRoute = () =>
  text(
    `User-agent: *\nAllow: /\n${site().options.origin ? `Sitemap: ${absolute(href("sitemap-index.xml"))}\n` : ""}`,
    "text/plain",
  );

/** The list of sitemaps. */
import { escapeHtml } from "../lib/knowledge.ts";
import { absolute, href } from "../lib/links.ts";
import { text, type APIRoute } from "../lib/respond.ts";
import { sitemapFiles } from "../lib/sitemap.ts";

export const GET: APIRoute = () =>
  text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemapFiles()
      .map((_, index) => `<sitemap><loc>${escapeHtml(absolute(href(`sitemap-${index}.xml`)))}</loc></sitemap>`)
      .join("")}</sitemapindex>\n`,
    "application/xml",
  );

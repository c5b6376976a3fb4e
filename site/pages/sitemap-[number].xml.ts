/** One sitemap. */
import { escapeHtml } from "../lib/knowledge.ts";
import { text, type APIRoute } from "../lib/respond.ts";
import { sitemapFiles } from "../lib/sitemap.ts";

export const getStaticPaths = () => sitemapFiles().map((_, index) => ({ params: { number: String(index) } }));
export const GET: APIRoute = ({ params }) =>
  text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${(
      sitemapFiles()[Number(params["number"])] ?? []
    )
      .map(
        ({ url, changed }) =>
          `<url><loc>${escapeHtml(url)}</loc>${changed ? `<lastmod>${escapeHtml(changed)}</lastmod>` : ""}</url>`,
      )
      .join("\n")}</urlset>\n`,
    "application/xml",
  );

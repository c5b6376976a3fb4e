/** The site as those see it who run no script: every record, list and facet page is reached from the dashboard by links alone. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNotes } from "./fixture-notes.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const base = "/kb/";
const content = join(import.meta.dirname, "../../content");

/** Links of a page as a browser without scripts offers them: not those that only a script shows. */
function linksOf(html: string): string[] {
  const links: string[] = [];
  let hiddenDepth = 0;
  const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
  const parser = new Parser({
    onopentag(name, { class: names = "", href }) {
      if (hiddenDepth > 0 || /\bwith-script\b/.test(names)) hiddenDepth += isVoid.test(name) ? 0 : 1;
      else if (name === "a" && href !== undefined) links.push(href);
    },
    onclosetag(name, isImplied) {
      if (hiddenDepth > 0 && !(isImplied && isVoid.test(name)) && !isVoid.test(name)) hiddenDepth--;
    },
  });
  parser.end(html);
  return links;
}

/** Paths of the pages that links lead to, one after the other. */
function crawl(folder: string): Set<string> {
  const reached = new Set<string>();
  const waiting = ["index.html"];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (reached.has(page)) continue;
    reached.add(page);
    const here = `http://site.invalid${base}${page.replace(/(^|\/)index\.html$/, "$1")}`;
    for (const link of linksOf(readFileSync(join(folder, page), "utf8"))) {
      const url = URL.parse(link, here);
      if (url?.host !== "site.invalid") continue;
      const path = decodeURIComponent(url.pathname).slice(base.length);
      const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      if (file.endsWith(".html") && existsSync(join(folder, file))) waiting.push(file);
    }
  }
  return reached;
}

describe.each([
  ["the fixture", () => writeNotes()],
  ["content/", () => content],
])("%s", (_name, notes) => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite([notes()], base);
  }, 180_000);
  afterAll(() => open?.close());

  it("links to each of its pages", () => {
    const reached = crawl(open.site.out);
    const pages = readdirSync(open.site.out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
      .map((entry) => relative(open.site.out, join(entry.parentPath, entry.name)).split(sep).join("/"));
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter((page) => !reached.has(page))).toEqual(["404.html"]);
  });

  it.each(["", "issues/", "lessons/", "sessions/", "files/", "actions/", "search/", "severity/", "months/"])(
    "shows its links on /%s",
    async (path) => {
      await open.withPage(
        path,
        async (page) => {
          const links = page.getByRole("main").getByRole("link");
          expect(await links.first().isVisible()).toBe(true);
          // What only a script could work is not offered.
          expect(await page.locator(".with-script:visible").count()).toBe(0);
        },
        { javaScriptEnabled: false },
      );
    },
  );
});

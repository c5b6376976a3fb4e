/** The project's own notes as a site: what holds for the fixture holds for them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLinks } from "./check-links.ts";
import { findViolations } from "./find-violations.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { validatePages } from "./validate-pages.ts";

const base = "/kb/";
let open: OpenSite;
beforeAll(async () => {
  open = await openSite([join(import.meta.dirname, "../../content")], base);
}, 180_000);
afterAll(() => open?.close());

/** The first record of each kind: all are made the same way. */
const firstOf = (folder: string): string => {
  const names = readdirSync(join(open.site.out, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["all", "themes"].includes(entry.name))
    .map(({ name }) => name)
    .sort();
  return `${folder}/${names[0]}/`;
};

describe("content/ as a site", () => {
  it("links to nothing that is not there", () => {
    expect(checkLinks(open.site.out, base).broken).toEqual([]);
  });

  it("is valid HTML on every page", async () => {
    expect(await validatePages(open.site.out)).toEqual([]);
  });

  it.each(["", "issues/", "lessons/", "sessions/", "files/", "actions/", "components/"])(
    "has nothing that axe finds on /%s",
    async (path) => {
      await open.withPage(path, async (page, faults) => {
        expect(await findViolations(page)).toEqual([]);
        expect(faults).toEqual([]);
      });
    },
  );

  it.each(["issues", "lessons", "sessions", "files"])("has nothing that axe finds on a page of %s", async (folder) => {
    await open.withPage(firstOf(folder), async (page, faults) => {
      expect(await findViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(faults).toEqual([]);
    });
  });
});

/** What a page may weigh, what it may ask for, and that nothing on it moves once it is shown: on the fixture and on the project's own notes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNotes } from "./fixture-notes.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { layouts } from "./page-types.ts";

const kilobyte = 1024;
const budget = { html: 40 * kilobyte, script: 15 * kilobyte };
const content = join(import.meta.dirname, "../../content");
const packed = (bytes: string | Buffer): number => gzipSync(bytes).length;

/** Sum of all shifts, those after a key or click too: nothing was pressed. */
async function layoutShift(page: Page): Promise<number> {
  await page.waitForTimeout(150);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        // Without a shift the observer is never called.
        setTimeout(() => resolve(0), 100);
      }),
  );
}

describe.each([
  ["the fixture", () => writeNotes(), Object.values(layouts)],
  ["content/", () => content, ["", "issues/", "lessons/", "sessions/", "files/", "actions/", "search/"]],
])("%s", (_name, notes, paths) => {
  let open: OpenSite;
  let issues: string[];
  beforeAll(async () => {
    open = await openSite([notes()]);
    issues = readdirSync(join(open.site.out, "issues"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "all")
      .map(({ name }) => name);
  }, 180_000);
  afterAll(() => open?.close());

  it("has no issue page of more than 40 KB of HTML", () => {
    expect(issues.length).toBeGreaterThan(5);
    const heavy = issues.filter(
      (slug) => packed(readFileSync(join(open.site.out, "issues", slug, "index.html"))) > budget.html,
    );
    expect(heavy).toEqual([]);
  });

  it("loads at most 15 KB of script with an issue, and asks no other host", async () => {
    await open.withPage(`issues/${issues[0]}/`, async (page, faults) => {
      await page.waitForLoadState("networkidle");
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => new URL(name).pathname.endsWith(".js")),
      );
      expect(scripts.length).toBeGreaterThan(0);
      const folder = open.site.out;
      const prefix = new URL(open.served.origin).pathname;
      const bytes = scripts.map((name) =>
        packed(readFileSync(join(folder, new URL(name).pathname.slice(prefix.length)))),
      );
      const inline = await page.locator("script:not([src]):not([type='application/ld+json'])").allInnerTexts();
      expect([...bytes, ...inline.map((text) => packed(text))].reduce((sum, size) => sum + size, 0)).toBeLessThan(
        budget.script,
      );
      expect(faults).toEqual([]);
    });
  });

  it.each(paths)("keeps everything on /%s where it was", async (path) => {
    for (const width of [360, 1280])
      await open.withPage(path, async (page) => expect(await layoutShift(page)).toBe(0), {
        viewport: { width, height: 800 },
      });
  });

  it("keeps everything in its place where a query is in the address", async () => {
    await open.withPage("issues/?q=is:open", async (page) => {
      await expect.poll(() => page.locator("[data-says]").innerText()).toMatch(/\d+ issues?/);
      expect(await layoutShift(page)).toBeLessThan(0.1);
    });
  });
});

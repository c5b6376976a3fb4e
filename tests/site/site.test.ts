/** A fixture site, built by the command and opened in a browser: every page type is readable, reachable, quiet and safe. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuiltSite } from "./build-site.ts";
import { checkLinks } from "./check-links.ts";
import { findViolations } from "./find-violations.ts";
import { writeNotes } from "./fixture-notes.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { pageTypes } from "./page-types.ts";
import type { Served } from "./serve-folder.ts";
import { validatePages } from "./validate-pages.ts";

const base = "/kb/";
const types = Object.entries(pageTypes);
let open: OpenSite;
let site: BuiltSite;
let served: Served;
const withPage: OpenSite["withPage"] = (path, run, options) => open.withPage(path, run, options);

beforeAll(async () => {
  open = await openSite([writeNotes()], base);
  ({ site, served } = open);
}, 180_000);

afterAll(() => open?.close());

describe("the build", () => {
  it("ends well and says what it made", () => {
    expect(site.stderr).not.toMatch(/error/i);
    expect(site.code).toBe(0);
    expect(site.stdout).toMatch(/\b5 notes\b/);
    expect(site.stdout).toMatch(/\b\d+ issues\b/);
    expect(site.stdout).toMatch(/\b\d+ pages\b/);
  });

  it("links to nothing that is not there", () => {
    const { broken, pages } = checkLinks(site.out, base);
    expect(broken).toEqual([]);
    expect(pages).toBeGreaterThan(types.length);
  });

  it("writes valid HTML on every page", async () => {
    expect(await validatePages(site.out)).toEqual([]);
  });

  it("tells search engines and chats what each page is", () => {
    const pages = readdirSync(site.out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    const read = (page: string): string => readFileSync(join(site.out, page), "utf8");
    expect(pages.filter((page) => !/<meta name="description" content="[^"]+/.test(read(page)))).toEqual([]);
    const issue = read("issues/crane-001/index.html");
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(issue)?.[1] ?? "");
    expect(data["@graph"].map((part: Record<string, unknown>) => part["@type"])).toEqual([
      "TechArticle",
      "BreadcrumbList",
    ]);
    for (const page of ["issues/crane-001/index.html", "lessons/index.html"]) {
      const picture = /<meta property="og:image" content="https:\/\/notes\.example\/kb\/([^"]+)"/.exec(read(page))?.[1];
      expect(
        readFileSync(join(site.out, picture ?? ""))
          .subarray(1, 4)
          .toString(),
      ).toBe("PNG");
    }
  });

  it("has on the page of a record nothing that changes with other notes", () => {
    const read = (page: string): string => readFileSync(join(site.out, page), "utf8");
    const feeds = /<link rel="alternate" type="application\/(?:atom\+xml|feed\+json)"/g;
    expect(read("issues/index.html").match(feeds)).toHaveLength(2);
    expect(read("issues/index.html")).toContain("the newest is of");
    for (const record of [
      "issues/crane-001",
      "lessons/wait-for-an-event-not-for-a-time-2e30f6",
      "sessions/empty",
      "files/src-scheduler-queue-ts",
    ]) {
      const page = read(`${record}/index.html`);
      expect(page).not.toMatch(feeds);
      expect(page).not.toContain("the newest is of");
    }
  });

  it("links the Markdown twins with each other", () => {
    const links = readdirSync(join(site.out, "issues"))
      .filter((name) => name.endsWith(".md"))
      .flatMap((name) => {
        const [, ...ends] = readFileSync(join(site.out, "issues", name), "utf8").split(/^## (?:Lessons|Related)$/m);
        return [...ends.join("").matchAll(/\]\(([^)]+\.md)\)/g)].map(([, address]) => address ?? "");
      });
    expect(links).toContain("quay-7.md");
    expect(links.join()).toContain("../lessons/");
    expect(links.filter((address) => !existsSync(join(site.out, "issues", address)))).toEqual([]);
    expect(readFileSync(join(site.out, "llms.txt"), "utf8")).toMatch(
      /\[CRANE-003: Lamp stays dark\]\(https:\/\/notes\.example\/kb\/issues\/crane-003\.md\): open/,
    );
  });

  it("gives programs the same records", () => {
    for (const kind of ["issues", "lessons", "sessions"]) {
      const data = JSON.parse(readFileSync(join(site.out, "api", `${kind}.json`), "utf8"));
      expect(data.schemaVersion).toBe(1);
      expect(data.kind).toBe(kind);
      expect(data.results.length).toBe(data.total);
      expect(data.results[0].url).toMatch(new RegExp(`^/kb/${kind}/`));
    }
    const issue = readFileSync(join(site.out, "issues/crane-001.md"), "utf8");
    expect(issue).toContain("ERR_BRAKE_EARLY");
    for (const file of ["feed.xml", "feed.json", "llms.txt", "robots.txt", "sitemap-index.xml"])
      expect(existsSync(join(site.out, file)), file).toBe(true);
    expect(readFileSync(join(site.out, "feed.xml"), "utf8")).toContain("<entry>");
    expect(JSON.parse(readFileSync(join(site.out, "feed.json"), "utf8")).items.length).toBeGreaterThan(0);
  });
});

describe.each(types)("%s", (_name, path) => {
  it("opens without a fault, and nothing of a note acts", async () => {
    await withPage(path, async (page, faults) => {
      await page.waitForTimeout(50);
      expect(faults).toEqual([]);
      expect(await page.evaluate("window.hacked")).toBeUndefined();
      expect(page.url()).toBe(served.origin + path);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.getByRole("main").count()).toBe(1);
      expect(await page.title()).toContain("Harbour casebook");
    });
  });

  it("has nothing that axe finds, light or dark", async () => {
    await withPage(path, async (page) => expect(await findViolations(page)).toEqual([]));
  });

  it("fits into 320 to 1920 pixels, and into half of 1280", async () => {
    // What is enlarged to 200 % on a screen of 1280 pixels has 640 of them.
    await withPage(path, async (page) => {
      for (const width of [320, 360, 640, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });

  it("can be read without scripts", async () => {
    await withPage(
      path,
      async (page) => {
        expect((await page.getByRole("main").innerText()).trim()).not.toBe("");
        expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe("an issue", () => {
  it("tells problem, cause, fix and verification in this order, each with its line of the note", async () => {
    await withPage("issues/crane-001/", async (page) => {
      const headings = await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts();
      const wanted = ["Problem", "Root cause", "Fix", "Verification"];
      expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
      const source = page
        .locator("section", { has: page.getByRole("heading", { name: "Root cause" }) })
        .getByRole("link", { name: /line \d+/ });
      await source.click();
      await page.waitForURL(/sessions\/2026-02-03-harbour-crane\/#L\d+$/);
      expect(await page.locator(":target").count()).toBe(1);
    });
  });

  it("shows what changed as a diff", async () => {
    await withPage("issues/crane-001/", async (page) => {
      expect(await page.getByRole("main").locator("del").allInnerTexts()).toContainEqual(
        expect.stringContaining("setTimeout"),
      );
      expect(await page.getByRole("main").locator("ins").allInnerTexts()).toContainEqual(
        expect.stringContaining("motor.once"),
      );
    });
  });

  it("tells its history and what is left to do", async () => {
    await withPage("issues/crane-002/", async (page) => {
      const text = await page.getByRole("main").innerText();
      expect(text).toContain("27 Jan 2026");
      expect(text).toContain("3 Feb 2026");
      expect(text).toContain("exactly one container");
    });
  });
});

describe("the list of issues", () => {
  it("filters by query, keeps it in the address, and goes back", async () => {
    await withPage("issues/", async (page, faults) => {
      const query = page
        .getByRole("main")
        .getByRole("searchbox")
        .or(page.getByRole("main").getByRole("combobox"))
        .first();
      await query.fill("status:fixed");
      await query.press("Enter");
      const rows = page.getByRole("main").locator(".row");
      await expect.poll(() => rows.count()).toBe(2);
      expect(new URL(page.url()).searchParams.get("q")).toContain("status:fixed");
      await page.reload();
      await expect.poll(() => page.getByRole("main").locator(".row").count()).toBe(2);
      expect(faults).toEqual([]);
    });
  });

  it("tries again where its data could not be loaded", async () => {
    await withPage("issues/", async (page) => {
      let isDown = true;
      await page.route("**/api/browse.json", (route) => (isDown ? route.abort() : route.continue()));
      const query = page.getByRole("combobox", { name: "Query" });
      await query.fill("status:fixed");
      await query.press("Enter");
      await expect.poll(() => page.locator("[data-says]").innerText()).toContain("could not be loaded");
      isDown = false;
      await query.press("Enter");
      await expect.poll(() => page.locator("[data-says]").innerText()).toBe("2 issues");
    });
  });

  it("loads the texts once, however many keys are pressed meanwhile", async () => {
    await withPage("issues/", async (page) => {
      let asked = 0;
      await page.route("**/api/browse-text.json", async (route) => {
        asked++;
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      const query = page.getByRole("combobox", { name: "Query" });
      for (const words of ["br", "brake", "brake closes"]) {
        await query.fill(words);
        await query.press("Enter");
      }
      await expect.poll(() => page.locator("[data-says]").innerText(), { timeout: 15_000 }).toBe("1 issue");
      expect(asked).toBe(1);
    });
  });

  it("says what is wrong with a query", async () => {
    await withPage("issues/", async (page) => {
      const query = page
        .getByRole("main")
        .getByRole("searchbox")
        .or(page.getByRole("main").getByRole("combobox"))
        .first();
      await query.fill("staus:fixed");
      await query.press("Enter");
      await expect.poll(() => page.getByRole("main").innerText()).toMatch(/status/);
    });
  });
});

describe("an address that leads nowhere", () => {
  it.each([
    ["issues/pool-runs-dry-4f06a1/", "pool runs dry"],
    ["issues/crane-009/", "CRANE-009"],
    ["lessons/old.md", "old"],
    ["%E0%A4%A/", "%E0%A4%A"],
  ])("%s has its words in the search field", async (path, words) => {
    await withPage("404.html", async (page) => {
      const body = readFileSync(join(site.out, "404.html"), "utf8");
      await page.route(`**/${path}`, (route) => route.fulfill({ status: 404, contentType: "text/html", body }));
      await page.goto(served.origin + path);
      await expect.poll(() => page.getByRole("main").getByRole("searchbox").inputValue()).toBe(words);
    });
  });
});

describe("a file", () => {
  it("does not tell in each row of which file it is the page, but which others are named", async () => {
    await withPage("files/src-crane-motor-ts/", async (page) => {
      const rows = await page.getByRole("main").locator(".row").allInnerTexts();
      expect(rows.join()).toContain("…/crane/brake.ts");
      expect(rows.join()).not.toContain("motor.ts");
    });
  });
});

describe("search", () => {
  const searches: readonly (readonly [string, RegExp])[] = [
    ["ERR_BRAKE_EARLY", /Hook sways/],
    ["brake closes early", /Hook sways/],
    ["src/scheduler/queue.ts", /Scheduler skips|Quay door/],
    ["CRANE-003", /Lamp stays dark/],
    ["event not a time", /Wait for an event/],
  ];
  it.each(searches)("finds %s", async (words, title) => {
    await withPage(`search/?q=${encodeURIComponent(words)}`, async (page, faults) => {
      await expect.poll(() => page.getByRole("main").innerText(), { timeout: 15_000 }).toMatch(title);
      expect(faults).toEqual([]);
    });
  });

  it("opens with a slash from any page, and with Ctrl and K", async () => {
    for (const key of ["/", "Control+k"]) {
      await withPage("lessons/", async (page) => {
        await page.keyboard.press(key);
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
        await page.keyboard.type("lamp");
        await expect.poll(() => page.locator("body").innerText(), { timeout: 15_000 }).toMatch(/Lamp stays dark/);
      });
    }
  });
});

describe("the theme", () => {
  it("follows the system, can be switched, and is remembered", async () => {
    await withPage(
      "",
      async (page) => {
        const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const dark = await paper();
        await page.getByRole("button", { name: /light and dark/ }).click();
        await expect.poll(paper).not.toBe(dark);
        const light = await paper();
        // The bars of the browser go with it.
        const bars = page.locator('meta[name="theme-color"]');
        expect(await bars.getAttribute("content")).toBe(light);
        await page.reload();
        expect(await paper()).toBe(light);
        expect(await bars.getAttribute("content")).toBe(light);
      },
      { colorScheme: "dark" },
    );
  });
});

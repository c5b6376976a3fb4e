/** The site with a keyboard alone: search, filters, completions, the course of an issue, and where the focus is at all times. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNotes } from "./fixture-notes.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { layouts } from "./page-types.ts";

let open: OpenSite;
beforeAll(async () => {
  open = await openSite([writeNotes()]);
}, 180_000);
afterAll(() => open?.close());

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent || document.activeElement?.tagName || "").trim());

/** Presses Tab until `isThere` holds; fails after `most` stops. */
async function tabTo(page: Page, isThere: () => Promise<boolean>, most = 120): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  throw new Error("The focus never came there.");
}

describe("focus", () => {
  it("goes to the content first, past the navigation", async () => {
    await open.withPage("issues/crane-001/", async (page) => {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    });
  });

  it.each(Object.entries(layouts))("is seen at every stop: %s", async (_name, path) => {
    await open.withPage(path, async (page) => {
      const unseen: string[] = [];
      const first = await page.evaluate(() => document.activeElement?.tagName);
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press("Tab");
        const state = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          // A field in a frame of its own, or a mark that stands for a hidden box, shows the focus for it.
          const shown = [element, element.parentElement, element.nextElementSibling].filter((part) => part !== null);
          const isMarked = shown.some((part) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
            return (outlineStyle !== "none" && outlineWidth !== "0px") || (part !== element && boxShadow !== "none");
          });
          const { width, height, bottom, right } = element.getBoundingClientRect();
          const isThere = width > 0 && height > 0 && bottom > 0 && right > 0;
          return { isMarked, isThere, html: element.outerHTML.slice(0, 120) };
        });
        if (state === null) break;
        if (!state.isMarked || !state.isThere) unseen.push(state.html);
      }
      expect(first).toBeDefined();
      expect(unseen).toEqual([]);
    });
  });
});

describe("search", () => {
  it("opens, finds, goes through the results and back, follows one, and closes", async () => {
    await open.withPage("lessons/", async (page) => {
      await page.keyboard.press("/");
      const field = page.getByRole("dialog").getByRole("searchbox");
      await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type("crane");
      const hits = page.getByRole("dialog").locator("a.hit");
      await expect.poll(() => hits.count(), { timeout: 15_000 }).toBeGreaterThan(2);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      expect(await hits.nth(1).evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("Escape");
      expect(await page.getByRole("dialog").isVisible()).toBe(false);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("ArrowDown");
      const target = await hits.first().getAttribute("href");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href === new URL(target ?? "", open.served.origin).href);
    });
  });

  it("says that it searches as long as nothing is known", async () => {
    await open.withPage("lessons/", async (page) => {
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route("**/pagefind/pagefind.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.keyboard.press("/");
      await page.keyboard.type("crane");
      const says = page.getByRole("dialog").getByRole("status");
      await expect.poll(() => says.innerText()).toBe("Searching …");
      letGo();
      await expect.poll(() => says.innerText(), { timeout: 15_000 }).toMatch(/^\d+ found/);
    });
  });

  it("tells kind and status of what it finds, in words too", async () => {
    await open.withPage("search/?q=CRANE-002", async (page) => {
      const groups = page.locator("[data-search-results] section");
      await expect.poll(() => groups.count(), { timeout: 15_000 }).toBeGreaterThan(0);
      expect(await groups.first().getByRole("heading").innerText()).toBe("Issues");
      expect(await groups.first().getByRole("link").first().innerText()).toContain("Partly fixed");
    });
  });

  it("is narrowed by kind and status, and the address keeps it", async () => {
    await open.withPage("search/?q=crane", async (page, faults) => {
      const hits = page.locator("[data-search-results] a.hit");
      await expect.poll(() => hits.count(), { timeout: 15_000 }).toBeGreaterThan(3);
      const all = await hits.count();
      await page.getByRole("radio", { name: "Issues" }).focus();
      await page.keyboard.press("Space");
      await expect.poll(() => hits.count()).toBeLessThan(all);
      expect(new URL(page.url()).searchParams.get("kind")).toBe("issue");
      await page.getByRole("combobox", { name: "Status" }).selectOption("open");
      await expect.poll(() => hits.allInnerTexts()).toEqual([expect.stringContaining("Lamp stays dark")]);
      await page.reload();
      await expect.poll(() => hits.count(), { timeout: 15_000 }).toBe(1);
      await page.goBack();
      await expect.poll(() => hits.count(), { timeout: 15_000 }).toBeGreaterThan(1);
      expect(faults).toEqual([]);
    });
  });

  it("ranks issues by the rare words of a pasted error", async () => {
    await open.withPage("search/", async (page, faults) => {
      const trace =
        "2026-02-03T10:00:00Z worker[17] 0xdeadbeef\nError: ERR_BRAKE_EARLY\n    at close (src/crane/brake.ts:42)";
      await page.getByText("Paste a whole error or stack trace").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", { name: "The error" }).fill(trace);
      await page.getByRole("button", { name: "Find issues like it" }).press("Enter");
      const rows = page.getByRole("list", { name: "Issues like the error" }).getByRole("listitem");
      await expect
        .poll(() => rows.first().innerText(), { timeout: 15_000 })
        .toMatch(/Hook sways[\s\S]*shares .*\bbrake\b/);
      expect(faults).toEqual([]);
    });
  });

  it("takes a pasted trace from any search field to where its lines count", async () => {
    const paste = (page: Page, text: string): Promise<void> =>
      page.evaluate((pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", pasted);
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, text);
    for (const path of ["", "lessons/"])
      await open.withPage(path, async (page, faults) => {
        if (path === "") await page.getByRole("searchbox").focus();
        else await page.keyboard.press("/");
        await paste(page, "crane: one line");
        expect(page.url()).toBe(open.served.origin + path);
        await paste(page, "Error: ERR_BRAKE_EARLY\n    at close (src/crane/brake.ts:42)");
        await page.waitForURL(/search\/#error$/);
        const rows = page.getByRole("list", { name: "Issues like the error" }).getByRole("listitem");
        await expect.poll(() => rows.first().innerText(), { timeout: 15_000 }).toContain("Hook sways");
        await page.reload();
        await expect.poll(() => page.getByRole("textbox", { name: "The error" }).inputValue()).toBe("");
        expect(faults).toEqual([]);
      });
  });

  it("remembers what was searched for", async () => {
    await open.withPage("search/", async (page) => {
      await page.getByRole("searchbox").fill("hook sways");
      await page.keyboard.press("Enter");
      // One way at a time: the second would end the first.
      await page.locator(".hit").first().waitFor();
      await page.goto(`${open.served.origin}lessons/`);
      await page.keyboard.press("/");
      await expect.poll(() => page.getByRole("dialog").innerText()).toContain("hook sways");
    });
  });
});

describe("the list of issues", () => {
  it("is filtered by boxes, several at once, with their numbers alive", async () => {
    await open.withPage("issues/", async (page) => {
      const rows = page.getByRole("main").locator(".row");
      const fixed = page.getByRole("checkbox", { name: /^Fixed/ });
      await tabTo(page, () => fixed.evaluate((box) => box === document.activeElement));
      await page.keyboard.press("Space");
      await expect.poll(() => rows.count()).toBe(2);
      await page.getByRole("checkbox", { name: /^Partly fixed/ }).press("Space");
      await expect.poll(() => rows.count()).toBe(3);
      expect(new URL(page.url()).searchParams.get("q")).toBe("status:fixed,partial");
      // Of those chosen, one is critical: the number beside the box says so before it is pressed.
      const critical = page.locator("label", { has: page.getByRole("checkbox", { name: /^Critical/ }) });
      await expect.poll(() => critical.locator(".number").innerText()).toBe("1");
      await page.goBack();
      await expect.poll(() => rows.count()).toBe(2);
      expect(await page.getByRole("checkbox", { name: /^Partly fixed/ }).isChecked()).toBe(false);
    });
  });

  it("completes qualifiers and values", async () => {
    await open.withPage("issues/", async (page) => {
      const query = page.getByRole("combobox", { name: "Query" });
      await query.focus();
      await page.keyboard.type("stat");
      const options = page.getByRole("option");
      await expect.poll(() => options.first().innerText()).toContain("status:");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await query.inputValue()).toBe("status:");
      await page.keyboard.type("par");
      await expect.poll(() => options.first().innerText()).toContain("status:partial");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Tab");
      await expect.poll(() => page.getByRole("main").locator(".row").count()).toBe(1);
      await page.keyboard.type("compo");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.type("cra");
      await expect.poll(() => options.first().innerText()).toContain("component:crane");
      await page.keyboard.press("Escape");
      expect(await page.getByRole("listbox").isVisible()).toBe(false);
    });
  });
});

describe("the course of an issue", () => {
  it("leads from each report to its line in the note", async () => {
    await open.withPage("issues/crane-002/", async (page) => {
      const links = page.locator(".timeline").getByRole("link");
      expect(await links.count()).toBe(2);
      await tabTo(page, () => links.first().evaluate((link) => link === document.activeElement));
      await page.keyboard.press("Enter");
      await page.waitForURL(/sessions\/2026-01-27-scheduler\/#L\d+$/);
      expect(await page.locator(":target").count()).toBe(1);
    });
  });
});

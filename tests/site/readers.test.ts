/** The same pages for readers who choose their own colours, want no motion, print, or read from right to left. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureNotes, writeNotes } from "./fixture-notes.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const endless = "averyveryverylongwordthatneverends".repeat(2);
const oddNotes = {
  "notes/endless.md": `---
tags: [${endless}]
components: [${endless}]
---

# ${endless}

**Date**: January 9, 2026
**Branch**: ${endless}

## Issues

### LONG-1: ${endless}

**Status**: Open
**Files**: \`src/${endless}/${endless}.ts\`

**Problem**: ${endless}

**Fix**: \`${endless}\`

| ${endless} | two |
|---|---|
| one | ${endless} |

## Lessons learned

- **Break ${endless}**: No page may be as wide as ${endless}.

## Actions

- [ ] Break LONG-1 ${endless}
`,
  "notes/rtl.md": `# דו״ח על מנוף הנמל

**Date**: January 8, 2026

## Issues

### QUAY-100: המנוף נתקע ברוח חזקה

**Status**: Open
**Files**: \`src/crane/wind.ts\`

**Problem**: כשהרוח חזקה המנוף נתקע, and the log says ERR_WIND (במהירות 20).

- לקרוא את מד הרוח

**Fix**: להמתין עד שהרוח תירגע.

| שם | ערך |
|---|---|
| wind | 20 |

## Actions

- [ ] לבדוק את המנוף
`,
};

let open: OpenSite;
beforeAll(async () => {
  open = await openSite([writeNotes({ ...fixtureNotes, ...oddNotes })]);
}, 180_000);
afterAll(() => open?.close());

describe("words without an end", () => {
  it.each([
    "",
    "issues/",
    "issues/long-1/",
    "lessons/",
    "sessions/",
    "sessions/notes-endless/",
    "files/",
    "actions/",
    "actions/issues/",
    "components/",
    "tags/",
  ])("break on /%s", async (path) => {
    for (const width of [320, 1280])
      await open.withPage(
        path,
        async (page) => {
          expect(await page.getByRole("main").innerText()).toContain("averyvery");
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        },
        { viewport: { width, height: 800 } },
      );
  });
});

describe("the head of a column", () => {
  it("reaches over no other, however long it is", async () => {
    await open.withPage("issues/long-1/", async (page) => {
      const heads = await page.locator("th").evaluateAll((cells) =>
        cells.map((cell) => {
          const text = document.createRange();
          text.selectNodeContents(cell);
          return { start: cell.getBoundingClientRect().left, end: text.getBoundingClientRect().right };
        }),
      );
      expect(heads).toHaveLength(2);
      expect(heads[0]!.end).toBeLessThanOrEqual(heads[1]!.start);
    });
  });
});

describe("text from right to left", () => {
  it("has the marks of lists and the first column of tables on its own side", async () => {
    for (const path of ["issues/quay-100/", "sessions/notes-rtl/"])
      await open.withPage(path, async (page) => {
        const list = page.locator(".prose ul").first();
        expect(await list.evaluate((element) => getComputedStyle(element).paddingRight)).not.toBe("0px");
        expect(await list.evaluate((element) => getComputedStyle(element).paddingLeft)).toBe("0px");
        const cells = page.locator(".prose th");
        const [first, second] = [await cells.first().boundingBox(), await cells.nth(1).boundingBox()];
        expect(first!.x).toBeGreaterThan(second!.x);
      });
  });

  it("leaves the date beside it in one piece", async () => {
    await open.withPage("actions/", async (page) => {
      const heading = page.getByRole("heading", { name: /דו״ח/ });
      const title = (await heading.getByRole("link").boundingBox())!;
      const day = (await heading.locator("time").boundingBox())!;
      expect(day.x).toBeGreaterThan(title.x + title.width);
    });
  });

  it("stands from right to left, and the page around it does not", async () => {
    await open.withPage("issues/quay-100/", async (page) => {
      const directionOf = (selector: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).direction);
      expect(await directionOf("h1")).toBe("rtl");
      expect(await directionOf(".field .prose p")).toBe("rtl");
      expect(await directionOf("body")).toBe("ltr");
      expect(await directionOf(".source")).toBe("ltr");
    });
  });
});

describe("in forced colours", () => {
  it.each(["", "issues/crane-001/", "issues/"])("keeps statuses, diffs and borders on /%s", async (path) => {
    await open.withPage(
      path,
      async (page) => {
        expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
        const icon = page.getByRole("main").locator(".status .icon").first();
        const [ink, ground] = await icon.evaluate((element) => [
          getComputedStyle(element).color,
          getComputedStyle(document.body).backgroundColor,
        ]);
        expect(ink).not.toBe(ground);
        expect((await page.getByRole("main").locator(".status").first().innerText()).trim()).not.toBe("");
      },
      { forcedColors: "active" },
    );
  });

  it("shows where the focus is, what is chosen and what a link leads to", async () => {
    const outline = (page: Page, selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle);
    await open.withPage(
      "issues/",
      async (page) => {
        await page.getByRole("combobox", { name: "Query" }).focus();
        expect(await outline(page, ".ask-in")).toBe("solid");
        await page.keyboard.type("s");
        await page.getByRole("option").first().waitFor();
        await page.keyboard.press("ArrowDown");
        expect(await outline(page, ".completions [aria-selected=true]")).toBe("solid");
        expect(await outline(page, ".completions [aria-selected=false]")).toBe("none");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+k");
        expect(await outline(page, ".dialog-form")).toBe("solid");
        await page.keyboard.press("Escape");
        await page.goto(`${open.served.origin}issues/crane-001/`);
        await page.getByRole("main").getByRole("link", { name: /^line/ }).first().click();
        await page.waitForURL(/#L\d+$/);
        expect(await outline(page, ":has(> .marks > span:target)")).toBe("solid");
      },
      { forcedColors: "active" },
    );
  });

  it("tells what was added and removed by signs", async () => {
    await open.withPage(
      "issues/crane-001/",
      async (page) => {
        expect((await page.locator("ins").first().innerText()).trim()).toMatch(/^\+/);
        expect((await page.locator("del").first().innerText()).trim()).toMatch(/^-/);
      },
      { forcedColors: "active" },
    );
  });
});

describe("where no motion is wanted", () => {
  it("nothing moves", async () => {
    await open.withPage(
      "lessons/",
      async (page) => {
        await page.keyboard.press("/");
        await page.getByRole("dialog").waitFor();
        const moving = await page.evaluate(() => document.getAnimations().length);
        expect(moving).toBe(0);
        const timed = await page.evaluate(
          () =>
            [...document.querySelectorAll("*")].filter((element) =>
              getComputedStyle(element)
                .transitionDuration.split(",")
                .some((time) => Number.parseFloat(time) > 0),
            ).length,
        );
        expect(timed).toBe(0);
      },
      { reducedMotion: "reduce" },
    );
  });
});

describe("on paper", () => {
  it.each(["", "search/?q=crane", "404.html"])("/%s asks for nothing", async (path) => {
    await open.withPage(path, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("input:visible, button:visible, select:visible").count()).toBe(0);
    });
  });

  it.each(["issues/crane-001/", "sessions/2026-02-03-harbour-crane/"])(
    "/%s is the record alone, dark on light",
    async (path) => {
      await open.withPage(
        path,
        async (page) => {
          await page.emulateMedia({ media: "print", colorScheme: "dark" });
          expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
          expect(await page.getByRole("contentinfo").isVisible()).toBe(false);
          expect(await page.locator("h1").isVisible()).toBe(true);
          const ink = await page.evaluate(() => getComputedStyle(document.body).color);
          expect(Math.max(...(ink.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(110);
          await page.setViewportSize({ width: 400, height: 800 });
          const wide = await page
            .locator("pre:visible")
            .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth + 1).length);
          expect(wide).toBe(0);
          expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(5_000);
        },
        { colorScheme: "dark" },
      );
    },
  );
});

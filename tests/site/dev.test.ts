/** `fixlore dev` in a browser: a save is seen without a hand, in its place, with what is wrong in it, and goes when it is mended. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDev, type RunningDev } from "../cli/start-dev.ts";
import { findViolations } from "./find-violations.ts";
import { openBrowser } from "./open-browser.ts";

const paragraphs = Array.from({ length: 80 }, (_, at) => `Turn ${at} of the wheel went as it should.`).join("\n\n");
const note = (problem: string, status = "Fixed"): string =>
  `# Session at the pump\n\n**Date**: 2026-02-03\n\n## PUMP-1: The pump stalls\n\n**Status**: ${status}\n\n**Problem**: ${problem}\n\n**Root Cause**: Dust.\n\n**Fix**: Clean it.\n\n## Notes\n\n${paragraphs}\n`;

let folder: string;
let dev: RunningDev;
let browser: Browser;
const write = (name: string, text: string): void => writeFileSync(join(folder, "content", name), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-dev-test-"));
  mkdirSync(join(folder, "content"));
  write("pump.md", note("It stalls."));
  write(
    "mill.md",
    "# Session at the mill\n\n**Date**: 2026-02-04\n\n## MILL-1: The mill is loud\n\n**Status**: Open\n",
  );
  [dev, browser] = await Promise.all([startDev([], { cwd: folder, args: ["--base", "/kb"] }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await dev?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page; what went wrong on it is expected to be nothing but pages that are gone, and a command that is. */
async function withPage(path: string, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/404|503|ERR_/.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  try {
    await page.goto(dev.address + path, { waitUntil: "load" });
    await run(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

const panel = "fixlore-faults section";

describe("a save", () => {
  it("is shown on the page that tells of it, which stays where it was", async () => {
    await withPage("sessions/pump/", async (page) => {
      await page.evaluate(() => scrollTo(0, 1200));
      write("pump.md", note("It hums and stalls."));
      await page.waitForFunction(() => document.body.textContent.includes("It hums and stalls."));
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(1200);
    });
    await withPage("issues/pump-1/", async (page) => {
      write("pump.md", note("It hums only."));
      await page.waitForFunction(() => document.body.textContent.includes("It hums only."));
      expect(await page.locator(panel).count()).toBe(0);
    });
  });

  it("that brings a note, or takes it away, changes lists and pages", async () => {
    await withPage("", async (page) => {
      write(
        "oven.md",
        "# Session at the oven\n\n**Date**: 2026-02-05\n\n## OVEN-1: The oven is cold\n\n**Status**: Open\n",
      );
      await page.getByRole("link", { name: "Session at the oven" }).waitFor();
      await page.getByRole("link", { name: "Session at the oven" }).click();
      await page.getByRole("heading", { name: "Session at the oven" }).waitFor();
      rmSync(join(folder, "content/oven.md"));
      await page.getByRole("heading", { name: "There is no such page." }).waitFor();
      // Where it comes back, so does its page.
      write("oven.md", "# Session at the oven\n\n**Date**: 2026-02-05\n");
      await page.getByRole("heading", { name: "Session at the oven" }).waitFor();
      rmSync(join(folder, "content/oven.md"));
      await page.getByRole("heading", { name: "There is no such page." }).waitFor();
      expect((await fetch(page.url())).status).toBe(404);
    });
  });

  it("of a page that nobody sees is shown when somebody does", async () => {
    await withPage("issues/pump-1/", async (page) => {
      const setHidden = (isHidden: boolean): Promise<void> =>
        page.evaluate((value) => {
          Object.defineProperty(document, "hidden", { value, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }, isHidden);
      await setHidden(true);
      write("pump.md", note("It waits unseen."));
      const served = async (): Promise<string> => (await fetch(page.url())).text();
      await expect.poll(served).toContain("It waits unseen.");
      expect(await page.content()).not.toContain("It waits unseen.");
      await setHidden(false);
      await expect.poll(() => page.content().catch(() => ""), { timeout: 10_000 }).toContain("It waits unseen.");
    });
  });
});

describe("what is wrong in the note just saved", () => {
  it("stands over the page, takes no focus, is told, and leads to its line", async () => {
    await withPage("issues/pump-1/", async (page) => {
      write("pump.md", note("It stalls.", "Wobbly"));
      await page.locator(panel).waitFor();
      expect(await page.locator(panel).innerText()).toContain("content/pump.md:7:1");
      expect(await page.locator(panel).innerText()).toContain('Unexpected status "Wobbly"');
      await expect.poll(() => page.locator(`${panel} [role=status]`).innerText()).toBe("1 warning");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
      expect(await findViolations(page)).toEqual([]);
      const paper = async (colorScheme: "light" | "dark"): Promise<string> => {
        await page.emulateMedia({ colorScheme });
        return await page.locator(panel).evaluate((element) => getComputedStyle(element).backgroundColor);
      };
      expect(await paper("dark")).not.toBe(await paper("light"));
      await page.locator(`${panel} a`).click();
      await page.waitForURL("**/sessions/pump/#L7");
      expect(await page.locator(panel).count()).toBe(1);
    });
  });

  it("is hidden by Escape until something else is wrong, and goes when all is mended", async () => {
    await withPage("issues/", async (page) => {
      await page.locator(panel).waitFor();
      await page.keyboard.press("Escape");
      await page.locator(panel).waitFor({ state: "hidden" });
      await page.goto(`${dev.address}sessions/`);
      await page.locator("fixlore-faults").waitFor({ state: "attached" });
      expect(await page.locator(panel).isVisible()).toBe(false);
      write("pump.md", note("It stalls.", "Wonky"));
      await page.locator(panel).waitFor();
      await page.getByRole("button", { name: "Hide" }).click();
      expect(await page.locator(panel).isVisible()).toBe(false);
      write("pump.md", note("It stalls.", "Wobbly again"));
      await page.locator(panel).waitFor();
      write("pump.md", note("It stalls."));
      await page.locator(panel).waitFor({ state: "detached" });
    });
  });

  it("is said of the configuration, too", async () => {
    await withPage("issues/", async (page) => {
      writeFileSync(join(folder, "fixlore.config.json"), '{ "content": 3 }');
      await page.locator(panel).waitFor();
      expect(await page.locator(panel).innerText()).toContain("fixlore.config.json");
      rmSync(join(folder, "fixlore.config.json"));
      await page.locator(panel).waitFor({ state: "hidden" });
    });
  });
});

describe("the rest of the site", () => {
  it("is searched as it is now, without an index", async () => {
    write("pump.md", note("It whistles <b>loudly</b>."));
    await withPage("", async (page) => {
      await page.waitForFunction(async () => (await (await fetch("issues/pump-1/")).text()).includes("whistles"));
      await page.keyboard.press("/");
      await page.locator("dialog [name=q]").fill("whistles pump");
      const hit = page.locator("dialog a.hit").first();
      await hit.waitFor();
      expect(await hit.innerText()).toContain("The pump stalls");
      expect(await hit.locator("mark").allInnerTexts()).toContain("whistles");
      await page.locator("dialog [name=q]").fill("whistles nope");
      // As with the index: what has the most telling words is found, where nothing has all.
      await page.locator("dialog").getByText("by the most telling words").waitFor();
      await page.goto(`${dev.address}search/?q=pump&kind=session`);
      await expect.poll(() => page.locator("a.hit").allInnerTexts()).toHaveLength(1);
      await page.goto(`${dev.address}issues/?q=whistles`);
      await expect.poll(() => page.locator("[data-says]").innerText()).toMatch(/^1 (?:of|issue)/);
    });
  });

  it("follows a command that was stopped and started again", async () => {
    await withPage("issues/pump-1/", async (page) => {
      const { port } = new URL(dev.address);
      await dev.stop();
      write("pump.md", note("It was changed meanwhile."));
      dev = await startDev([], { cwd: folder, args: ["--base", "/kb", "--port", port] });
      await expect
        .poll(() => page.content().catch(() => ""), { timeout: 20_000 })
        .toContain("It was changed meanwhile.");
    });
  });
});

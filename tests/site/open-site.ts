/** Folders of notes in, the site made of them out, served below a base path, with a browser to open its pages in. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildSite, type BuiltSite } from "./build-site.ts";
import { openBrowser } from "./open-browser.ts";
import { serveFolder, type Served } from "./serve-folder.ts";

export interface OpenSite {
  site: BuiltSite;
  served: Served;
  browser: Browser;
  /** Opens a page, hands it over, closes it. `faults` is what went wrong on it: errors of scripts, refused, failed and foreign requests. */
  withPage<Result>(
    path: string,
    run: (page: Page, faults: string[]) => Promise<Result>,
    options?: BrowserContextOptions,
  ): Promise<Result>;
  close(): Promise<void>;
}

export async function openSite(folders: readonly string[], base = "/kb/"): Promise<OpenSite> {
  const site = await buildSite(folders, {
    base,
    args: ["--title", "Harbour casebook", "--site", "https://notes.example"],
  });
  if (site.code !== 0) throw new Error(`The site could not be built: ${site.stderr}`);
  const served = await serveFolder(site.out, base);
  const browser = await openBrowser();
  return {
    site,
    served,
    browser,
    async withPage(path, run, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(String(error)));
      // What a page still asked for when it was left is dropped by the browser itself: that is no fault of the page.
      page.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText;
        if (reason !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} (${reason})`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(served.origin)) faults.push(`foreign: ${request.url()}`);
      });
      try {
        await page.goto(served.origin + path, { waitUntil: "load" });
        return await run(page, faults);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** A site built of hostile notes, every file of it read, and its pages opened in a browser: nothing of a note acts. `HOSTILE=full` takes all vectors and opens all pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite, type BuiltSite } from "../site/build-site.ts";
import { checkLinks } from "../site/check-links.ts";
import { openBrowser } from "../site/open-browser.ts";
import { serveFolder, type Served } from "../site/serve-folder.ts";
import { inspectPage } from "./inspect-page.ts";
import { hostileTitle, siteVectors, writeHostileNotes } from "./site-vectors.ts";

const isFull = process.env["HOSTILE"] === "full";
const base = "/kb/";
/** Every fifth of the vectors: those of one kind stand beside each other. */
const vectors = siteVectors.filter((_, index) => isFull || index % 5 === 0);
let site: BuiltSite;
let files: string[];
let served: Served;
let browser: Browser;

const read = (file: string): string => readFileSync(join(site.out, file), "utf8");
/** What a terminal acts on, XML cannot hold, or turns the text around it. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

beforeAll(async () => {
  site = await buildSite([writeHostileNotes(vectors)], {
    base,
    args: ["--title", hostileTitle, "--site", "https://notes.example", "--repository", "https://git.example/x"],
  });
  files = readdirSync(site.out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.out.length + 1));
  served = await serveFolder(site.out, base);
  browser = await openBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe("of hostile notes", () => {
  it("a site is built, with a page for each record", () => {
    expect(site.code, site.stderr).toBe(0);
    expect(files.filter((file) => /^sessions\/[^/]+\/index\.html$/.test(file))).toHaveLength(vectors.length);
    expect(checkLinks(site.out, base).broken).toEqual([]);
  });

  it("no page holds an element, handler, address, script or name that is not the site's own", () => {
    const pages = files.filter((file) => file.endsWith(".html"));
    const faults = pages.flatMap((page) => inspectPage(read(page), base).map((fault) => `${page}: ${fault}`));
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(vectors.length * 4);
  });

  it("data is data: JSON can be read, and texts hold no control character", () => {
    const texts = files.filter((file) => /\.(?:json|md|txt|xml)$/.test(file) && !file.startsWith("pagefind/"));
    expect(texts.length).toBeGreaterThan(vectors.length * 2);
    for (const file of texts.filter((file) => file.endsWith(".json")))
      expect(() => JSON.parse(read(file)), file).not.toThrow();
    expect(texts.filter((file) => controls.test(read(file)))).toEqual([]);
  });

  it("every file stands below the folder, under a name of plain letters", () => {
    const odd = files.filter((file) => !/^[A-Za-z0-9_./-]+$/.test(file) || file.includes(".."));
    expect(odd).toEqual([]);
  });
});

describe("in a browser", () => {
  it("feeds and site maps are well-formed XML", async () => {
    const page = await browser.newPage();
    for (const file of files.filter((file) => file.endsWith(".xml"))) {
      const fault = await page.evaluate(
        (text) => new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent,
        read(file),
      );
      expect(fault, file).toBeUndefined();
    }
    await page.close();
  });

  it(
    "no page runs, asks, leaves or renames anything, with all its parts unfolded",
    { timeout: isFull ? 900_000 : 120_000 },
    async () => {
      const pages = files.filter((file) => file.endsWith(".html"));
      // Two of each kind of page; the first notes are those with the odd names.
      const kinds = Map.groupBy(pages, (file) => file.split("/")[0] ?? "");
      const chosen = isFull ? pages : [...kinds.values()].flatMap((all) => [...all.slice(0, 3), ...all.slice(-2)]);
      const context = await browser.newContext({ acceptDownloads: false });
      const page = await context.newPage();
      const faults: string[] = [];
      let at = "";
      const tell = (what: string): void => void faults.push(`${at}: ${what}`);
      page.on("console", (message) => void (message.type() !== "log" && tell(message.text())));
      page.on("pageerror", (error) => tell(String(error)));
      page.on("dialog", (dialog) => void (tell(`dialog ${dialog.message()}`), void dialog.dismiss()));
      page.on("popup", () => tell("a window"));
      page.on("framenavigated", (frame) => void (frame.url() !== served.origin + at && tell(`went to ${frame.url()}`)));
      page.on(
        "request",
        (request) => void (!request.url().startsWith(served.origin) && tell(`asked ${request.url()}`)),
      );
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
          console.error(`refused ${violatedDirective} ${blockedURI}`),
        );
      });
      for (const file of new Set(chosen)) {
        at = file.replace(/(^|\/)index\.html$/, "$1");
        await page.goto(served.origin + at, { waitUntil: "load" });
        const found = await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          for (const element of document.querySelectorAll<HTMLElement>("main *")) {
            element.focus();
            element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          }
          const own = [
            "main",
            "query",
            "location",
            "cookie",
            "body",
            "forms",
            "documentElement",
            "currentScript",
            "getElementById",
          ];
          const names = window as unknown as Record<string, unknown>;
          return {
            hacked: names["hacked"],
            main: document.getElementById("main")?.tagName,
            clobbered: own.filter((name) => !["main", "query"].includes(name) && names[name] instanceof HTMLElement),
            changed: typeof document.getElementById !== "function" || document.documentElement.tagName !== "HTML",
          };
        });
        expect(found, at).toEqual({ hacked: undefined, main: "MAIN", clobbered: [], changed: false });
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it("the search and the list of issues show what they find as text", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
    page.on("request", (request) => void (!request.url().startsWith(served.origin) && faults.push(request.url())));
    await page.goto(`${served.origin}search/?q=hacked`);
    await page.locator(".hit").first().waitFor();
    expect(
      await page.locator("[data-search-results] :is(img, script, iframe, svg[onload], [onerror], [onclick])").count(),
    ).toBe(0);
    await page.goto(`${served.origin}issues/?q=${encodeURIComponent("acts <img src=x onerror=window.hacked=1>")}`);
    await page.waitForTimeout(300);
    await page.goto(`${served.origin}issues/?q=acts`);
    await page.locator("[data-found] .row").first().waitFor();
    expect(await page.locator("[data-found] :is(img, script, iframe, [onerror], [onclick])").count()).toBe(0);
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(faults).toEqual([]);
    await context.close();
  });
});

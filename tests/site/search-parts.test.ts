/** The search index in parts: it finds what one index finds, and a note that changes leaves most parts as they are. */
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "./build-site.ts";
import { fixtureNotes, writeNotes } from "./fixture-notes.ts";
import { openBrowser } from "./open-browser.ts";
import { serveFolder, type Served } from "./serve-folder.ts";

const fresh = (): string => mkdtempSync(join(tmpdir(), "fixlore-parts-"));
const inParts = [join(import.meta.dirname, "build-in-parts.ts"), "700"];
const base = "/kb/";
const hours = ["morning", "evening", "night"];
const notes = writeNotes({
  ...fixtureNotes,
  ...Object.fromEntries(
    hours.map((hour, index) => [
      `2026-03-0${index + 1}-${hour}.md`,
      `# ${hour} shift\n\n**Date**: March ${index + 1}, 2026\n\n## Issues\n\n### BUOY-${index + 1}00: Lantern of the ${hour} is out\n\n**Status**: Open\n\n**Problem**: The lantern of the buoy flickers at ${hour}, says \`src/buoy/${hour}-lantern.ts\`.\n`,
    ]),
  ),
});
const folders = { one: fresh(), several: fresh() };
const out = { one: join(folders.one, "site"), several: join(folders.several, "site") };

beforeAll(async () => {
  for (const built of [
    await buildSite([notes], { base, cwd: folders.one, out: out.one }),
    await buildSite([notes], { base, cwd: folders.several, out: out.several, program: inParts }),
  ])
    if (built.code !== 0) throw new Error(built.stderr);
});

const partsOf = (site: string): string[] => readdirSync(join(site, "pagefind")).filter((name) => /^\d+$/.test(name));

/** Names, contents and places on the disk of the files of each part. */
function readParts(site: string): { texts: Map<string, string>; places: number[] }[] {
  const root = join(site, "pagefind");
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return [null, ...partsOf(site)].map((part) => {
    const files = all.filter((file) => (/pagefind\/(\d+)\//.exec(file)?.[1] ?? null) === part);
    return {
      texts: new Map(files.map((file) => [file.slice(root.length), readFileSync(file, "base64")])),
      places: files.map((file) => statSync(file).ino),
    };
  });
}

describe("what readers load", () => {
  it("is one index for some notes, and nothing else", () => {
    expect(partsOf(out.one)).toEqual([]);
    expect(readFileSync(join(out.one, "pagefind/pagefind.js"), "utf8")).not.toContain("searchParts");
    expect(readdirSync(join(out.one, "pagefind")).filter((name) => /ui|highlight|unknown/.test(name))).toEqual([]);
  });

  it("is in parts for many, each without the program", () => {
    expect(partsOf(out.several).length).toBeGreaterThan(3);
    for (const part of partsOf(out.several)) {
      const names = readdirSync(join(out.several, "pagefind", part));
      expect(names).toContain("pagefind-entry.json");
      expect(names.filter((name) => /\.js$|wasm/.test(name))).toEqual([]);
    }
  });
});

describe("a search", () => {
  let browser: Browser;
  const served: Partial<Record<keyof typeof out, Served>> = {};
  beforeAll(async () => {
    browser = await openBrowser();
    for (const name of ["one", "several"] as const) served[name] = await serveFolder(out[name], base);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(served)) await server.close();
  });

  const look = async (site: keyof typeof out, address: string) => {
    const page: Page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() !== "log" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    try {
      await page.goto(`${served[site]!.origin}search/${address}`);
      await page
        .locator("[data-search-results] [role=status]", { hasNotText: "Searching" })
        .waitFor({ timeout: 15_000 });
      const seen = {
        says: await page.locator("[data-search-results] [role=status]").innerText(),
        numbers: await page.locator("[data-search-page] .number").allInnerTexts(),
        hits: await page
          .locator("[data-search-results] a.hit")
          .evaluateAll((hits) => hits.map((hit) => hit.getAttribute("href"))),
        first: await page.locator("[data-search-results] a.hit").first().innerText(),
      };
      expect(faults).toEqual([]);
      return seen;
    } finally {
      await page.close();
    }
  };

  /** Words of one note, of several, of none beside known ones; a path, an identifier and the beginning of one; a line of a log. */
  it.each([
    "?q=lantern",
    "?q=BUOY-100",
    "?q=BUOY-1",
    "?q=CRANE-002",
    "?q=ERR_BRAKE_EARLY",
    "?q=src/scheduler/queue.ts",
    "?q=morning-lantern",
    "?q=lantern%20brake",
    "?q=flickering%20evening",
    "?q=hook%20sways",
    "?q=%22lantern%20of%20the%20buoy%22",
    `?q=${encodeURIComponent("Error: ERR_BRAKE_EARLY at close after 0x12ab")}`,
    "?kind=issue",
    "?kind=issue&status=open",
    "?q=lantern&kind=session",
  ])("for %s finds what one index finds", async (address) => {
    const [one, several] = [await look("one", address), await look("several", address)];
    expect(one.hits.length).toBeGreaterThan(0);
    expect(one.hits.filter((hit) => !hit?.startsWith(base))).toEqual([]);
    expect(several.says).toBe(one.says);
    expect(several.numbers).toEqual(one.numbers);
    expect(several.hits.toSorted()).toEqual(one.hits.toSorted());
  });

  it("without words gives the newest first", async () => {
    const { hits } = await look("several", "?kind=issue&status=open");
    expect(hits.slice(0, 3).map((hit) => /buoy-\d+/.exec(hit ?? "")?.[0])).toEqual([
      "buoy-300",
      "buoy-200",
      "buoy-100",
    ]);
  });

  it("from any page finds in all parts, and shows where the words stand", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.several!.origin}lessons/`);
    await page.keyboard.press("/");
    await page.keyboard.type("lantern");
    const hits = page.getByRole("dialog").locator("a.hit");
    await expect
      .poll(() => hits.allInnerTexts(), { timeout: 15_000 })
      .toEqual(expect.arrayContaining(hours.map((hour) => expect.stringContaining(`Lantern of the ${hour}`))));
    expect(await hits.first().locator("mark").count()).toBeGreaterThan(0);
    await page.getByRole("dialog").getByRole("searchbox").fill("buoy flickers");
    await hits.first().locator("mark", { hasText: "flickers" }).waitFor();
    expect(await hits.first().innerText()).toContain("the buoy flickers at");
    await page.close();
  });
});

describe("a second build", () => {
  it("takes over each part whose records are the same, and makes the others as a build from nothing does", async () => {
    const before = readParts(out.several);
    appendFileSync(join(notes, "2026-03-01-morning.md"), "\nA gull sits on it.\n");
    // A file written this very moment may change again unseen: nothing vouches for it yet.
    await setTimeout(200);
    await buildSite([notes], { base, cwd: folders.several, out: out.several, program: inParts });
    const after = readParts(out.several);
    const isKept = after.map(({ places }, index) => places.join() === before[index]?.places.join());
    expect(isKept.filter((kept) => !kept).length).toBe(1);
    const cold = join(fresh(), "site");
    await buildSite([notes], { base, cwd: fresh(), out: cold, program: inParts });
    expect(existsSync(join(cold, "pagefind/3/index"))).toBe(true);
    expect(after.map(({ texts }) => texts)).toEqual(readParts(cold).map(({ texts }) => texts));
  });
});

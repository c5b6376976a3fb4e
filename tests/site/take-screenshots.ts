/**
 * Builds a folder of notes and photographs one page of each type: the pictures of the README, and what a designer looks at.
 *
 *   node tests/site/take-screenshots.ts                        content/ → docs/, the pictures of the README
 *   node tests/site/take-screenshots.ts DIR --out OUT --all    each page type, 360 to 1920 pixels wide, light and dark
 *   node tests/site/take-screenshots.ts --built SITE --out OUT --all
 */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { buildSite } from "./build-site.ts";
import { lendEmoji } from "./lend-emoji.ts";
import { openBrowser } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

interface Picture {
  name: string;
  path: string;
  width: number;
  height: number;
  colorScheme: "light" | "dark";
  fullPage: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "docs" },
    built: { type: "string" },
    all: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

/** The fullest page of a kind of record shows most of what such pages have; one that is asked for goes before it. */
function fullestOf(site: string, folder: string, wanted?: RegExp): string {
  const size = (name: string): number =>
    statSync(join(site, folder, name, "index.html"), { throwIfNoEntry: false })?.size ?? 0;
  const names = readdirSync(join(site, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "all")
    .map((entry) => entry.name)
    .sort((a, b) => size(b) - size(a) || a.localeCompare(b, "en"));
  return `${folder}/${encodeURIComponent(names.find((name) => wanted?.test(name)) ?? names[0] ?? "")}/`;
}

function listPages(site: string): Record<string, string> {
  return {
    dashboard: "",
    issues: "issues/",
    issue: fullestOf(site, "issues", /flaky-00[1-5]/),
    lessons: "lessons/",
    lesson: fullestOf(site, "lessons"),
    sessions: "sessions/",
    session: fullestOf(site, "sessions", /flaky|2b9af6/),
    files: "files/",
    file: fullestOf(site, "files"),
    status: "status/partial/",
    component: fullestOf(site, "components"),
    components: "components/",
    tag: fullestOf(site, "tags"),
    actions: "actions/",
    search: "search/?q=timeout",
    "not-found": "404.html",
  };
}

function planPictures(pages: Record<string, string>): Picture[] {
  const schemes = ["light", "dark"] as const;
  if (!values.all) {
    return ["issues", "issue"].flatMap((name) =>
      schemes.map((colorScheme) => ({
        name: `${name}-${colorScheme}`,
        path: pages[name] ?? "",
        width: 1280,
        height: 860,
        colorScheme,
        fullPage: false,
      })),
    );
  }
  return Object.entries(pages).flatMap(([name, path]) =>
    [360, 768, 1280, 1920].flatMap((width) =>
      schemes.map((colorScheme) => ({
        name: `${name}-${width}-${colorScheme}`,
        path,
        width,
        height: width < 700 ? 760 : 1000,
        colorScheme,
        fullPage: width < 1900,
      })),
    ),
  );
}

async function take(
  browser: Browser,
  origin: string,
  { name, path, width, height, colorScheme, fullPage }: Picture,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await lendEmoji(context);
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  // A page of all rows would be a picture of nothing: its first screens tell enough.
  if (fullPage) await page.setViewportSize({ width, height: Math.max(height, Math.min(tall, 2_600)) });
  await page.screenshot({ path: join(values.out, `${name}.png`) });
  await context.close();
}

const site = values.built ?? (await buildSite(positionals.length > 0 ? positionals : ["content"])).out;
mkdirSync(values.out, { recursive: true });
const served = await serveFolder(site);
const browser = await openBrowser();
try {
  for (const picture of planPictures(listPages(site))) {
    if (values.only === undefined || new RegExp(values.only).test(picture.name))
      await take(browser, served.origin, picture);
  }
} finally {
  await browser.close();
  await served.close();
}

/** `fixlore dev` as a process with a browser at it: its start, and from saving a note to the page that shows it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { startDev, type RunningDev } from "../cli/start-dev.ts";
import { openBrowser } from "../site/open-browser.ts";
import { median, type BenchContext, type Benchmark, type BenchTable } from "./benchmark.ts";

/** Saves of each page; the median counts. */
const saves = 10;
/** Milliseconds after which relations, found in the background, have been shown: the next save starts from rest. */
const rest = 6000;

const pages: Readonly<Record<string, (session: string) => string>> = {
  "the note": (session) => `sessions/${session}/`,
  "its issue": () => "issues/bench-1/",
  dashboard: () => "",
  "list of issues": () => "issues/",
};

const addition = (words: string): string =>
  `\n\n## BENCH-1: The lamp of the bench is dark\n\n**Status**: Open\n\n**Problem**: ${words}\n`;

export const dev: Benchmark = {
  name: "dev",
  about: "fixlore dev: its start, and from saving a note to the page in the browser",
  async run({ folder, scratch, repeats, say }: BenchContext): Promise<BenchTable[]> {
    const place = join(scratch, "dev");
    const content = join(place, "content");
    const usage = join(place, "usage.json");
    const start = (): Promise<RunningDev> =>
      startDev([], {
        cwd: place,
        flags: ["--import", join(import.meta.dirname, "report-usage.ts")],
        env: { FIXLORE_USAGE: usage },
      });
    const stop = async (running: RunningDev): Promise<number> => {
      await running.stop();
      return (JSON.parse(readFileSync(usage, "utf8")) as { peakBytes: number }).peakBytes;
    };
    const starts: Record<string, { seconds: number; peak: number }[]> = { cold: [], warm: [] };
    const browser = await openBrowser();
    try {
      for (let round = 0; round < repeats; round++) {
        rmSync(place, { recursive: true, force: true });
        mkdirSync(place);
        cpSync(folder, content, { recursive: true });
        await wait(300);
        for (const [name, costs] of Object.entries(starts)) {
          say(`  ${name} start (${round + 1} of ${repeats})`);
          const since = performance.now();
          const running = await start();
          const seconds = (performance.now() - since) / 1000;
          costs.push({ seconds, peak: await stop(running) });
        }
      }
      const running = await start();
      await running.wait(/in the notes/);
      const rows = await measureSaves(running, content, browser, say);
      const peak = await stop(running);
      return [
        {
          title: "Start of fixlore dev, until it serves",
          columns: [{ name: "start" }, { name: "time", unit: "s" }, { name: "peak", unit: "MB" }],
          rows: Object.entries(starts).map(([name, costs]) => ({
            start: name,
            time: median(costs.map(({ seconds }) => seconds)),
            peak: median(costs.map(({ peak: bytes }) => bytes)) / 1e6,
          })),
        },
        {
          title: `From a save to the page in the browser, medians of ${saves}`,
          columns: [
            { name: "page" },
            { name: "told", unit: "ms" },
            { name: "loaded", unit: "ms" },
            { name: "worst", unit: "ms" },
          ],
          rows,
          notes: [
            "told: the browser asks for the page anew; loaded: the load event of the page that shows what was saved.",
            `A sentence of an issue changes each time. At most ${(peak / 1e6).toFixed(0)} MB were held, all threads included.`,
          ],
        },
      ];
    } finally {
      await browser.close();
    }
  },
};

async function measureSaves(
  { address }: RunningDev,
  content: string,
  browser: Browser,
  say: (text: string) => void,
): Promise<BenchTable["rows"]> {
  const name = readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort()[0]!;
  const note = join(content, name);
  const before = readFileSync(note, "utf8");
  let words = 0;
  const save = (): string => {
    const sentence = `The lamp number ${++words} gives no light at the bench.`;
    writeFileSync(note, before + addition(sentence));
    return sentence;
  };
  save();
  await wait(rest);
  const issue = (await (await fetch(`${address}issues/bench-1.json`)).json()) as { issue: { sessions: string[] } };
  const session = issue.issue.sessions[0]!;
  const rows: Record<string, string | number>[] = [];
  const tab = await browser.newPage();
  for (const [page, pathOf] of Object.entries(pages)) {
    say(`  saves, with ${page} open`);
    await tab.goto(address + pathOf(session));
    const costs: { told: number; loaded: number }[] = [];
    for (let round = 0; round < saves; round++) {
      await wait(rest);
      const asked = tab.waitForRequest((request) => request.isNavigationRequest()).then(() => performance.now());
      const shown = tab.waitForEvent("load").then(() => performance.now());
      const since = performance.now();
      const sentence = save();
      costs.push({ told: (await asked) - since, loaded: (await shown) - since });
      if (page.startsWith("the note") && !(await tab.content()).includes(sentence))
        throw new Error(`The page of ${name} does not show what was saved.`);
    }
    rows.push({
      page,
      told: median(costs.map(({ told }) => told)),
      loaded: median(costs.map(({ loaded }) => loaded)),
      worst: Math.max(...costs.map(({ loaded }) => loaded)),
    });
  }
  return rows;
}

/** Nothing in, a Chromium that came with `npm ci` out: with the web's own rules of security switched on again. */
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/** Meant for serverless machines; they would hide what a reader's browser refuses. */
const laxArguments = new Set([
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
  // One process for all: a page that is closed takes the browser with it.
  "--single-process",
]);

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((argument) => !laxArguments.has(argument));
  for (let attempt = 1; ; attempt++) {
    try {
      return await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
    } catch (error) {
      // The first to ask unpacks the browser; who asks meanwhile finds half of it.
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

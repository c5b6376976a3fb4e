/** A browser context in, the same with a font for emoji out: the browser of the tests has none, every reader's has. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";

const folder = join(import.meta.dirname, "../../node_modules/@fontsource/noto-emoji");

/** Adds the font to the site's own style sheets on their way to the page, as a page's policy allows no others. */
export async function lendEmoji(context: BrowserContext): Promise<void> {
  const faces = (await readFile(join(folder, "index.css"), "utf8")).replaceAll("url(./files/", "url(/emoji-font/");
  const stack = `:root { --text: "Fixlore Text", system-ui, sans-serif, "Noto Emoji"; --mono: "Fixlore Code", monospace, "Noto Emoji"; }`;
  await context.route("**/*.css", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${faces}\n${stack}` });
  });
  await context.route("**/emoji-font/*", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    await route.fulfill({ body: await readFile(join(folder, "files", name)), contentType: "font/woff2" });
  });
}

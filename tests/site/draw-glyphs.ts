/**
 * Draws the letters that the pictures of issues are set in, once for all builds: no build needs a browser or a font library.
 *
 *   node tests/site/draw-glyphs.ts     the text face in two sizes → src/render/card-glyphs.bin
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openBrowser } from "./open-browser.ts";

const root = join(import.meta.dirname, "../..");
const font = readFileSync(
  join(
    root,
    "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  ),
).toString("base64");

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");
/** What the face has, but for control characters. */
const letters = [...`${range(0x20, 0x7e)}${range(0xa1, 0xff)}ıŒœ–—‘’‚“”„•…€™−`].filter((letter) => letter !== "\u00ad");
const faces = [
  { name: "title", size: 64, weight: 700 },
  { name: "small", size: 30, weight: 500 },
];

interface DrawnFace {
  name: string;
  /** For each letter: advance, then left and top of its box from the pen on the base line, width and height. */
  glyphs: [letter: string, box: [advance: number, left: number, top: number, width: number, height: number]][];
  /** Coverage of each pixel, 0 to 15, box after box. */
  coverage: number[];
}

const browser = await openBrowser();
try {
  const page = await browser.newPage();
  const drawn = await page.evaluate(
    async ({ font, letters, faces }): Promise<DrawnFace[]> => {
      const face = new FontFace("Card", `url(data:font/woff2;base64,${font})`, { weight: "200 800" });
      document.fonts.add(await face.load());
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [160, 160];
      const pen = canvas.getContext("2d", { willReadFrequently: true })!;
      return faces.map(({ name, size, weight }) => {
        const glyphs: DrawnFace["glyphs"] = [];
        const coverage: number[] = [];
        pen.font = `${weight} ${size}px Card`;
        for (const letter of letters) {
          pen.clearRect(0, 0, 160, 160);
          pen.fillText(letter, 40, 110);
          const { data } = pen.getImageData(0, 0, 160, 160);
          const alpha = (x: number, y: number): number => Math.round((data[(y * 160 + x) * 4 + 3] ?? 0) / 17);
          let [left, top, right, bottom] = [160, 160, -1, -1];
          for (let y = 0; y < 160; y++)
            for (let x = 0; x < 160; x++)
              if (alpha(x, y) > 0) {
                [left, top] = [Math.min(left, x), Math.min(top, y)];
                [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
              }
          const [width, height] = right < 0 ? [0, 0] : [right - left + 1, bottom - top + 1];
          const advance = Math.round(pen.measureText(letter).width * 10) / 10;
          glyphs.push([letter, [advance, width === 0 ? 0 : left - 40, height === 0 ? 0 : top - 110, width, height]]);
          for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) coverage.push(alpha(left + x, top + y));
        }
        return { name, glyphs, coverage };
      });
    },
    { font, letters, faces },
  );
  const header = JSON.stringify(drawn.map(({ name, glyphs }) => ({ name, glyphs })));
  const pixels = Uint8Array.from(drawn.flatMap(({ coverage }) => coverage));
  const file = gzipSync(Buffer.concat([Buffer.from(`${header}\n`), pixels]), { level: 9 });
  writeFileSync(join(root, "src/render/card-glyphs.bin"), file);
} finally {
  await browser.close();
}

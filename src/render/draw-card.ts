/** What an issue is called and how it stands in, a picture of it as PNG out: what a chat shows where its address is pasted. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { encodePng } from "./encode-png.ts";

export interface Card {
  /** Small, above the title: the name of the site. */
  above: string;
  title: string;
  /** Small, between the title and what stands below, as far as there is room: what is wrong. */
  about: string;
  /** Small, below: identifier, severity, date. */
  below: readonly string[];
  /** The word of the status, and the colour of the mark before it. */
  status: string;
  hue: "red" | "amber" | "green" | "grey";
}

interface Glyph {
  advance: number;
  /** Of its box, from the pen on the base line. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Where its pixels begin in the coverage. */
  offset: number;
}
type Face = Map<string, Glyph>;
/** The first line of the file; the coverage of all boxes follows, 0 to 15 a byte, one after the other. */
interface DrawnFace {
  name: string;
  glyphs: [letter: string, box: [advance: number, left: number, top: number, width: number, height: number]][];
}

/** As most services that show such pictures want it. */
export const cardSize = { width: 1200, height: 630 };
const edge = 84;
const mostLines = { title: 4, about: 3 };
/** No line of text before the status may stand lower. */
const floor = 458;

type Rgb = readonly [number, number, number];
const paper: Rgb = [247, 248, 246];
/** Each ink has as many steps from the paper as its letters need; a mark needs none. Sixteen colours are half a byte a pixel. */
const inks = {
  ink: { colour: [21, 24, 30], first: 0, steps: 8 },
  quiet: { colour: [99, 106, 119], first: 8, steps: 5 },
  pencil: { colour: [35, 72, 199], first: 13, steps: 1 },
  hue: { colour: null, first: 14, steps: 1 },
} as const;
type Ink = keyof typeof inks;
const hues: Record<Card["hue"], Rgb> = {
  red: [176, 42, 30],
  amber: [138, 86, 0],
  green: [26, 107, 61],
  grey: [99, 106, 119],
};

let loaded: { faces: Map<string, Face>; coverage: Uint8Array } | null = null;

function loadFaces(): { faces: Map<string, Face>; coverage: Uint8Array } {
  if (loaded) return loaded;
  const bytes = gunzipSync(readFileSync(new URL("./card-glyphs.bin", import.meta.url)));
  const end = bytes.indexOf(10);
  const faces = new Map<string, Face>();
  let offset = 0;
  for (const { name, glyphs } of JSON.parse(bytes.toString("utf8", 0, end)) as DrawnFace[]) {
    const face: Face = new Map();
    for (const [letter, [advance, left, top, width, height]] of glyphs) {
      face.set(letter, { advance, left, top, width, height, offset });
      offset += width * height;
    }
    faces.set(name, face);
  }
  loaded = { faces, coverage: bytes.subarray(end + 1) };
  return loaded;
}

/** What the face has no letter for (signs, other scripts) is left out. */
const writable = (text: string, face: Face): string =>
  [...text.normalize("NFC")]
    .filter((letter) => /\s/.test(letter) || face.has(letter))
    .join("")
    .replace(/\s+/g, " ")
    .trim();

const widthOf = (text: string, face: Face): number =>
  [...text].reduce((sum, letter) => sum + (face.get(letter)?.advance ?? 0), 0);

/** Breaks at spaces, and within a word that is wider than a line; what is left over after the last of `most` lines is cut. */
function breakLines(text: string, face: Face, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, face) <= room) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line, face) > room) {
      let cut = line.length - 1;
      while (widthOf(line.slice(0, cut), face) > room) cut--;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? "";
  while (widthOf(`${last}…`, face) > room) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

export function drawCard({ above, title, about, below, status, hue }: Card): Buffer {
  const { faces, coverage } = loadFaces();
  const [large, small] = [faces.get("title")!, faces.get("small")!];
  const { width, height } = cardSize;
  const pixels = new Uint8Array(width * height);
  const fill = (ink: Ink, x: number, y: number, w: number, h: number): void => {
    const value = inks[ink].first + inks[ink].steps;
    for (let row = y; row < y + h; row++) pixels.fill(value, row * width + x, row * width + x + w);
  };
  const write = (text: string, face: Face, ink: Ink, x: number, baseLine: number): number => {
    const { first, steps } = inks[ink];
    let pen = x;
    for (const letter of text) {
      const glyph = face.get(letter);
      if (!glyph) continue;
      const { advance, left, top, width: w, height: h, offset } = glyph;
      for (let row = 0; row < h; row++) {
        const start = (baseLine + top + row) * width + Math.round(pen) + left;
        for (let column = 0; column < w; column++) {
          const covered = coverage[offset + row * w + column] ?? 0;
          const step = Math.round((covered / 15) * steps);
          if (step > 0 && Math.round(pen) + left + column < width) pixels[start + column] = first + step;
        }
      }
      pen += advance;
    }
    return pen;
  };
  const room = width - 2 * edge;
  fill("pencil", 0, 0, 14, height);
  write(writable(above, small).slice(0, 60), small, "quiet", edge, 108);
  let y = 214;
  for (const line of breakLines(writable(title, large), large, room, mostLines.title)) {
    write(line, large, "ink", edge, y);
    y += 76;
  }
  const left = Math.min(mostLines.about, Math.floor((floor - y + 6) / 42) + 1);
  for (const line of left > 0 ? breakLines(writable(about, small), small, room, left) : []) {
    write(line, small, "quiet", edge, y - 6);
    y += 42;
  }
  fill("hue", edge, height - 98, 22, 22);
  let x = write(writable(status, small), small, "ink", edge + 38, height - 76);
  for (const part of below.map((text) => writable(text, small)).filter((text) => text !== "")) {
    if (x + 30 + widthOf(part, small) > width - edge) break;
    x = write(part, small, "quiet", x + 30, height - 76);
  }
  return encodePng(pixels, width, height, paletteFor(hues[hue]));
}

function paletteFor(hue: Rgb): Uint8Array {
  const palette = new Uint8Array(16 * 3);
  palette.set(paper);
  for (const { colour, first, steps } of Object.values(inks))
    for (let step = 1; step <= steps; step++)
      for (const [channel, ground] of paper.entries()) {
        const ink = (colour ?? hue)[channel]!;
        palette[(first + step) * 3 + channel] = Math.round(ground + ((ink - ground) * step) / steps);
      }
  return palette;
}

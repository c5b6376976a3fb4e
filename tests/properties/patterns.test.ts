/** No regular expression takes the square of what it is given: each is fed its worst, short and four times as long. */
import { describe, expect, it } from "vitest";
import { listPatterns } from "./list-patterns.ts";

/** Repeated, these make most patterns begin again and again. */
const pumps = [...'* |[(<#`-.:/=\t\n1aA"_\\,;é~'].concat(["a ", "a-", "a.", "- ", "| ", "\n ", "a1", "Aa"]);

/** What the pattern itself names, to begin with: "**Status" leads to where it repeats. */
const ownTexts = (source: string): string[] =>
  (
    source
      .replace(/\\p\{[^}]*\}|\\[wbBSD]/g, "a")
      .replaceAll("\\s", " ")
      .replaceAll("\\d", "1")
      .replaceAll("\\n", "\n")
      .match(/[^\\()[\]{}?*+|^$]+|\\\W/g) ?? []
  ).map((text) => text.replace("\\", ""));

/** Of this process alone: others may be busy. Milliseconds. */
function timeOf(work: () => void, times: number): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const short = 3_000;
/** Four times the text takes four times as long, or sixteen times where the square is taken. */
const factor = 4;
const mostGrowth = 9;

/** The text that makes it grow, null where there is none. */
function findSquare(pattern: RegExp): string | null {
  const own = ownTexts(pattern.source);
  const heads = ["", ...own.slice(0, 2)];
  for (const pump of new Set([...pumps, ...own]))
    for (const head of heads)
      for (const tail of ["", "\u0001"]) {
        const make = (length: number): string => head + pump.repeat(Math.ceil(length / pump.length)) + tail;
        const feed = (text: string) => () => void text.replace(pattern, "");
        const text = make(short);
        const once = timeOf(feed(text), 1);
        // The square of this many characters takes longer, and what takes less cannot be measured.
        if (once < 1 || timeOf(feed(text), 3) < 1) continue;
        // A thousand times what one look at each character takes: the cube would take hours to be sure of.
        if (once > 200) return JSON.stringify([head, pump, tail]);
        const longer = make(factor * short);
        if (timeOf(feed(longer), 3) > mostGrowth * timeOf(feed(text), 5)) return JSON.stringify([head, pump, tail]);
      }
  return null;
}

describe("regular expressions", () => {
  const found = listPatterns();

  it("are found in the sources", () => {
    expect(found.length).toBeGreaterThan(500);
  });

  it("take the square of nothing", { timeout: 300_000 }, () => {
    const squares = found
      .map(({ place, written, pattern }) => ({ place, written, text: findSquare(pattern) }))
      .filter(({ text }) => text !== null);
    expect(squares).toEqual([]);
  });

  it("would be caught if they did", () => {
    expect(findSquare(/\s+$/g)).not.toBe(null);
    expect(findSquare(/[a-z]+(?:[A-Z][a-z]+)+/g)).not.toBe(null);
    expect(findSquare(/(?<!\s)\s+$/g)).toBe(null);
  });
});

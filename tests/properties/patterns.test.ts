/** No regular expression takes the square of what it is given: each is fed its worst, short and four times as long. */
import { describe, expect, it } from "vitest";
import { listPatterns } from "./list-patterns.ts";

/** Repeated, these make most patterns begin again and again. */
const pumps = [...'* |[(<#`-.:/=\t\n1aA"_\\,;é~'].concat(["a ", "a-", "a.", "- ", "| ", "\n ", "a1", "Aa"]);

/**
 * These still do. Each is given a title, a label, a word of the command line or one field of a record, never a whole
 * note. A pattern that is mended must leave this list, and none may come to it.
 */
const stillSquare = new Set(
  [
    /\n\s*-{3,}\s*$/,
    /\([^)]*\)/g,
    /[.!?。！？](?=[\s*_)"”]*(?:\s|$))[*_)"”]*\s+(?=["“*_`(]*[\p{Lu}\p{Lo}])|\n\s*(?:[-*+]|\d+[.)])\s+|\n{2,}/gu,
    /^\W*(\p{L}+\s*)?#?\d/u,
    /\(\d+ (\w+ )?(failures?|failing|failed|violations?|errors?|tests?|panics?|issues?|occurrences?)\)|\b\d+ (failures|failing|violations|panics)\b|\d+ ?(→|->) ?\d+/iu,
    /\s+(?:to|in|for|of|on|at|by|with|from)\s[^:：]*[:：]?\s*$/i,
    /^[`*\s]*[(,]?\s*(?:at |on |near |around )?(?:~\s*)?(?:lines?|ln|l\.|zeilen?|líneas?|linhas?|行)[\s:#~]*(\d{1,6})(?:\s*(?:[-–]|to|,)\s*(\d{1,6}))?/iu,
    /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|$(?![\s\S]))|^[ \t]*\|.*$/gm,
    /!?\[([^\]]*)\]\([^)]*\)/g,
    /<[^>]+>/g,
    /^([ \t]*)(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^[ \t]*\2[ \t]*$/gm,
    /\B(?=(\d{3})+$)/g,
    /\n\s*\S/,
  ].map(String),
);

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
  const known = found.filter(({ written }) => stillSquare.has(written));

  it("are found in the sources", () => {
    expect(found.length).toBeGreaterThan(500);
    expect([...stillSquare].filter((written) => !found.some((pattern) => pattern.written === written))).toEqual([]);
  });

  it("take the square of nothing", { timeout: 300_000 }, () => {
    const squares = found
      .filter(({ written }) => !stillSquare.has(written))
      .map(({ place, written, pattern }) => ({ place, written, text: findSquare(pattern) }))
      .filter(({ text }) => text !== null);
    expect(squares).toEqual([]);
  });

  it("are on the list only as long as they do", () => {
    expect(known.filter(({ pattern }) => findSquare(pattern) === null).map(({ place }) => place)).toEqual([]);
  });

  it("would be caught if they did", () => {
    expect(findSquare(/\s+$/g)).not.toBe(null);
    expect(findSquare(/[a-z]+(?:[A-Z][a-z]+)+/g)).not.toBe(null);
    expect(findSquare(/(?<!\s)\s+$/g)).toBe(null);
  });
});

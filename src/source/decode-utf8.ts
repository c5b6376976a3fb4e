/** Turns bytes that should be UTF-8 into text, mending what is not. */
import { undefinedInWindows1252, western } from "./code-pages.ts";
import { emojiOfLowSurrogate } from "./emoji-of-low-surrogate.ts";
import { findMisread } from "./find-misread.ts";

/** What was done to bytes that are not UTF-8: read as Windows-1252, joined from surrogates, or replaced by U+FFFD. */
export type Mending = "windows-1252" | "surrogates" | "replaced";

export interface MendedText {
  text: string;
  /** How often, and offset of the first, in UTF-16 units. */
  mendings: Map<Mending, { count: number; offset: number }>;
}

/** Bytes that are no UTF-8: one stray byte, one character cut short, or one or two surrogates. Half-open. */
interface Flaw {
  start: number;
  end: number;
  kind: "stray" | "cut" | "surrogate";
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** ASCII letters: with bit 5 set, both cases are one. */
const isLetter = (byte = 0): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Length of the character at `at` if it is valid (Unicode 16, table 3-7), else 0. */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index++) if (!isContinuation(bytes[at + index])) return 0;
  const second = bytes[at + 1] ?? 0;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** The surrogate that ED A0 80 … ED BF BF stand for, else 0. */
function surrogateAt(bytes: Uint8Array, at: number): number {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3);
  return lead === 0xed && second >= 0xa0 && isContinuation(second) && isContinuation(third)
    ? 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)
    : 0;
}

function flawAt(bytes: Uint8Array, start: number): Flaw {
  const surrogate = surrogateAt(bytes, start);
  if (surrogate !== 0) {
    const isPair = surrogate < 0xdc00 && surrogateAt(bytes, start + 3) >= 0xdc00;
    return { start, end: start + (isPair ? 6 : 3), kind: "surrogate" };
  }
  const lead = bytes[start] ?? 0;
  const length = lead < 0xe0 ? 1 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
  let end = start + 1;
  while (end < start + length - 1 && isContinuation(bytes[end])) end++;
  // A file cut short ends so; but after a letter stands é of Windows-1252 rather than a sign of another script.
  const isWord = lead >= 0xe0 && lead !== 0xe2 && isLetter(bytes[start - 1]);
  const isAtEnd = end === bytes.length && lead >= 0xc2 && lead < 0xf5;
  return (isAtEnd && !isWord) || end > start + 1
    ? { start, end, kind: "cut" }
    : { start, end: start + 1, kind: "stray" };
}

function findFlaws(bytes: Uint8Array): Flaw[] {
  const flaws: Flaw[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = validLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const flaw = flawAt(bytes, at);
    flaws.push(flaw);
    at = flaw.end;
  }
  return flaws;
}

/** Signs of Windows-1252 that stand between two letters: ‘ ’ • – — … · and the soft hyphen. */
const betweenLetters = new Set([0x85, 0x91, 0x92, 0x95, 0x96, 0x97, 0xa0, 0xad, 0xb7]);

/** Windows-1252 gives words of Latin letters: no gaps of the code page, no signs inside words, no long rows of letters. */
function fitsWindows1252(bytes: Uint8Array, { start }: Flaw): boolean {
  const byte = bytes[start] ?? 0;
  if (undefinedInWindows1252.has(byte)) return false;
  if (byte < 0xc0 && !betweenLetters.has(byte) && isLetter(bytes[start - 1]) && isLetter(bytes[start + 1]))
    return false;
  let from = start;
  let to = start + 1;
  while (from > start - 4 && (bytes[from - 1] ?? 0) > 0x7f) from--;
  while (to < start + 5 && (bytes[to] ?? 0) > 0x7f) to++;
  return to - from <= 3;
}

/**
 * Never throws. Valid UTF-8 stays what it is, also beside stray bytes, unless the whole file is plainly Windows-1252.
 * Stray bytes are read as Windows-1252 where nearly all of them make sense so; what is left becomes U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array): MendedText {
  try {
    return { text: strict.decode(bytes), mendings: new Map() };
  } catch {
    return mend(bytes, findFlaws(bytes));
  }
}

function mend(bytes: Uint8Array, flaws: readonly Flaw[]): MendedText {
  const asWindows1252 = windows1252.decode(bytes);
  const sequences = findMisread(asWindows1252, western);
  const hasUtf8 = sequences.some(({ certain }) => certain) || flaws.some(({ kind }) => kind === "surrogate");
  const single = flaws.filter(({ kind }) => kind === "stray" || (kind === "cut" && !hasUtf8));
  const fitting = new Set(single.filter((flaw) => fitsWindows1252(bytes, flaw)));
  const isWindows1252 = fitting.size > single.length * 0.8;
  const mendings: MendedText["mendings"] = new Map();
  if (isWindows1252 && !hasUtf8 && fitting.size > sequences.length) {
    mendings.set("windows-1252", { count: single.length, offset: single[0]?.start ?? 0 });
    return { text: asWindows1252, mendings };
  }
  if (!isWindows1252 && !flaws.some(({ kind }) => kind === "surrogate")) {
    const offset = strict.decode(bytes.subarray(0, flaws[0]?.start)).length;
    mendings.set("replaced", { count: flaws.length, offset });
    return { text: lenient.decode(bytes), mendings };
  }
  let text = "";
  let copied = 0;
  for (const flaw of flaws) {
    if (copied < flaw.start) text += strict.decode(bytes.subarray(copied, flaw.start));
    copied = flaw.end;
    const [mending, character] = mendOne(bytes, flaw, isWindows1252 && fitting.has(flaw));
    const tally = mendings.get(mending);
    if (tally) tally.count++;
    else mendings.set(mending, { count: 1, offset: text.length });
    text += character;
  }
  return { text: text + strict.decode(bytes.subarray(copied)), mendings };
}

function mendOne(bytes: Uint8Array, flaw: Flaw, isWindows1252: boolean): [Mending, string] {
  if (isWindows1252) return ["windows-1252", windows1252.decode(bytes.subarray(flaw.start, flaw.end))];
  if (flaw.kind !== "surrogate") return ["replaced", "\ufffd"];
  const first = surrogateAt(bytes, flaw.start);
  if (flaw.end - flaw.start === 6) {
    return ["surrogates", String.fromCharCode(first, surrogateAt(bytes, flaw.start + 3))];
  }
  const emoji = first >= 0xdc00 ? emojiOfLowSurrogate(first) : null;
  return emoji === null ? ["replaced", "\ufffd"] : ["surrogates", emoji];
}

/** Turns text that was UTF-8 and had once been decoded as something else back into what it was, where that is certain. */
import type { Place } from "../model.ts";
import { chooseRepairs, joinNeighbours } from "./choose-repairs.ts";
import { codePages, macRoman, western, type CodePage, type CodePageName } from "./code-pages.ts";
import { findMisread, type Misread } from "./find-misread.ts";
import { placeOf } from "./place-of.ts";
import { restoreLostBytes } from "./restore-lost-bytes.ts";

export interface MojibakeRepair {
  encoding: CodePageName;
  /** How many stretches of the text were repaired. */
  count: number;
  /** First of them, in the repaired text. */
  place: Place;
}

export interface RepairedText {
  text: string;
  repairs: MojibakeRepair[];
  /** Offset in the repaired text of what stood at `offset` before. */
  moved: (offset: number) => number;
}

/** A repaired stretch, half-open, in the text as it is by now. */
interface Stretch {
  start: number;
  end: number;
  encoding: CodePageName;
  /** How long it was before all repairs. */
  originalLength: number;
}

/** `character` replaces `[start, end)`. */
interface Edit {
  start: number;
  end: number;
  character: string;
}

/** Each pass undoes one misreading; text damaged more often than this is beyond anybody's reading. */
const maximumPasses = 8;

/**
 * Reads back text that was UTF-8 decoded as Mac Roman, Windows-1252 or Latin-1: throughout or in parts, once or more
 * often. What could be meant as it stands is left alone, so text that was right comes back as it is. Linear in time.
 */
export function repairMojibake(text: string): RepairedText {
  let repaired = text;
  let stretches: Stretch[] = [];
  for (let pass = 0; pass < maximumPasses && /[^\0-\x7f]/.test(repaired); pass++) {
    const best = readBack(repaired);
    const { page, edits } = best.edits.length > 0 ? best : findLost(repaired, stretches);
    if (edits.length === 0) break;
    [repaired, stretches] = applyEdits(repaired, edits, page, stretches);
  }
  const repairs: MojibakeRepair[] = [];
  for (const encoding of ["Mac Roman", "Windows-1252", "Latin-1"] as const) {
    const own = stretches.filter((stretch) => stretch.encoding === encoding);
    const [first] = own;
    if (first) repairs.push({ encoding, count: own.length, place: placeOf(repaired, first.start, first.end) });
  }
  return { text: repaired, repairs, moved: (offset) => moveOffset(stretches, offset) };
}

function moveOffset(stretches: readonly Stretch[], offset: number): number {
  let shift = 0;
  for (const { start, end, originalLength } of stretches) {
    if (offset + shift <= start) break;
    shift = Math.max(shift - (originalLength - (end - start)), start - offset);
  }
  return offset + shift;
}

interface Reading {
  page: CodePage;
  edits: Edit[];
}

/** The code page that explains more of the text, with what is certain of it. Where two explain one place, the longer wins. */
function readBack(text: string): Reading {
  const [mac, west] = [macRoman, western].map((page) => joinNeighbours(findMisread(text, page))) as [
    Misread[],
    Misread[],
  ];
  const readings: Reading[] = [
    { page: macRoman, edits: withoutShorter(chooseRepairs(text, mac), west) },
    { page: western, edits: withoutShorter(chooseRepairs(text, west), mac) },
  ];
  const explained = ({ edits }: Reading): number => edits.reduce((sum, { start, end }) => sum + end - start, 0);
  return readings.reduce((left, right) => (explained(right) > explained(left) ? right : left));
}

/** Both lists are in order. */
function withoutShorter(edits: readonly Edit[], rivals: readonly Edit[]): Edit[] {
  let next = 0;
  return edits.filter(({ start, end }) => {
    for (let rival = rivals[next]; rival && rival.end <= start; rival = rivals[++next]);
    for (let index = next; (rivals[index]?.start ?? end) < end; index++) {
      const rival = rivals[index];
      if (rival && rival.end - rival.start > end - start) return false;
    }
    return true;
  });
}

/** Characters that lost a byte, once two stretches show that the note is damaged. What was repaired is right by now. */
function findLost(text: string, stretches: readonly Stretch[]): Reading {
  for (const page of codePages) {
    const proof = stretches.filter(({ encoding }) => (encoding === macRoman.name) === (page === macRoman));
    if (proof.length < 2) continue;
    const lost = restoreLostBytes(text, page);
    const lines = linesOf(text, lost);
    const damagedLines = new Set(linesOf(text, stretches));
    let next = 0;
    const edits = lost.filter(({ start, end, needsLine }, index) => {
      while ((stretches[next]?.end ?? Infinity) <= start) next++;
      const isRepaired = (stretches[next]?.start ?? Infinity) < end;
      return !isRepaired && (!needsLine || damagedLines.has(lines[index] ?? 0));
    });
    if (edits.length > 0) return { page, edits };
  }
  return { page: western, edits: [] };
}

/** Line, from 0, in which each part begins. The parts are in order. */
function linesOf(text: string, parts: readonly { start: number }[]): number[] {
  let line = 0;
  let lineEnd = text.indexOf("\n");
  return parts.map(({ start }) => {
    for (; lineEnd !== -1 && lineEnd < start; lineEnd = text.indexOf("\n", lineEnd + 1)) line++;
    return line;
  });
}

/** Only Latin-1 gives these controls: Windows-1252 has a sign for each, and programs use controls for its five gaps alone. */
const latin1Only = /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/;

/** Both lists are in order and free of overlaps, so one walk carries the earlier stretches over to the new text. */
function applyEdits(
  text: string,
  edits: readonly Edit[],
  page: CodePage,
  earlier: readonly Stretch[],
): [string, Stretch[]] {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let copied = 0;
  let shift = 0;
  let next = 0;
  /** Earlier stretches that end at or before `until` only move. */
  const keepUntil = (until: number): void => {
    for (let stretch = earlier[next]; stretch && stretch.end <= until; stretch = earlier[++next]) {
      stretches.push({ ...stretch, start: stretch.start + shift, end: stretch.end + shift });
    }
  };
  for (const { start, end, character } of edits) {
    keepUntil(start);
    parts.push(text.slice(copied, start), character);
    copied = end;
    const source = text.slice(start, end);
    const encoding = page === western && latin1Only.test(source) ? "Latin-1" : page.name;
    const from = start + shift;
    // A stretch damaged twice is one stretch, named for the first misreading undone.
    let inside: Stretch | undefined;
    let originalLength = end - start;
    for (let stretch = earlier[next]; stretch && stretch.start < end; stretch = earlier[++next]) {
      inside ??= stretch;
      originalLength += stretch.originalLength - (stretch.end - stretch.start);
    }
    stretches.push({
      start: from,
      end: from + character.length,
      encoding: inside?.encoding ?? encoding,
      originalLength,
    });
    shift += character.length - (end - start);
  }
  keepUntil(text.length);
  parts.push(text.slice(copied));
  return [parts.join(""), stretches];
}

/** Turns the misread stretches of a note into those that are certain enough to be repaired, weighing the whole note. */
import type { Misread } from "./find-misread.ts";

const quote = /["'`“”‘’]/;

/** Which characters of the lines are right: not ASCII, and not part of anything misread. */
interface RightText {
  byLine: Map<number, Set<string>>;
  any: boolean;
}

function collectRightText(text: string, found: readonly Misread[]): RightText {
  const byLine = new Map<number, Set<string>>();
  let any = false;
  let line = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const misread = found[next];
    if (misread && misread.start === at) {
      at = misread.end - 1;
      next++;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) line++;
    if (unit <= 0x7f) continue;
    any = true;
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    at += character.length - 1;
    const characters = byLine.get(line);
    if (characters) characters.add(character);
    else byLine.set(line, new Set([character]));
  }
  return { byLine, any };
}

/**
 * A note about damaged text shows it: alone in quotes (`â€™`), or in one line with the character it stands for
 * ("Ã© instead of é"). Such characters are left alone.
 */
function isShown(text: string, misread: Misread, right: RightText): boolean {
  const quoted = quote.test(text.charAt(misread.start - 1)) && quote.test(text.charAt(misread.end));
  const characters = right.byLine.get(misread.line);
  return quoted || (characters !== undefined && Array.from(misread.character).every((one) => characters.has(one)));
}

/** What stands side by side shares its fate: one emoji is often two characters. */
export function joinNeighbours(found: readonly Misread[]): Misread[] {
  const clusters: Misread[] = [];
  let characters: string[] = [];
  for (const misread of found) {
    const last = clusters.at(-1);
    if (last?.end === misread.start) {
      characters.push(misread.character);
      last.end = misread.end;
      last.certain ||= misread.certain;
      continue;
    }
    if (last) last.character = characters.join("");
    characters = [misread.character];
    clusters.push({ ...misread });
  }
  const last = clusters.at(-1);
  if (last) last.character = characters.join("");
  return clusters;
}

const isAscii = (text: string, at: number): boolean => !(text.charCodeAt(at) > 0x7f);

/**
 * Alphabets, character classes and tables of characters put anything side by side: there, more of the characters
 * beyond ASCII that stand together are right than misread. In order, as `found` is.
 */
function dropTables(text: string, found: readonly Misread[]): Misread[] {
  const kept: Misread[] = [];
  for (let index = 0; index < found.length;) {
    const first = found[index];
    if (!first) break;
    const together: Misread[] = [];
    let from = first.start;
    let to = first.start;
    let misread = 0;
    while (!isAscii(text, from - 1)) from--;
    for (; !isAscii(text, to); to++) {
      const next = found[index];
      if (next?.start !== to) continue;
      together.push(next);
      misread += next.end - next.start;
      to = next.end - 1;
      index++;
    }
    if (to - from <= misread * 2) for (const one of together) kept.push(one);
  }
  return kept;
}

/**
 * Chosen are the certain ones, and the doubtful ones where all that is not ASCII around them is damaged too: in their
 * line or in the whole note. `found` is joined: one holds all that stands side by side.
 */
export function chooseRepairs(text: string, found: readonly Misread[]): Misread[] {
  if (!found.some(({ certain }) => certain)) return [];
  const damage = dropTables(text, found);
  const right = collectRightText(text, damage);
  const shown = new Set(damage.filter((misread) => misread.certain && isShown(text, misread, right)));
  const proof = damage.filter((misread) => misread.certain && !shown.has(misread));
  const linesWithProof = new Set(proof.map(({ line }) => line));
  // So much damage elsewhere that the quotes are only quotes.
  const isWidespread = proof.length >= 3 && proof.length > shown.size;
  return damage.filter((misread) => {
    if (misread.certain) return isWidespread || !shown.has(misread);
    if (proof.length === 0) return false;
    return !right.any || (linesWithProof.has(misread.line) && !right.byLine.has(misread.line));
  });
}

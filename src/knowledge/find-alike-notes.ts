/** The text of a note and the notes of a base in, those out that say the same or nearly the same. */
import type { Session } from "../model.ts";

export interface AlikeNote {
  session: Pick<Session, "path" | "slug">;
  /** Part of the shorter note that stands in the other, from 0 to 1; 1 also says that no word differs. */
  share: number;
}

/** Words side by side that are compared as one: single words stand in every note. */
const runLength = 4;
/** Below this two notes of one kind are alike for their layout alone. */
const leastShare = 0.6;
/** A note that is part of one many times its length is no copy of it: logs and lists quote. */
const mostRatio = 4;

/** Most alike first. Marks, case and white space do not count. */
export function findAlikeNotes(
  text: string,
  sessions: readonly Pick<Session, "path" | "slug" | "source">[],
): AlikeNote[] {
  const own = runsOf(text);
  const whole = wordsOf(text).join(" ");
  return sessions
    .flatMap(({ path, slug, source }): AlikeNote[] => {
      if (source.length > text.length * mostRatio || text.length > source.length * mostRatio) return [];
      const other = runsOf(source);
      const share = sharedPart(own, other);
      if (share < leastShare) return [];
      const isSame = share > 0.999 && wordsOf(source).join(" ") === whole;
      return [{ session: { path, slug }, share: isSame ? 1 : Math.min(share, 0.99) }];
    })
    .sort((a, b) => b.share - a.share || (a.session.path < b.session.path ? -1 : 1));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of words as numbers: sets of strings would take a second and half a gigabyte for a few thousand notes. */
function runsOf(text: string): Set<number> {
  const hashes = wordsOf(text).map(hashWord);
  const runs = new Set<number>();
  for (let end = Math.min(runLength, hashes.length); end <= hashes.length && end > 0; end++) {
    runs.add(
      hashes.slice(Math.max(0, end - runLength), end).reduce((run, hash) => Math.imul(run, 0x01000193) ^ hash, 0),
    );
  }
  return runs;
}

/** FNV-1a, 32 bits. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return a.size === b.size ? 1 : 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared / small.size;
}

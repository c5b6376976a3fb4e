/** Says of a character that a repair would bring back whether people write it in notes, and in what company. */

/**
 * `common` characters stand alone in any text; a script name means that one letter of it proves nothing but several in
 * a row do; `mark` combines with the letter before it; `step` is no character of any text, but one that text damaged
 * twice goes through; `null` is what nobody writes.
 */
export type Plausibility = "common" | "mark" | "step" | Script | null;
type Script = "cyrillic" | "armenian" | "hebrew" | "arabic" | "indic" | "thai" | "georgian" | "cjk" | "braille";

const ranges: readonly [from: number, to: number, Exclude<Plausibility, null>][] = [
  [0x0080, 0x009f, "step"], // controls of Latin-1
  [0x00a0, 0x017f, "common"], // Latin-1 signs, Latin letters
  [0x0192, 0x0192, "common"],
  [0x01a0, 0x01a1, "common"], // Vietnamese
  [0x01af, 0x01b0, "common"],
  [0x0218, 0x021b, "common"], // Romanian
  [0x02c6, 0x02c7, "common"],
  [0x02d8, 0x02dd, "common"],
  [0x0300, 0x0333, "mark"],
  [0x0384, 0x03ce, "common"], // Greek
  [0x0400, 0x04ff, "cyrillic"],
  [0x0531, 0x058f, "armenian"],
  [0x05b0, 0x05f4, "hebrew"],
  [0x0600, 0x06ff, "arabic"],
  [0x0900, 0x0dff, "indic"],
  [0x0e00, 0x0e7f, "thai"],
  [0x10a0, 0x10ff, "georgian"],
  [0x1e00, 0x1eff, "common"], // Vietnamese
  [0x2000, 0x27ff, "common"], // punctuation, arrows, mathematics, box drawing, symbols, dingbats
  [0x2800, 0x28ff, "braille"],
  [0x2900, 0x2bff, "common"],
  [0x3000, 0x303f, "common"],
  [0x3040, 0x312f, "cjk"],
  [0x3200, 0x9fff, "cjk"],
  [0xac00, 0xd7a3, "cjk"],
  [0xf8ff, 0xf8ff, "step"], // byte F0, with which emoji begin, in Mac Roman
  [0xf900, 0xfaff, "cjk"],
  [0xfe0e, 0xfe0f, "common"], // variation selectors of emoji
  [0xfeff, 0xfeff, "common"],
  [0xff01, 0xffe6, "common"],
  [0xfffd, 0xfffd, "common"], // was lost before the damage
  [0x1d400, 0x1d7ff, "common"],
  [0x1f000, 0x1fbff, "common"], // emoji
  [0x20000, 0x2fa1f, "cjk"],
  [0xe0020, 0xe007f, "common"], // tags of flags
];

/** Looked up once per code point: notes repeat the same few hundred. */
const known = new Map<number, Plausibility>();

export function plausibilityOf(codePoint: number): Plausibility {
  let plausibility = known.get(codePoint);
  if (plausibility === undefined) {
    const range = ranges.find(([from, to]) => from <= codePoint && codePoint <= to);
    const assigned = range !== undefined && !/\p{Cn}/u.test(String.fromCodePoint(codePoint));
    plausibility = assigned ? range[2] : null;
    known.set(codePoint, plausibility);
  }
  return plausibility;
}

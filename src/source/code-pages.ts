/** Turns characters back into the bytes that a wrong code page had read them from. */

export type CodePageName = "Mac Roman" | "Windows-1252" | "Latin-1";

export interface CodePage {
  name: CodePageName;
  /** Byte of each UTF-16 unit, 0 for units that the code page lacks. ASCII is left out: it never takes part in damage. */
  bytes: Uint8Array;
}

function createTable(...labels: string[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const label of labels) {
    const decoder = new TextDecoder(label);
    for (let byte = 0x80; byte <= 0xff; byte++) {
      table[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte;
    }
  }
  return table;
}

export const macRoman: CodePage = { name: "Mac Roman", bytes: createTable("macintosh") };
// Some programs normalise the ohm sign; both stand for byte BD.
macRoman.bytes[0x2126] = 0xbd;

/**
 * Windows-1252 with Latin-1 on top. They differ in 0x80–0x9F only, where Latin-1 has control characters that no text
 * holds, so one table reads both, and also the programs that mix the two for the five bytes Windows-1252 leaves open.
 */
export const western: CodePage = { name: "Windows-1252", bytes: createTable("windows-1252") };
for (let byte = 0x80; byte <= 0x9f; byte++) western.bytes[byte] = byte;

export const codePages: readonly CodePage[] = [macRoman, western];

/** The bytes that Windows-1252 leaves undefined. */
export const undefinedInWindows1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Turns the bytes of a file into a verdict: which encoding they are in, or that they are no text at all. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";
export type Detection = { encoding: Encoding } | { binary: string };

const byteOrderMarks: readonly [Encoding, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How files of other kinds begin: https://www.garykessler.net/library/file_sigs.html. */
const signatures: readonly [kind: string, bytes: number[]][] = [
  ["PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ["JPEG image", [0xff, 0xd8, 0xff]],
  ["GIF image", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ["GIF image", [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]],
  ["PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["ZIP archive or Office document", [0x50, 0x4b, 0x03, 0x04]],
  ["old Office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ["gzip archive", [0x1f, 0x8b, 0x08]],
  ["7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["ELF program", [0x7f, 0x45, 0x4c, 0x46]],
  ["Mach-O program", [0xcf, 0xfa, 0xed, 0xfe]],
  ["WebAssembly module", [0x00, 0x61, 0x73, 0x6d]],
  ["SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00]],
];

/** Controls that text has no use for; tab, line ends, form feed, backspace and escape turn up in pasted logs. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x07 || byte > 0x0d) && byte !== 0x1b;
}

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** ASCII in UTF-16 has a zero in every other byte, all on one side. */
function detectUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 8192) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.02) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.02) return "utf-16be";
  return null;
}

export function detectEncoding(bytes: Uint8Array): Detection {
  for (const [encoding, mark] of byteOrderMarks) if (startsWith(bytes, mark)) return { encoding };
  for (const [kind, signature] of signatures) if (startsWith(bytes, signature)) return { binary: kind };
  const utf16 = detectUtf16(bytes);
  if (utf16) return { encoding: utf16 };
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls++;
  // A handful of stray controls is a flaw of a text; one in twenty bytes is no text.
  return controls >= 8 && controls > bytes.length / 20 ? { binary: "binary data" } : { encoding: "utf-8" };
}

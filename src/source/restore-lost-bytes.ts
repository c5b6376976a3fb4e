/** Turns misread characters of which a byte went missing into what they were, in notes known to be damaged. */
import { macRoman, western, type CodePage } from "./code-pages.ts";
import { emojiOfLowSurrogate } from "./emoji-of-low-surrogate.ts";

export interface LostByteRepair {
  /** Half-open, in UTF-16 units. */
  start: number;
  end: number;
  character: string;
  /** Capitals before a space are little proof: only in a line with other damage. */
  needsLine: boolean;
}

interface Rule {
  page: CodePage;
  pattern: RegExp;
  /** The character that `match` was; null where it could be several. */
  read: (match: string) => string | null;
  needsLine?: true;
}

/**
 * Windows-1252 leaves five bytes undefined, and programs drop them or write U+FFFD. Only characters that notes hold
 * and that no other common character shares its remaining bytes with.
 */
const withoutUndefinedByte: Readonly<Record<string, string>> = {
  âŒ: "❌",
  "â³": "⏳",
  "â°": "⏰",
  "â±": "⏱",
  "â¸": "⏸",
  "â“": "❓",
  "â¤": "❤",
  "â©": "⏩",
  "â\u00ad": "⭐",
  "â†": "←",
  "â€": "”",
  "ï¸": "\ufe0f",
};

function readWithoutUndefinedByte(match: string): string | null {
  return withoutUndefinedByte[match.replaceAll("\ufffd", "")] ?? null;
}

function bytesOf(match: string): number[] {
  return Array.from(match, (unit) => macRoman.bytes[unit.charCodeAt(0)] ?? 0);
}

const rules: readonly Rule[] = [
  {
    page: western,
    pattern: /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])â€\ufffd?(?=\p{Extended_Pictographic})/gu,
    read: () => "\u200d",
  },
  {
    page: western,
    pattern: /(?<!\p{L})â\ufffd?(?:[Œ³°±¸“¤©]|\u00ad\ufffd?(?!\ufe0f|ï¸))|(?<!\p{L})â†\ufffd?(?!['"])|ï¸\ufffd?/gu,
    read: readWithoutUndefinedByte,
  },
  { page: western, pattern: /(?<!\p{L})â\ufffd?\u00ad(?=\ufe0f|ï¸)/gu, read: () => "⏭" },
  // Between letters it may be a hyphen as well, before a straight quote a dash.
  { page: western, pattern: /(?<!\p{L})â€\ufffd?(?!['"])|â€\ufffd?(?![\p{L}'"])/gu, read: readWithoutUndefinedByte },
  // The no-break space A0 became a plain one.
  { page: western, pattern: /(?<!\p{L})âš (?= |\ufe0f|ï|$)/gmu, read: () => "⚠" },
  { page: western, pattern: /(?<!\p{L})âš(?= \S)/gu, read: () => "⚠" },
  { page: western, pattern: /(?<=\p{Ll})Ã (?=[\s.,;:!?)]|$)/gmu, read: () => "à", needsLine: true },
  { page: western, pattern: /(?<!\p{L})Ã (?= \p{L})/gu, read: () => "à", needsLine: true },
  { page: western, pattern: /(?<!\p{L})Ã(?= \p{L})/gu, read: () => "à", needsLine: true },
  { page: western, pattern: /(?<!\p{Lu})Â (?=\S| )/gu, read: () => "\u00a0", needsLine: true },
  // The first byte of an emoji is a private character in Mac Roman, which some programs drop.
  {
    page: macRoman,
    pattern: /(?<!\p{L})ü[^\0-\x7f]{2}/gu,
    read(match) {
      const [, second = 0, third = 0] = bytesOf(match);
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return null;
      const character = String.fromCodePoint(0x1f000 | ((second & 0x3f) << 6) | (third & 0x3f));
      return /\p{Extended_Pictographic}/u.test(character) && !/\p{Cn}/u.test(character) ? character : null;
    },
  },
  // Some terminals write an emoji as two surrogates and lose the first.
  {
    page: macRoman,
    pattern: /(?<!\p{L})Ì[^\0-\x7f]{2}/gu,
    read(match) {
      const [, second = 0, third = 0] = bytesOf(match);
      if ((second & 0xf0) !== 0xb0 || (third & 0xc0) !== 0x80) return null;
      return emojiOfLowSurrogate(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
    },
  },
];

/** In order and without overlaps. Only for text where `page` is known to have done damage: these marks alone prove nothing. */
export function restoreLostBytes(text: string, page: CodePage): LostByteRepair[] {
  const found: LostByteRepair[] = [];
  for (const rule of rules) {
    if (rule.page !== page) continue;
    const { needsLine = false } = rule;
    for (const { 0: match, index } of text.matchAll(rule.pattern)) {
      const character = rule.read(match);
      if (character !== null) found.push({ start: index, end: index + match.length, character, needsLine });
    }
  }
  found.sort((left, right) => left.start - right.start);
  let end = 0;
  return found.filter((repair) => {
    if (repair.start < end) return false;
    end = repair.end;
    return true;
  });
}

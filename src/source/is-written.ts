/** Tells whether people write the characters that a code page makes of one UTF-8 sequence side by side on purpose. */
import { western, type CodePage } from "./code-pages.ts";

const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;

/** What may follow a letter directly: quotes that close, dashes, ellipses, marks of trade, footnotes and powers. */
const afterLetter = new Set("’”“‘»«›‹–—…·•®™²³¹\u00a0\u00ad");
/** What may follow such a sign. */
const afterSign = new Set("’”“‘»«›‹–—…\u00a0");
/** What may follow the letters that are also units: Å², Å ± 0.1. */
const afterUnit = new Set("±°˜");
const openers = new Set("\"'`“‘«‹„‚(");

/** What stands after an operator or dash: `√π`, `≈£100`, `¬Ω`, `0–∞`. */
const variables = "πΩµ∞∑∏∂∫";
const operands: Readonly<Record<string, string>> = {
  "√": variables,
  "¬": variables,
  "∆": variables,
  ƒ: variables,
  "÷": variables,
  "≈": `${variables}±£¥¢`,
  "–": `${variables}±≤≥≠°£¥¢`,
  "—": `${variables}±≤≥≠°£¥¢`,
};
/** Signs that open a word or stand between two, so that an accented letter may follow: “école, l’été, mot—été, √Über. */
const wordOpeners = new Set("«»…–—“”‘’‹›·€");
const capitals = new Set("ÄÅÇÉÖÜÆØ");

/**
 * `text.slice(start, end)` is what `page` makes of one UTF-8 sequence. True where right text may hold it: then only
 * other evidence can show that it is damage.
 */
export function isWritten(text: string, start: number, end: number, page: CodePage): boolean {
  return page === western ? isWrittenWestern(text, start, end) : isWrittenMac(text, start, end);
}

/** In Windows-1252 the first character is a letter and what follows are signs. */
function isWrittenWestern(text: string, start: number, end: number): boolean {
  const lead = text.charAt(start);
  const previous = text.charAt(start - 1);
  for (let at = start + 1; at < end; at++) {
    const sign = text.charAt(at);
    const allowed = at === start + 1 ? afterLetter : afterSign;
    if (!allowed.has(sign) && !(lead === "Å" && afterUnit.has(sign))) return false;
  }
  // No word goes on with a capital: "voilÃ", "naÃ¯ve".
  if (upper.test(lead) && lower.test(previous)) return false;
  // These end words but are none themselves, unless somebody quotes the letter.
  return (lead !== "Ã" && lead !== "Â" && lead !== "â") || letter.test(previous) || openers.has(previous);
}

/** In Mac Roman the first character is a sign or capital and what follows are letters and signs. */
function isWrittenMac(text: string, start: number, end: number): boolean {
  const lead = text.charAt(start);
  const second = text.charAt(start + 1);
  const previous = text.charAt(start - 1);
  if (end - start === 3) {
    // A quoted word of languages that double their vowels: „Ööbik.
    const third = text.charAt(start + 2);
    return (lead === "„" || lead === "‚") && second !== third && second.toLowerCase() === third;
  }
  if (end - start > 3) return false;
  if (operands[lead]?.includes(second)) {
    // Inside a word ("f√∂r") or after a figure ("25¬∞C") it is no operator.
    if (lead === "¬" && /\d/.test(previous)) return false;
    return !(letter.test(previous) && letter.test(text.charAt(start - 2)));
  }
  if (lead === "√" && capitals.has(second)) return !letter.test(previous) && lower.test(text.charAt(end));
  return wordOpeners.has(lead) && (letter.test(second) || lead === "€");
}

/** A word or phrase and the text of a record in, whether it is found out. */

/**
 * The terms of a text in one string: " term term ", so that a search for " ter" is a search for a beginning of a term.
 * `raw` is for what has no term in it, as "!=".
 */
export interface Haystack {
  terms: string;
  /** The same with camel case taken apart: "gracefulShutdown" as "graceful shutdown". */
  parts: string;
  raw: string;
}

/** What is looked for: any of these strings in the terms (or, where it has no terms, in the raw text). */
export interface Needle {
  terms: string[];
  parts: string[];
  raw: string | null;
}

const marks = /\p{M}+/gu;
/** Scripts that write words without spaces: a beginning of a term says nothing there. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Between two texts: no phrase reaches over it. */
const border = " \n ";

const notAscii = /[\u0080-\uffff]/;

const plain = (text: string): string => (notAscii.test(text) ? text.normalize("NFKD").replace(marks, "") : text);
const breakCamel = (text: string): string =>
  notAscii.test(text)
    ? text.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, "$1 ").replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ")
    : text.replace(/([a-z0-9])(?=[A-Z])/g, "$1 ").replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ");
const breakTerms = (text: string): string =>
  text.replace(notAscii.test(text) ? /[^\p{L}\p{N}]+/gu : /[^a-zA-Z0-9]+/g, " ");

/** Line by line where it must be, because few lines need the slow classes of Unicode. */
const byLine = (text: string, change: (line: string) => string): string =>
  notAscii.test(text) ? text.split("\n").map(change).join("\n") : change(text);

const termsOf = (text: string): string => ` ${byLine(text, breakTerms).toLowerCase()} `.replace(/\s{2,}|\n/g, " ");
/** What camel case looks like; other scripts are looked at closer. */
const camelCase = /[a-z0-9][A-Z]|[A-Z]{2}[a-z]|[\u0080-\uffff]/;

export function createHaystack(texts: readonly string[]): Haystack {
  const plains = texts.map((text) => byLine(text, plain));
  const all = plains.map(termsOf);
  const terms = all.join(border);
  const parts = plains
    .map((text, at) => (camelCase.test(text) ? termsOf(byLine(text, breakCamel)) : all[at]!))
    .join(border);
  return { terms, parts: parts === terms ? "" : parts, raw: plains.join("\n").toLowerCase() };
}

/** Endings and what may stand in their place: "failed" also finds "fail", "retries" also "retry". */
const endings: readonly [ending: RegExp, replacements: string[]][] = [
  [/(?<=[^aeiou])ies$/, ["y"]],
  [/(?<=[^aeiou])ied$/, ["y"]],
  [/(?<=[^aeiou])y$/, ["ies", "ied"]],
  [/([b-df-hj-np-tv-z])\1(?:ing|ed)$/, ["$1"]],
  [/(?:ing|ed)$/, ["", "e"]],
  [/(?<=[sxz]|[cs]h)es$/, [""]],
  [/(?<![su])s$/, [""]],
  [/(?<=[^aeiou])e$/, ["ing"]],
];
const shortest = 4;

/** What a word may begin a term with; closed by a space where it must be the whole term. */
function wordForms(word: string): string[] {
  if (unspaced.test(word)) return [word];
  if (word.length < 3 || /^\p{N}+$/u.test(word)) return [` ${word} `];
  const forms = new Set([` ${word}`]);
  if (/^[a-z]+$/.test(word)) {
    for (const [ending, replacements] of endings) {
      if (!ending.test(word)) continue;
      for (const replacement of replacements) {
        const form = word.replace(ending, replacement);
        // The stem of a short word begins too many others: "uses" is not "user".
        if (form.length >= 3) forms.add(form.length >= shortest ? ` ${form}` : ` ${form} `);
      }
    }
  }
  return [...forms];
}

/**
 * A word of letters and digits is found at the beginning of a term, lightly stemmed. One with other characters in it
 * (a path, an identifier, an error code) is found as its terms side by side, the last as a beginning. A phrase is found
 * as its terms side by side, whole. Case and accents never matter.
 */
export function createNeedle(type: "word" | "phrase", text: string): Needle {
  const clean = plain(text);
  const terms = termsOf(clean);
  if (terms.trim() === "") return { terms: [], parts: [], raw: clean.trim().toLowerCase() };
  const split = termsOf(breakCamel(clean));
  const isSingle = !terms.trim().includes(" ");
  const sequence = (all: string): string => {
    const last = all.trimEnd().split(" ").at(-1)!;
    if (type === "phrase" || last.length < 3) return all;
    return all.trimEnd();
  };
  const forms = type === "word" && isSingle ? wordForms(terms.trim()) : [sequence(terms)];
  return { terms: forms, parts: split === terms ? forms : [sequence(split)], raw: null };
}

export function matchText(needle: Needle, haystack: Haystack): boolean {
  if (needle.raw !== null) return haystack.raw.includes(needle.raw);
  if (needle.terms.some((form) => haystack.terms.includes(form))) return true;
  const parts = haystack.parts === "" ? haystack.terms : haystack.parts;
  return (haystack.parts !== "" || needle.parts !== needle.terms) && needle.parts.some((form) => parts.includes(form));
}

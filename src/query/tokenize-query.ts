/** The text of a query in, its tokens out: parentheses, operators, words, phrases, and qualifiers with their raw values. */
import type { QueryError, Span } from "./grammar.ts";
import { findQualifier, qualifierNames } from "./qualifiers.ts";
import { findField, recordFields } from "./record-fields.ts";
import { suggestNames } from "./suggest-names.ts";

export interface RawValue extends Span {
  text: string;
  isQuoted: boolean;
}

export type Token = Span &
  (
    | { type: "(" | ")" | "OR" | "AND" | "NOT" }
    | { type: "word" | "phrase"; text: string }
    | { type: "qualifier"; name: string; values: RawValue[] }
  );

const fieldNames = recordFields.map(({ name }) => name);
const operators = new Set(["OR", "AND", "NOT"]);
const qualifierStart = /^([\p{L}][\p{L}\p{N}_-]*):(.*)$/su;
const space = /\s/;
/** Typed quotes, and those that a text processor makes of them. */
const quotes = new Set(['"', "“", "”", "„"]);

/** What after `name:` says that the colon belongs to a word: an address, a path, a scope, an assignment, nothing. */
const wordTails = [/^$/, /^\//, /^\\/, /^:/, /^=/];

export function tokenizeQuery(text: string): { tokens: Token[]; errors: QueryError[] } {
  const tokens: Token[] = [];
  const errors: QueryError[] = [];
  let at = 0;

  const report = (start: number, length: number, message: string, suggestions: string[] = []): void => {
    errors.push({ message, column: start + 1, length, suggestions });
  };

  /** Reads the phrase that begins at `at`. */
  const readPhrase = (): string => {
    const start = at++;
    let phrase = "";
    while (at < text.length && !quotes.has(text[at]!)) {
      if (text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) at++;
      phrase += text[at++];
    }
    if (at >= text.length)
      report(start, text.length - start, `Unclosed quote: expected " at the end of the phrase`, [`${text}"`]);
    at++;
    return phrase;
  };

  /** Reads up to a space or an unpaired `)`, and to a comma where `stop` says so. */
  const readBare = (stop: string): string => {
    const start = at;
    let depth = 0;
    for (; at < text.length && !space.test(text[at]!); at++) {
      const character = text[at]!;
      if (stop.includes(character) || (at > start && quotes.has(character) && stop !== "")) break;
      if (character === "(") depth++;
      else if (character === ")" && --depth < 0) break;
    }
    return text.slice(start, at);
  };

  const readValues = (): RawValue[] => {
    const values: RawValue[] = [];
    do {
      const start = at;
      const isQuoted = quotes.has(text[at] ?? "");
      let value = isQuoted ? readPhrase() : readBare(",");
      // `"a b".."c d"` and `"x"y` are one value: what is glued to a phrase goes on with it.
      while (at < text.length && !space.test(text[at]!) && text[at] !== "," && text[at] !== ")") {
        const before = at;
        value += quotes.has(text[at]!) ? readPhrase() : readBare(",");
        if (at === before) break;
      }
      values.push({ text: value, isQuoted, column: start + 1, length: Math.min(at, text.length) - start });
    } while (text[at] === "," && ++at);
    return values;
  };

  while (at < text.length) {
    const start = at;
    const character = text[at]!;
    const span = () => ({ column: start + 1, length: Math.min(at, text.length) - start });
    if (space.test(character)) {
      at++;
    } else if (character === "(" || character === ")") {
      at++;
      tokens.push({ type: character, ...span() });
    } else if (quotes.has(character)) {
      const phrase = readPhrase();
      if (phrase.trim() === "") report(start, 2, "Empty phrase: expected text between the quotes");
      tokens.push({ type: "phrase", text: phrase, ...span() });
    } else if (character === "-" && at + 1 < text.length && !/[\s\->)]/.test(text[at + 1]!)) {
      at++;
      tokens.push({ type: "NOT", ...span() });
    } else {
      const name = qualifierName(text.slice(at), report, at);
      if (name !== null) {
        at += name.length + 1;
        tokens.push({ type: "qualifier", name, values: readValues(), ...span() });
        continue;
      }
      const word = readBare("");
      if (operators.has(word)) tokens.push({ type: word as "OR" | "AND" | "NOT", ...span() });
      else if (word === "-") report(start, 1, `Nothing to exclude: expected a term directly after "-"`);
      else tokens.push({ type: "word", text: word, ...span() });
    }
  }
  return { tokens, errors };
}

type Report = (start: number, length: number, message: string, suggestions?: string[]) => void;

/** The name before the colon when what begins here is a qualifier, known or mistyped; null for a word. */
function qualifierName(rest: string, report: Report, at: number): string | null {
  const [, name, tail = ""] = qualifierStart.exec(/^\S*/.exec(rest)?.[0] ?? "") ?? [];
  if (name === undefined) return null;
  if (findQualifier(name) !== undefined) return /^(?:\/\/|:)/.test(tail) ? null : name;
  if (wordTails.some((pattern) => pattern.test(tail))) return null;
  const near = suggestNames(name, qualifierNames);
  if (/^\d+(?::\d+)*[.,;)]*$/.test(tail) && near.length === 0) return null;
  const text = tail.replaceAll('"', "");
  const quoted = `"${name}:${text}"`;
  const meant = near.map((other) => `"${other}"`).join(" or ");
  // "title:foo" is how other tools search one field.
  const field = near.length > 0 ? undefined : (findField(name)?.name ?? suggestNames(name, fieldNames)[0]);
  const scoped = `in:${field} ${/\s/.test(text) ? `"${text}"` : text}`;
  if (meant !== "") report(at, name.length, `Unknown qualifier "${name}"; did you mean ${meant}?`, near);
  else if (field !== undefined)
    report(at, name.length, `Unknown qualifier "${name}"; to search in one field, write ${scoped}`, [scoped, quoted]);
  else report(at, name.length, `Unknown qualifier "${name}"; to search for the text, quote it: ${quoted}`, [quoted]);
  return name;
}

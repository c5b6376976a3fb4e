/** Grammar scopes in, a class of code text out: one sentinel colour a class, so that the style sheet alone decides how code looks. */
import type { ThemeRegistrationRaw } from "shiki/core";

/**
 * Few classes on purpose: code in a note is read, not edited. Later rows win where a scope matches twice, as in TextMate.
 * The class names are those of `site/styles/code.css`.
 */
const scopesOfClass: Record<string, string[]> = {
  k: [
    "keyword",
    "storage",
    "storage.type",
    "storage.modifier",
    "punctuation.definition.directive",
    "keyword.operator.new",
  ],
  // Plain text: half of all spans would be theirs.
  "": ["keyword.operator", "punctuation", "meta.brace"],
  n: ["constant", "constant.numeric", "constant.language", "constant.character.escape", "variable.language"],
  f: ["entity.name.function", "support.function", "meta.function-call.generic", "entity.name.command"],
  t: ["entity.name.type", "support.type", "support.class", "entity.name.tag", "entity.name.namespace"],
  a: [
    "entity.other.attribute-name",
    "support.type.property-name",
    "entity.name.tag.yaml",
    "variable.other.property.key",
  ],
  s: ["string", "string punctuation.definition.string", "markup.inline.raw"],
  c: ["comment", "punctuation.definition.comment", "meta.diff.range", "meta.diff.header"],
  i: ["markup.inserted"],
  d: ["markup.deleted"],
  h: ["markup.heading", "entity.name.section"],
};

const names = Object.keys(scopesOfClass);
const sentinel = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, "0")}`.toUpperCase();
const classOfColour = new Map(names.map((name, index) => [sentinel(index), name]));

/** The class of a token by its colour, null for plain text. */
export function codeClass(colour: string | undefined): string | null {
  return (colour && classOfColour.get(colour.toUpperCase())) || null;
}

export const codeTheme: ThemeRegistrationRaw = {
  name: "fixlore",
  type: "light",
  settings: [
    { settings: { foreground: "#000000", background: "#FFFFFF" } },
    ...names.map((name, index) => ({
      scope: scopesOfClass[name] ?? [],
      settings: { foreground: sentinel(index) },
    })),
  ],
};

/** Repaired text in, a parsed note out: front matter as data, the body as mdast whose positions count in the whole text. */
import type { Document, SourceText } from "../model.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ParserName } from "./parser-names.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/** Parses one note. Never throws: broken front matter is a diagnostic. */
export function parseDocument(source: SourceText, parser?: ParserName): Document {
  const { path, text } = source;
  const { meta, bodyOffset, diagnostics } = readFrontMatter(path, text);
  // Blanks in place of the front matter keep every position true for the whole text.
  const blanked = text.slice(0, bodyOffset).replace(/[^\n]/g, " ") + text.slice(bodyOffset);
  return {
    path,
    text,
    meta,
    bodyOffset,
    tree: parseMarkdown(blanked, parser),
    diagnostics: [...source.diagnostics, ...diagnostics],
  };
}

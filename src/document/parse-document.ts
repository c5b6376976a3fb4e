/** Repaired text in, a parsed note out: front matter as data, the body as mdast whose positions count in the whole text. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, SourceText } from "../model.ts";
import { markupLimits } from "./bound-markup.ts";
import { parseWithinLimits } from "./parse-markdown.ts";
import type { ParserName } from "./parser-names.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/** Parses one note. Never throws: broken front matter is a diagnostic. */
export function parseDocument(source: SourceText, parser?: ParserName): Document {
  const { path, text } = source;
  const { meta, bodyOffset, diagnostics } = readFrontMatter(path, text);
  // Blanks in place of the front matter keep every position true for the whole text.
  const blanked = text.slice(0, bodyOffset).replace(/[^\n]/g, " ") + text.slice(bodyOffset);
  const { tree, unreadMark } = parseWithinLimits(blanked, parser);
  return {
    path,
    text,
    meta,
    bodyOffset,
    tree,
    diagnostics: [
      ...source.diagnostics,
      ...diagnostics,
      ...(unreadMark === null ? [] : [describeUnread(path, text, unreadMark)]),
    ],
  };
}

function describeUnread(file: string, text: string, offset: number): Diagnostic {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const point = { line: text.slice(0, start).split("\n").length, column: offset - start + 1, offset };
  return createDiagnostic({
    file,
    place: { start: point, end: point },
    severity: "warning",
    ruleId: "excessive-markup",
    message: `Unexpected Markdown without measure, expected lists and quotes that begin before column ${markupLimits.column} and at most ${markupLimits.marks} marks of emphasis in a paragraph`,
    expected: ["Markdown that people can read"],
    note: "The marks from here on were read as text; no word of the note is lost.",
  });
}

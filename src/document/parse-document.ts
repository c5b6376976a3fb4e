/** Repaired text in, a parsed note out: front matter as data, the body as mdast whose positions count in the whole text. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, Place, SourceText } from "../model.ts";
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
  const { tree, unreadMark, nestedFence } = parseWithinLimits(blanked, parser);
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
      ...(nestedFence === null ? [] : [describeNested(path, text, nestedFence)]),
    ],
  };
}

function placeAt(text: string, offset: number): Place {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const point = { line: text.slice(0, start).split("\n").length, column: offset - start + 1, offset };
  return { start: point, end: point };
}

function describeNested(file: string, text: string, offset: number): Diagnostic {
  return createDiagnostic({
    file,
    place: placeAt(text, offset),
    severity: "info",
    ruleId: "nested-fence",
    message:
      "Unexpected fence within a block of Markdown that would close it before its end, expected longer fences around it",
    expected: ["a fence of four backticks around a block that holds fences of three"],
    note: "The fences were read as pairs; other programs show what follows as code.",
  });
}

function describeUnread(file: string, text: string, offset: number): Diagnostic {
  return createDiagnostic({
    file,
    place: placeAt(text, offset),
    severity: "warning",
    ruleId: "excessive-markup",
    message: `Unexpected Markdown without measure, expected lists and quotes that begin before column ${markupLimits.column} and at most ${markupLimits.marks} marks of emphasis in a paragraph`,
    expected: ["Markdown that people can read"],
    note: "The marks from here on were read as text; no word of the note is lost.",
  });
}

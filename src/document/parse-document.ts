/** Repaired text in, a parsed note out: front matter as data, the body as mdast whose positions count in the whole text. */
import matter from "gray-matter";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, SourceText } from "../model.ts";
import { parseMarkdown, type ParserName } from "./parse-markdown.ts";

const frontMatterFence = /^---[ \t]*\n/;

// gray-matter's JavaScript engine evaluates the front matter: a note must never be code.
const refuse = () => {
  throw new Error("front matter must be YAML or JSON");
};
const options = { engines: { javascript: refuse, js: refuse, coffee: refuse } };

/** Parses one note. Never throws: broken front matter is a diagnostic and stays part of the body. */
export function parseDocument(source: SourceText, parser?: ParserName): Document {
  const { path, text } = source;
  const diagnostics: Diagnostic[] = [...source.diagnostics];
  let meta: Record<string, unknown> = {};
  let bodyOffset = 0;
  if (frontMatterFence.test(text)) {
    try {
      const parsed = matter(text, options);
      if (isMapping(parsed.data)) {
        meta = parsed.data;
        bodyOffset = text.length - parsed.content.length;
      }
    } catch (error) {
      diagnostics.push(brokenFrontMatter(path, text, error));
    }
  }
  // Blanks in place of the front matter keep every position true for the whole text.
  const blanked = text.slice(0, bodyOffset).replace(/[^\n]/g, " ") + text.slice(bodyOffset);
  return { path, text, meta, bodyOffset, tree: parseMarkdown(blanked, parser), diagnostics };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function brokenFrontMatter(path: string, text: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const line = 1 + (markLine(error) ?? 0);
  const offset = text.split("\n", line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const point = { line, column: 1, offset };
  return createDiagnostic({
    file: path,
    place: { start: point, end: point },
    severity: "warning",
    ruleId: "broken-front-matter",
    message: `Unexpected front matter: ${reason}`,
    expected: ["a YAML mapping between two lines of `---`"],
    note: "The front matter was left in the body, nothing of it was used.",
  });
}

function markLine(error: unknown): number | undefined {
  const mark = (error as { mark?: { line?: unknown } }).mark;
  return typeof mark?.line === "number" ? mark.line + 1 : undefined;
}

/** Notes in, a renderer of them and of excerpts from them out: Markdown that may hold anything becomes HTML that is safe to publish. */
import type { Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { posix } from "node:path";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Excerpt } from "../model.ts";
import { boundSize } from "./bound-size.ts";
import { breakLabels } from "./break-labels.ts";
import { codeKey, isWorthColour } from "./code-block.ts";
import { codeLanguage } from "./code-language.ts";
import { escapeHtml } from "./escape-html.ts";
import { finishHtml } from "./finish-html.ts";
import { highlightAll, type HighlightOptions } from "./highlight-all.ts";
import { listDefinitions, listedHandlers } from "./list-definitions.ts";
import { markLines, placeMarks, type MarginMark } from "./mark-lines.ts";
import { resolveLink, type NoteAddresses, type ResolvedLink } from "./resolve-link.ts";
import { keepPlainMarkup } from "./safe-html.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";
import { surveyNote, type HeadingEntry, type NoteSurvey } from "./survey-note.ts";

export interface RenderedNote {
  path: string;
  text: string;
  /** Address of its page, base included. */
  address: string;
}

export interface RendererOptions extends HighlightOptions {
  notes: readonly RenderedNote[];
  /** Markdown without front matter. */
  parse(markdown: string): Root;
  /** A whole note: its front matter is no part of the tree, positions count in all of the text. */
  parseNote(path: string, text: string): Root;
  /** Highlighted code by key: what is known already is not coloured again. */
  highlighted?: ReadonlyMap<string, string>;
  /** A renderer of these notes as they were: what it knows of those that are the same is taken over. */
  before?: Renderer | undefined;
  /** Told of whatever else than its own arguments goes into what is rendered. It gives what `door` gives. */
  through?: <Found>(name: string, argument: string, door: (argument: string) => Found) => Found;
}

export interface Renderer {
  /** HTML of a field. `from` is the path of its note. Headings start at level 3 where not told otherwise. */
  renderExcerpt(excerpt: Excerpt, from: string, headingLevel?: number): string;
  /** HTML of a whole note, its headings from level 2; lines named in `lines` or `marks` get an anchor `L<line>`. */
  renderNote(path: string, title: string, lines: readonly number[], marks: readonly MarginMark[]): string;
  renderCode(text: string, language: string | null): string;
  headings(path: string): readonly HeadingEntry[];
  /** All code of the notes, highlighted, by key. */
  highlighted: ReadonlyMap<string, string>;
  /** What is known of each note, by its path. */
  surveyed: ReadonlyMap<string, SurveyedNote>;
}

interface SurveyedNote {
  text: string;
  survey: NoteSurvey;
}

const toHast = unified().use(remarkRehype, {
  allowDangerousHtml: true,
  clobberPrefix: "",
  handlers: listedHandlers,
});
const plain = toHast().use(rehypeSanitize, sanitizeSchema).freeze();
const raw = toHast().use(rehypeRaw).use(rehypeSanitize, sanitizeSchema).freeze();
// Nothing raw is left after the sanitiser but the code that we coloured ourselves.
const stringifier = unified()
  .use(rehypeStringify, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  .freeze();

/** Parses all notes once, colours all their code. */
export async function createRenderer(options: RendererOptions): Promise<Renderer> {
  const { notes, parse, parseNote, before, through = (_name, argument, door) => door(argument) } = options;
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const surveyed = new Map<string, SurveyedNote>();
  const named = new Map<string, string[]>();
  for (const { path, text } of notes) {
    const known = before?.surveyed.get(path);
    surveyed.set(path, known?.text === text ? known : { text, survey: surveySafely(parseNote(path, text), text) });
    const name = posix.basename(path);
    named.set(name, [...(named.get(name) ?? []), path]);
  }
  const coloured = await highlightAll(
    [...surveyed.values()].flatMap(({ survey }) => survey.code),
    before?.highlighted ?? options.highlighted,
    options,
  );
  const cache = before === undefined ? coloured : new Map([...before.highlighted, ...coloured]);
  // Code is found by its key from here on: the texts are no longer needed.
  for (const { survey } of surveyed.values()) survey.code = [];

  const addresses: NoteAddresses = {
    ofNote: (path) => byPath.get(path)?.address ?? null,
    named: (name) => named.get(name) ?? [],
    hasAnchor: (path, id) => surveyed.get(path)?.survey.headings.some((heading) => heading.id === id) ?? false,
  };
  const colourOf = (key: string): string | null => cache.get(key) ?? null;
  const highlight = (text: string, info: string | null): string | null => {
    const language = codeLanguage(info);
    return language && isWorthColour(text) ? through("code", codeKey({ language, text }), colourOf) : null;
  };
  const linkOf = (link: string): ResolvedLink | null => {
    const [target, from] = JSON.parse(link) as [string, string];
    return resolveLink(target, from, addresses);
  };
  const textOf = (path: string): string => byPath.get(path)?.text ?? "";
  const headingsOf = (path: string): readonly HeadingEntry[] => surveyed.get(path)?.survey.headings ?? [];
  const definitionsOf = (path: string): string => surveyed.get(path)?.survey.definitions ?? "";
  const finishWith = (
    tree: Root,
    text: string,
    from: string,
    settings: { headingLevel: number; keepsIds: boolean; headingIds: readonly string[] },
  ): HastRoot => {
    boundSize(tree, text);
    breakLabels(tree);
    const hasRaw = keepPlainMarkup(tree);
    const hast = (hasRaw ? raw : plain).runSync(listDefinitions(tree) as never) as unknown as HastRoot;
    finishHtml(hast, {
      ...settings,
      highlight,
      resolve: (target) => through("link", JSON.stringify([target, from]), linkOf),
    });
    return hast;
  };
  const stringify = (tree: HastRoot): string => stringifier.stringify(tree as never);

  return {
    renderExcerpt(excerpt, from, headingLevel = 3) {
      const { markdown, place } = excerpt;
      const definitions = markdown.includes("]") ? through("definitions", from, definitionsOf) : "";
      try {
        const text = dedent(markdown, place.start.column - 1) + (definitions && `\n${definitions}`);
        return stringify(finishWith(parse(text), text, from, { headingLevel, keepsIds: false, headingIds: [] }));
      } catch {
        return `<p>${escapeHtml(excerpt.text)}</p>`;
      }
    },
    renderNote(path, title, lines, marks) {
      const text = through("text", path, textOf);
      try {
        const tree = parseNote(path, text);
        const ids = through("headings", path, headingsOf).map((heading) => heading.id);
        // The page's own heading says it already.
        if (isTitle(tree, title)) {
          tree.children.shift();
          ids.shift();
        }
        const stands = markLines(tree, new Set([...lines, ...marks.map((mark) => mark.line)]));
        const hast = finishWith(tree, text, path, { headingLevel: 2, keepsIds: true, headingIds: ids });
        placeMarks(hast, stands, marks);
        return stringify(hast);
      } catch {
        // Nesting beyond the stack: the note is still there to read.
        return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
      }
    },
    renderCode: (text, info) =>
      `<pre tabindex="0"${info ? ` data-language="${escapeHtml(info)}"` : ""}><code>${highlight(text, info) ?? escapeHtml(text)}</code></pre>`,
    headings: (path) => through("headings", path, headingsOf),
    highlighted: cache,
    surveyed,
  };
}

/** Nesting beyond the stack: nothing of the note is known beforehand, and it will be shown as text. */
function surveySafely(tree: Root, text: string): NoteSurvey {
  try {
    return surveyNote(tree, text);
  } catch {
    return { headings: [], code: [], definitions: "" };
  }
}

/** An excerpt from inside a list carries the list's indent on all lines but its first. */
function dedent(markdown: string, columns: number): string {
  return columns <= 0 ? markdown : markdown.replace(new RegExp(`\n[ \t]{1,${columns}}`, "g"), "\n");
}

function isTitle(tree: Root, title: string): boolean {
  const first = tree.children[0];
  const words = (text: string): string =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  return first?.type === "heading" && first.depth === 1 && words(toString(first)) === words(title);
}

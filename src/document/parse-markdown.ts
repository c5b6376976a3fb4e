/** Markdown text in, mdast with positions out: one parser behind a name, so that a faster one can stand beside the reference. */
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { markdownToMdast } from "satteri";
import { unified } from "unified";

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

/** The parsers by name. `satteri` is native and some forty times faster; `remark` is the reference. */
export const parsers = {
  satteri: (text: string): Root => markdownToMdast(text, { features: { frontmatter: false } }) as Root,
  remark: (text: string): Root => remark.parse(text),
} as const;
export type ParserName = keyof typeof parsers;

/** Parses CommonMark with GFM. Never throws: every string is Markdown. */
export function parseMarkdown(text: string, parser: ParserName = "satteri"): Root {
  return parsers[parser](text);
}

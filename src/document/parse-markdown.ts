/** Markdown text in, mdast with positions out: through unified, by one of two parsers that give the same records. */
import { createRequire } from "node:module";
import type { Root } from "mdast";
import { unified, type Plugin } from "unified";
import { boundMarkup } from "./bound-markup.ts";
import { normaliseTree } from "./normalise-tree.ts";
import type { ParserName } from "./parser-names.ts";

type Parse = (text: string) => Root;

// Loaded when first asked for, and at once: one of them is enough for most runs, and parsing must not have to wait.
const require = createRequire(import.meta.url);

const createParsers: Record<ParserName, () => Parse> = {
  satteri() {
    const { markdownToMdast } = require("satteri") as typeof import("satteri");
    const satteriParse: Plugin<[], string, Root> = function () {
      this.parser = (text) => markdownToMdast(text, { features: { frontmatter: false } }) as Root;
    };
    const processor = unified().use(satteriParse).freeze();
    return (text) => processor.parse(text);
  },
  remark() {
    const { default: remarkParse } = require("remark-parse") as typeof import("remark-parse");
    const { default: remarkGfm } = require("remark-gfm") as typeof import("remark-gfm");
    const processor = unified().use(remarkParse).use(remarkGfm).freeze();
    return (text) => processor.parse(text);
  },
};

const loaded = new Map<ParserName, Parse>();
let usual: { name: ParserName; failure: string | null } | null = null;

function load(name: ParserName): Parse {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const parse = createParsers[name]();
  loaded.set(name, parse);
  return parse;
}

/** The parser that is used where none is asked for: satteri, or remark where its native part is missing, and why. */
export function usualParser(): { name: ParserName; failure: string | null } {
  if (usual !== null) return usual;
  try {
    load("satteri");
    usual = { name: "satteri", failure: null };
  } catch (error) {
    usual = {
      name: "remark",
      failure: (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)[0] ?? "",
    };
  }
  return usual;
}

export interface BoundedTree {
  tree: Root;
  /** Offset of the first mark that was read as text because there were too many or it stood too deep; null where all were read. */
  unreadMark: number | null;
  /** Offset of the first fence within a block of Markdown that was read as a part of it; null where none was. */
  nestedFence: number | null;
}

/** Parses CommonMark with GFM, within the limits of bound-markup.ts. Never throws for a text: every string is Markdown. */
export function parseWithinLimits(text: string, parser: ParserName = usualParser().name): BoundedTree {
  const { text: bounded, nestedFence, restore } = boundMarkup(text);
  const tree = load(parser)(bounded);
  const unreadMark = restore(tree);
  return { tree: normaliseTree(tree, text), unreadMark, nestedFence };
}

export const parseMarkdown = (text: string, parser?: ParserName): Root => parseWithinLimits(text, parser).tree;

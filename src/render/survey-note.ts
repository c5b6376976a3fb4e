/** A parsed note in, what rendering must know of it beforehand out: ids of its headings, its code, its link definitions. */
import GithubSlugger from "github-slugger";
import type { Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { codeLanguage } from "./code-language.ts";
import { isWorthColour, type CodeBlock } from "./code-block.ts";

export interface HeadingEntry {
  id: string;
  text: string;
  depth: number;
}

export interface NoteSurvey {
  headings: HeadingEntry[];
  code: CodeBlock[];
  /** Markdown of the note's link definitions: an excerpt may use them from afar. */
  definitions: string;
}

/** Ids are those that GitHub gives, with `h-` before them: a note cannot take a name that the page itself uses. */
export function surveyNote(tree: Root, text: string): NoteSurvey {
  const slugger = new GithubSlugger();
  const survey: NoteSurvey = { headings: [], code: [], definitions: "" };
  const visit = (node: Nodes): void => {
    if (node.type === "heading") {
      const title = toString(node, { includeHtml: false, includeImageAlt: false });
      survey.headings.push({ id: `h-${slugger.slug(title)}`, text: title.trim(), depth: node.depth });
    } else if (node.type === "code") {
      const language = codeLanguage(node.lang);
      if (language !== null && isWorthColour(node.value)) survey.code.push({ language, text: node.value });
    } else if (node.type === "definition" && node.position) {
      survey.definitions += `\n${text.slice(node.position.start.offset, node.position.end.offset)}`;
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return survey;
}

/** A sanitised tree in, the same fit for our pages out: levels of headings, links, tables, tasks and code made ready. */
import type { Element, ElementContent, Root } from "hast";
import { readsFromRight } from "./reads-from-right.ts";
import { isWebAddress, type ResolvedLink } from "./resolve-link.ts";

export interface FinishOptions {
  /** Level of the first heading, 2 to 6. Deeper ones follow without a gap. */
  headingLevel: number;
  resolve(target: string): ResolvedLink | null;
  /** HTML of a code block, null to show it as it is. */
  highlight(text: string, language: string | null): string | null;
  /** Whether ids may stay: not where several excerpts share a page. */
  keepsIds: boolean;
  /** Ids of the headings in their order. */
  headingIds: readonly string[];
}

const element = (tagName: string, properties: Element["properties"], children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

/** The trace of `markLines`, to be kept where an element takes another's place. */
const lineOf = (node: Element): Element["properties"] => {
  const line = node.properties["dataLine"];
  return line === undefined || line === null ? {} : { dataLine: line };
};

export function plainText(node: Root | ElementContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => plainText(child as ElementContent)).join("") : "";
}

/** Changes the tree in place. */
export function finishHtml(tree: Root, options: FinishOptions): void {
  const depths: number[] = [];
  const ids = new Set<string>();
  const footnotes = options.keepsIds ? footnoteIds(tree) : new Set<string>();
  let headings = 0;
  const finishHeading = (node: Element): Element | null => {
    const id = options.headingIds[headings++];
    if (
      plainText(node).trim() === "" &&
      !node.children.some((child) => child.type === "element" && child.tagName === "img")
    )
      return null;
    const depth = Number(node.tagName[1]);
    while (depths.length > 0 && (depths.at(-1) ?? 0) >= depth) depths.pop();
    depths.push(depth);
    const level = Math.min(6, options.headingLevel + depths.length - 1);
    node.tagName = `h${level}`;
    node.properties = { ...(options.keepsIds && id !== undefined && { id }), ...lineOf(node) };
    return node;
  };
  const finish: Record<string, (node: Element) => ElementContent | null> = {
    h1: finishHeading,
    h2: finishHeading,
    h3: finishHeading,
    h4: finishHeading,
    h5: finishHeading,
    h6: finishHeading,
    a: (node) => finishFootnote(node, footnotes) ?? finishLink(node, options),
    img: finishImage,
    input: (node) => finishTask(node),
    ul: turnRound,
    ol: turnRound,
    blockquote: turnRound,
    table: (node) => wrapTable(turnRound(node)),
    th: (node) =>
      plainText(node).trim() === ""
        ? { ...node, tagName: "td" }
        : { ...node, properties: { ...node.properties, scope: "col" } },
    pre: (node) => finishCode(node, options),
  };
  const visit = (node: Root | Element): void => {
    const children: ElementContent[] = [];
    for (const child of node.children as ElementContent[]) {
      if (child.type !== "element") {
        children.push(child);
        continue;
      }
      const id = child.properties["id"];
      if (typeof id === "string" && (!options.keepsIds || ids.has(id))) delete child.properties["id"];
      else if (typeof id === "string") ids.add(id);
      const isTable = child.tagName === "table";
      if (child.tagName !== "pre") visit(child);
      if (isTable && !child.children.some((row) => row.type === "element")) continue;
      const finished = Object.hasOwn(finish, child.tagName) ? finish[child.tagName]?.(child) : child;
      if (finished) children.push(finished);
    }
    node.children = children;
  };
  visit(tree);
}

/** Paragraphs go their own way by style alone; the marks of a list, a quotation and columns go by what they belong to. */
function turnRound(node: Element): Element {
  if (node.properties["dir"] === undefined && readsFromRight(node)) node.properties["dir"] = "rtl";
  return node;
}

function wrapTable(node: Element): Element {
  const line = lineOf(node);
  delete node.properties["dataLine"];
  return element("div", { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel: "Table", ...line }, [node]);
}

/** The sanitiser puts a prefix before each id, and none before the links to them. */
function footnoteIds(tree: Root | Element, ids = new Set<string>()): Set<string> {
  for (const child of tree.children) {
    if (child.type !== "element") continue;
    const id = child.properties["id"];
    if (typeof id === "string" && id.startsWith("note-fn")) ids.add(id);
    footnoteIds(child, ids);
  }
  return ids;
}

function finishFootnote(node: Element, ids: ReadonlySet<string>): Element | null {
  const href = node.properties["href"];
  const id = typeof href === "string" && href.startsWith("#") ? `note-${href.slice(1)}` : "";
  return ids.has(id) ? { ...node, properties: { ...node.properties, href: `#${id}` } } : null;
}

/** Of links out of the site: the other page gets no hold of ours, and no credit from it. */
const outgoing = ["noopener", "nofollow", "ugc"];

/** No link may stand in a link. */
function unlinkInside(node: Element): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "a") Object.assign(child, { tagName: "span", properties: {} });
    unlinkInside(child);
  }
}

function finishLink(node: Element, { resolve }: FinishOptions): Element {
  const href = node.properties["href"];
  if (plainText(node).trim() === "" && !node.children.some((child) => child.type === "element")) {
    node.children = [{ type: "text", value: typeof href === "string" && href !== "" ? href : "(link)" }];
  }
  const link = typeof href === "string" ? resolve(href) : null;
  if (link === null) {
    const title = typeof href === "string" && href !== "" ? `Not part of this base: ${href}` : undefined;
    return element("span", { className: ["dangling"], ...(title && { title }) }, node.children);
  }
  // A badge that links elsewhere.
  unlinkInside(node);
  const rel = link.isOutgoing ? { rel: outgoing } : {};
  return { ...node, properties: { ...node.properties, href: link.href, ...rel } };
}

/**
 * A picture of the web is a link to it: loading it would tell its host who reads the note, and when. One beside the
 * note is named, as it is not published.
 */
function finishImage(node: Element): Element {
  const { src, alt } = node.properties;
  const text: ElementContent = {
    type: "text",
    value: `[image: ${(typeof alt === "string" && alt) || (src ?? "without address")}]`,
  };
  return typeof src === "string" && /^https:/i.test(src) && isWebAddress(src)
    ? element("a", { className: ["picture"], href: src, rel: outgoing }, [text])
    : element("span", { className: ["dangling"] }, [text]);
}

function finishTask(node: Element): Element {
  const isDone = node.properties["checked"] === true || node.properties["checked"] === "";
  return element(
    "span",
    { className: ["task", isDone ? "task-done" : "task-todo"], role: "img", ariaLabel: isDone ? "Done:" : "To do:" },
    [],
  );
}

function finishCode(node: Element, { highlight }: FinishOptions): Element {
  const code = node.children.find((child) => child.type === "element" && child.tagName === "code");
  const names = code?.type === "element" ? code.properties["className"] : undefined;
  const name = Array.isArray(names) ? names.map(String).find((name) => name.startsWith("language-")) : undefined;
  const language = name?.slice("language-".length) ?? null;
  const text = plainText(node).replace(/\n$/, "");
  const html = highlight(text, language);
  const content: ElementContent =
    html === null ? { type: "text", value: text } : ({ type: "raw", value: html } as unknown as ElementContent);
  const line = code?.type === "element" ? lineOf(code) : lineOf(node);
  return element("pre", { tabIndex: 0, ...(language && { dataLanguage: language }), ...line }, [
    element("code", {}, [content]),
  ]);
}

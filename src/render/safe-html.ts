/** Raw HTML nodes of a note in, those kept that are plain markup, all others as the text that the author typed. */
import type { Nodes, Parents, Root } from "mdast";

const keptNames =
  "a|b|strong|i|em|s|del|ins|mark|code|kbd|samp|var|sub|sup|q|small|br|hr|p|div|span|details|summary|table|thead|tbody|tfoot|tr|th|td|ul|ol|li|dl|dt|dd|pre|blockquote|h[1-6]|img";
/** Comments, and tags of known names: `Vec<String>` and `<your-name>` are neither, and must stay readable. */
const markup = new RegExp(String.raw`^(?:<!--[\s\S]*?-->|</?(?:${keptNames})(?:\s[^<>]*)?/?>|[^<])*$`, "i");
const comment = /<!--[\s\S]*?(?:-->|$)/g;

/**
 * Formatting that is opened and not closed is opened again in every block that follows (HTML, "reconstruct the active
 * formatting elements"): the page would have the square of it.
 */
const formatting = /<(\/?)(a|b|code|em|i|s|small|strong)(?=[\s/>])/gi;

/** Whether each formatting element that the texts open is closed by them. */
function closesFormatting(values: readonly string[]): boolean {
  const open = new Map<string, number>();
  for (const value of values) {
    for (const [, slash, name = ""] of value.replace(comment, "").matchAll(formatting)) {
      const key = name.toLowerCase();
      open.set(key, Math.max(0, (open.get(key) ?? 0) + (slash === "" ? 1 : -1)));
    }
  }
  return [...open.values()].every((number) => number === 0);
}

/** Changes the tree in place. Says whether any raw HTML is left, which then needs an HTML parser. */
export function keepPlainMarkup(tree: Root): boolean {
  let isRaw = false;
  const visit = (node: Parents): void => {
    const isClosed = isPhrasing(node)
      ? closesFormatting(node.children.flatMap((child) => (child.type === "html" ? [child.value] : [])))
      : null;
    node.children.forEach((child: Nodes, index) => {
      if (child.type === "html") {
        const isBlock = !isPhrasing(node);
        const isKept = isClosed ?? closesFormatting([child.value]);
        const value =
          isKept && child.value.length < 200_000 && markup.test(child.value) ? child.value.replace(comment, "") : null;
        if (value !== null && value.trim() !== "") isRaw = true;
        const replacement: Nodes =
          value === null
            ? textNode(child, isBlock)
            : value.trim() === ""
              ? { type: "text", value: "" }
              : { ...child, value };
        node.children[index] = replacement as never;
      } else if ("children" in child) {
        visit(child);
      }
    });
  };
  visit(tree);
  return isRaw;
}

/** All but what holds blocks holds text and its marks. */
const flow: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);
const isPhrasing = (node: Parents): boolean => !flow.has(node.type);

function textNode(node: Nodes & { value: string }, isBlock: boolean): Nodes {
  const text = { type: "text" as const, value: node.value, ...(node.position && { position: node.position }) };
  return isBlock ? { type: "paragraph", children: [text], ...(node.position && { position: node.position }) } : text;
}

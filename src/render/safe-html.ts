/** Raw HTML nodes of a note in, those kept that are plain markup, all others as the text that the author typed. */
import type { Nodes, Parents, Root } from "mdast";

const keptNames =
  "a|b|strong|i|em|s|del|ins|mark|code|kbd|samp|var|sub|sup|q|small|br|hr|p|div|span|details|summary|table|thead|tbody|tfoot|tr|th|td|ul|ol|li|dl|dt|dd|pre|blockquote|h[1-6]|img";
/** Comments, and tags of known names: `Vec<String>` and `<your-name>` are neither, and must stay readable. */
const markup = new RegExp(String.raw`^(?:<!--[\s\S]*?-->|</?(?:${keptNames})(?:\s[^<>]*)?/?>|[^<])*$`, "i");
const comment = /<!--[\s\S]*?(?:-->|$)/g;

/** Changes the tree in place. Says whether any raw HTML is left, which then needs an HTML parser. */
export function keepPlainMarkup(tree: Root): boolean {
  let isRaw = false;
  const visit = (node: Parents): void => {
    node.children.forEach((child: Nodes, index) => {
      if (child.type === "html") {
        const isBlock = node.type !== "paragraph" && node.type !== "heading";
        const value =
          child.value.length < 200_000 && markup.test(child.value) ? child.value.replace(comment, "") : null;
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

function textNode(node: Nodes & { value: string }, isBlock: boolean): Nodes {
  const text = { type: "text" as const, value: node.value, ...(node.position && { position: node.position }) };
  return isBlock ? { type: "paragraph", children: [text], ...(node.position && { position: node.position }) } : text;
}

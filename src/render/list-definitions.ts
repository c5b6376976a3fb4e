/** The tree of a note in, the same behind a list of its definitions out, and the handler by which remark-rehype finds it there. */
import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import type { Options } from "remark-rehype";

/**
 * remark-rehype looks for definitions by unist-util-visit, which makes and names a function for each node: nearly half
 * of what a note takes to become HTML. Of this it visits the definitions only.
 */
interface ListedTree {
  type: "listed";
  children: (Definition | FootnoteDefinition)[];
  /** No child, so that it is not visited. */
  tree: Root;
}

export function listDefinitions(tree: Root): ListedTree {
  const children: ListedTree["children"] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "definition" || node.type === "footnoteDefinition") children.push(node);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { type: "listed", children, tree };
}

/** The types of remark-rehype know no trees but those of Markdown. */
export const listedHandlers = {
  listed: (state: { one(node: Root, parent: undefined): unknown }, { tree }: ListedTree) => state.one(tree, undefined),
} as NonNullable<Options["handlers"]>;

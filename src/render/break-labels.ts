/** Paragraphs of "**Label**: text" lines in, the same with the lines kept apart as their author saw them out. */
import type { Nodes, Paragraph, PhrasingContent, Root } from "mdast";

/** `**Date**: …` at the start of a line is a field, and the next one belongs on a line of its own. Changes the tree in place. */
export function breakLabels(tree: Root): void {
  const visit = (node: Nodes): void => {
    if (node.type === "paragraph") breakParagraph(node);
    else if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

function breakParagraph(paragraph: Paragraph): void {
  const { children } = paragraph;
  if (!children.some((child) => child.type === "strong")) return;
  paragraph.children = children.flatMap((child, index): PhrasingContent[] => {
    const next = children[index + 1];
    if (
      child.type !== "text" ||
      next?.type !== "strong" ||
      !child.value.endsWith("\n") ||
      !isLabel(next, children[index + 2])
    )
      return [child];
    return [{ ...child, value: child.value.slice(0, -1) }, { type: "break" }];
  });
}

/** The colon stands within the bold words or right behind them. */
function isLabel(strong: PhrasingContent, after: PhrasingContent | undefined): boolean {
  const last = strong.type === "strong" ? strong.children.at(-1) : undefined;
  const isWithin = last?.type === "text" && /:\s*$/.test(last.value);
  return isWithin || (after?.type === "text" && /^\s*:/.test(after.value));
}

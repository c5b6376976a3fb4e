/** A part of a page in, whether its text is read from right to left out: by its first letter, as browsers judge it. */
import type { ElementContent } from "hast";

const letter = /\p{L}/u;
const fromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Null where there is no letter. Code says nothing of the text around it. */
function firstLetter(node: ElementContent): string | null {
  if (node.type === "text") return letter.exec(node.value)?.[0] ?? null;
  if (node.type !== "element" || node.tagName === "code" || node.tagName === "pre") return null;
  for (const child of node.children) {
    const found = firstLetter(child);
    if (found !== null) return found;
  }
  return null;
}

export const readsFromRight = (node: ElementContent): boolean => fromRight.test(firstLetter(node) ?? "");

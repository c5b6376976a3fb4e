/** Fences within a block of Markdown: read as pairs where their author meant pairs, else as the specification has them. */
import { toString } from "mdast-util-to-string";
import { expect, it } from "vitest";
import { parserNames } from "../../src/document/parser-names.ts";
import { parseWithinLimits } from "../../src/document/parse-markdown.ts";

const types = (text: string, parser: "satteri" | "remark"): string[] =>
  parseWithinLimits(text, parser).tree.children.map(({ type }) => type);

const chapter =
  "```markdown\n## Starting\n\n```bash\npump start\n```\n\n## Stopping\n```\n\n## Gap 1\n\nNobody drains it.\n\n## Gap 2\n";

it.each(parserNames)(
  "%s reads fences within a block of Markdown as pairs where sections would be code otherwise",
  (parser) => {
    const { tree, nestedFence } = parseWithinLimits(chapter, parser);
    expect(tree.children.map(({ type }) => type)).toEqual(["code", "heading", "paragraph", "heading"]);
    expect(nestedFence).toBe(chapter.indexOf("```bash"));
    const [code] = tree.children;
    expect(code && toString(code)).toBe("## Starting\n\n```bash\npump start\n```\n\n## Stopping");
    expect(code?.position?.end.offset).toBe(chapter.indexOf("\n\n## Gap 1"));
  },
);

it.each([
  [
    "a block that the inner fence was meant to end",
    "```markdown\n## A\n\n```bash\nx\n```\n\n## B\n\ntext\n",
    ["code", "heading", "paragraph"],
  ],
  ["longer fences around", "````markdown\n## A\n\n```bash\nx\n```\n````\n\n## B\n", ["code", "heading"]],
  [
    "blocks of another language",
    "```text\n## A\n\n```bash\nx\n```\n\n## B\n\n```\n## C\n```\n",
    ["code", "heading", "code"],
  ],
])("leaves %s as the specification has it", (_, text, expected) => {
  for (const parser of parserNames) expect(types(text, parser)).toEqual(expected);
  expect(parseWithinLimits(text).nestedFence).toBeNull();
});

it("takes no square of thousands of blocks that never end", () => {
  const text = "```markdown\n```a\n".repeat(20_000);
  expect(parseWithinLimits(text).tree.children).toHaveLength(1);
});

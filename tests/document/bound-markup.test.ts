import type { Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { markupLimits } from "../../src/document/bound-markup.ts";
import { parseMarkdown, parseWithinLimits } from "../../src/document/parse-markdown.ts";
import { parseDocument } from "../../src/document/parse-document.ts";

/** The parser is native: what it does beyond the limits is not asked. */
function depthOf(tree: Root): number {
  let deepest = 0;
  const open: [Nodes, number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    if ("children" in node) for (const child of node.children) open.push([child, depth + 1]);
  }
  return deepest;
}

describe("marks beyond the limits", () => {
  it.each([
    ["quotes", ">", 1],
    ["lists", "- ", 2],
    ["numbered lists", "1. ", 3],
    ["lists in quotes", ">- ", 3],
  ])("of nested %s are text, none is lost, and the first is told", (_, mark, width) => {
    const text = `${mark.repeat(4_000)}x`;
    const { tree, unreadMark } = parseWithinLimits(text);
    expect(depthOf(tree)).toBeLessThanOrEqual(markupLimits.depth + 5);
    expect(unreadMark).toBeGreaterThanOrEqual(markupLimits.column);
    expect(unreadMark).toBeLessThan(markupLimits.column + width + 1);
    expect(text.endsWith(toString(tree))).toBe(true);
    expect(toString(tree).length).toBeGreaterThan(text.length - markupLimits.column - 8);
  });

  it("of emphasis are text where a paragraph has too many, and read again in the next", () => {
    const text = `${"a_".repeat(5_000)} *b*\n\nthen *c*\n`;
    const { tree, unreadMark } = parseWithinLimits(text);
    expect(unreadMark).toBe(2 * markupLimits.marks + 1);
    expect(toString(tree)).toBe(`${"a_".repeat(5_000)} *b*then c`);
  });

  it("are text where lists nest by indentation, however many lines that takes", () => {
    const text = Array.from({ length: 800 }, (_, level) => `${"  ".repeat(level)}- x${level}`).join("\n");
    const { tree, unreadMark } = parseWithinLimits(text);
    expect(depthOf(tree)).toBeLessThanOrEqual(markupLimits.depth + 5);
    expect(unreadMark).not.toBeNull();
    for (const level of [0, 127, 128, 500, 799]) expect(toString(tree)).toContain(`x${level}`);
  });

  it("are told once, with the line of the first", () => {
    const text = `# T\n\n${"> ".repeat(1_000)}x\n`;
    const { diagnostics } = parseDocument({ path: "a.md", text, repairs: [], diagnostics: [] });
    expect(diagnostics.map(({ ruleId, place }) => [ruleId, place?.start.line, place?.start.column])).toEqual([
      ["excessive-markup", 3, 257],
    ]);
  });
});

describe("what only looks like too much", () => {
  it("is read as ever: long rules, logs in code, a list far to the right", () => {
    const log = Array.from({ length: 900 }, (_, line) => `${">".repeat(300)} a_b_c &amp; *${line}*`).join("\n");
    const text = `${"- ".repeat(400)}\n\n${"* ".repeat(400)}\n\n\`\`\`\n${log}\n\`\`\`\n\n~~~\n${log}\n~~~\n\nend *here*\n`;
    const { children } = parseMarkdown(text);
    expect(children.map(({ type }) => type)).toEqual(["thematicBreak", "thematicBreak", "code", "code", "paragraph"]);
    for (const index of [2, 3]) expect(children[index]).toMatchObject({ type: "code", value: log });
    expect(toString(children[4])).toBe("end here");
  });

  it("leaves an ordinary note to the parser as it is", () => {
    const text = "- a\n  - b\n    > c\n\n**d** _e_ &amp; ~~f~~\n";
    expect(parseWithinLimits(text).unreadMark).toBeNull();
  });
});

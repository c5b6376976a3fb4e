import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/document/parse-document.ts";
import { parseMarkdown } from "../../src/document/parse-markdown.ts";
import { createRenderer } from "../../src/render/create-renderer.ts";

async function render(text: string): Promise<string> {
  const renderer = await createRenderer({
    notes: [{ path: "a.md", text, address: "/sessions/a/" }],
    parse: (markdown) => parseMarkdown(markdown),
    parseNote: (path, text) => parseDocument({ path, text, repairs: [], diagnostics: [] }).tree,
    processes: 1,
  });
  return renderer.renderNote("a.md", "title", [], []);
}
const times = (html: string, part: string): number => html.split(part).length - 1;

describe("a page is not many times its note", () => {
  it("where rows end early: the table is shown as it was written", async () => {
    const table = `|${"a|".repeat(400)}\n|${"-|".repeat(400)}\n${"|x|\n".repeat(400)}`;
    const html = await render(table);
    expect(html).not.toContain("<table");
    expect(html).toContain(`<code>${table.trimEnd()}`);
    const small = await render(`|${"a|".repeat(4)}\n|${"-|".repeat(4)}\n${"|x|\n".repeat(4)}`);
    expect(times(small, "<td")).toBe(16);
  });

  it("where many links share one long address: those beyond are words", async () => {
    const html = await render(`${"[a] ".repeat(2_000)}\n\n[a]: https://example.com/${"b".repeat(1_000)}\n`);
    expect(times(html, "<a ")).toBeGreaterThan(50);
    expect(times(html, "<a ")).toBeLessThan(120);
    expect(html.replace(/<[^>]+>/g, "").split("a").length - 1).toBe(2_000);
  });

  it("where formatting is opened and never closed: it is text, and what is closed is formatting", async () => {
    const html = await render(Array.from({ length: 200 }, (_, index) => `<b title="${index}">x\n`).join("\n"));
    expect(html).not.toContain("<b");
    expect(times(html, "&#x3C;b ") + times(html, "&lt;b ")).toBe(200);
    expect(await render("<b>x <i>y</i></b> and <b>z</b>\n\n| <b>c</b> |\n|---|\n")).toMatch(
      /<b>x <i>y<\/i><\/b> and <b>z<\/b>[^]*<b>c<\/b>/,
    );
  });

  it("and long lists are cut where the numbers go on", async () => {
    const html = await render(Array.from({ length: 2_500 }, (_, index) => `${index + 1}. x${index}`).join("\n"));
    expect([...html.matchAll(/<ol[^>]*>/g)].map(([tag]) => tag)).toEqual([
      "<ol>",
      '<ol start="1001">',
      '<ol start="2001">',
    ]);
    expect(times(html, "<li>")).toBe(2_500);
  });
});

describe("pictures", () => {
  it("of the web are links: nothing is asked of another host before the reader wants it", async () => {
    const html = await render(
      "![Board](https://example.com/a.png) [![badge](https://example.com/b.svg)](https://ci.example)",
    );
    expect(html).not.toContain("<img");
    expect(html).toContain(
      '<a class="picture" href="https://example.com/a.png" rel="noopener nofollow ugc">[image: Board]</a>',
    );
    expect(html).toContain('<a href="https://ci.example" rel="noopener nofollow ugc"><span>[image: badge]</span></a>');
  });
});

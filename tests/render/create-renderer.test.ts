import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/document/parse-document.ts";
import { parseMarkdown } from "../../src/document/parse-markdown.ts";
import type { Excerpt } from "../../src/model.ts";
import { createRenderer, type Renderer } from "../../src/render/create-renderer.ts";
import { findActive, idsOf } from "./inspect-html.ts";
import { vectors } from "./vectors.ts";

function renderNotes(notes: Record<string, string>): Promise<Renderer> {
  return createRenderer({
    notes: Object.entries(notes).map(([path, text]) => ({
      path,
      text,
      address: `/sessions/${path.replace(/\W+/g, "-")}/`,
    })),
    parse: (markdown) => parseMarkdown(markdown),
    parseNote: (path, text) => parseDocument({ path, text, repairs: [], diagnostics: [] }).tree,
    processes: 1,
  });
}

function excerptOf(markdown: string, column = 1): Excerpt {
  const start = { line: 1, column, offset: column - 1 };
  return { markdown, text: markdown, place: { start, end: { ...start, offset: start.offset + markdown.length } } };
}

async function renderOne(text: string): Promise<{ note: string; excerpt: string }> {
  const renderer = await renderNotes({ "a.md": text });
  return {
    note: renderer.renderNote("a.md", "title", [], []),
    excerpt: renderer.renderExcerpt(excerptOf(text), "a.md"),
  };
}

describe("what a note brings", () => {
  it.each(vectors)("never acts: %s", async (vector) => {
    const { note, excerpt } = await renderOne(vector);
    expect(findActive(note)).toEqual([]);
    expect(findActive(excerpt)).toEqual([]);
    for (const id of [...idsOf(note), ...idsOf(excerpt)]) expect(id).toMatch(/^(?:note-|h-|L\d+$|footnote)/);
  });

  it("never acts and never throws, whatever it is made of", async () => {
    const piece = fc.oneof(
      fc.constantFrom(...vectors),
      fc.string(),
      fc.constantFrom("\n", "\n\n", "> ", "- ", "| ", "`", "```\n", "<", "&", "  "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const { note, excerpt } = await renderOne(pieces.join(""));
        expect(findActive(note)).toEqual([]);
        expect(findActive(excerpt)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("ends, however deep it nests", async () => {
    for (const text of [
      "> ".repeat(10_000) + "x",
      "- ".repeat(5_000) + "x",
      "*".repeat(20_000),
      "[".repeat(20_000),
      "<b>".repeat(5_000) + "x",
    ]) {
      const { note } = await renderOne(text);
      expect(note).not.toBe("");
      expect(findActive(note)).toEqual([]);
    }
  });
});

describe("renderNote", () => {
  it("keeps tables, tasks, details and keys, and the words of everything else", async () => {
    const { note } = await renderOne(
      "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] not\n\n<details><summary>More</summary>\n\nPress <kbd>Esc</kbd>, H<sub>2</sub>O.\n\n</details>\n\nline one<br>line two\n",
    );
    expect(note).toContain("<table>");
    expect(note).toMatch(/<div class="scroll" tabindex="0"[^>]*><table>/);
    expect(note).toContain("<summary>More</summary>");
    expect(note).toContain("<kbd>Esc</kbd>");
    expect(note).toContain("H<sub>2</sub>O");
    expect(note).toMatch(/line one<br>\s*line two/);
    expect(note.match(/class="task [^"]*"/g)).toHaveLength(2);
  });

  it("leaves out the heading that the page has already, and skips no level", async () => {
    const renderer = await renderNotes({ "a.md": "# The title!\n\n#### Deep\n\n## Middle\n\n##### Deeper\n" });
    const html = renderer.renderNote("a.md", "The Title", [], []);
    expect([...html.matchAll(/<(h\d)/g)].map(([, name]) => name)).toEqual(["h2", "h2", "h3"]);
    expect(html).not.toContain("The title!");
  });

  it("gives each wanted line an anchor, and its marks beside it", async () => {
    const renderer = await renderNotes({
      "a.md": "# T\n\none\n\n- two\n- three\n\n| a |\n|---|\n| x |\n\n```\ncode\n```\n",
    });
    const html = renderer.renderNote(
      "a.md",
      "T",
      [3, 5, 6, 10, 13],
      [{ line: 6, kind: "issue", label: "X-1 fix", title: "t", href: "/issues/x-1/" }],
    );
    expect(
      idsOf(html)
        .filter((id) => id.startsWith("L"))
        .sort(),
    ).toEqual(["L10", "L13", "L3", "L5", "L6"]);
    expect(html).toMatch(/href="\/issues\/x-1\/"[^>]*>X-1 fix<\/a>/);
  });

  it("colours code by classes, never by styles, and keeps every character of it", async () => {
    const code = 'func main() {\n\tfmt.Println("<b>&amp;")\n}';
    const { note } = await renderOne(`\`\`\`go\n${code}\n\`\`\`\n`);
    expect(note).toMatch(/<span class="t-/);
    expect(note).not.toContain("style=");
    const text = note
      .replace(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#34;", '"')
      .replaceAll("&amp;", "&");
    expect(text).toContain(code);
  });
});

describe("links", () => {
  it("between notes lead to their pages, with the anchor where there is one", async () => {
    const renderer = await renderNotes({
      "x/a.md": "[b](../b.md) [part](../b.md#part-two) [no](../b.md#none) [here](#here)\n\n## Here\n",
      "b.md": "# B\n\n## Part two\n",
    });
    const html = renderer.renderNote("x/a.md", "title", [], []);
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "/sessions/b-md/",
      "/sessions/b-md/#h-part-two",
      "/sessions/b-md/",
      "/sessions/x-a-md/#h-here",
    ]);
  });

  it("out of the site say so", async () => {
    const { note } = await renderOne("[x](https://example.com/a?b=1&c=2)");
    expect(note).toContain('rel="noopener nofollow');
  });

  it("that lead nowhere are words with a hint", async () => {
    const { note } = await renderOne("[gone](./gone.md) and [empty]()");
    expect(note).not.toContain("<a ");
    expect(note).toContain("gone");
    expect(note).toContain("empty");
  });

  it("without the slashes of an address are words", async () => {
    const targets = ["https:./example.com", "https:example.com", "http:/example.com", "https:\\\\example.com"];
    const { note } = await renderOne(targets.map((target) => `[x](<${target}>) <a href="${target}">y</a>`).join("\n"));
    expect(note).not.toMatch(/href="https?:(?!\/\/)/);
  });

  it("of footnotes lead to the note and back", async () => {
    const { note } = await renderOne("Text[^1].\n\n[^1]: The note.\n");
    const ids = new Set(idsOf(note));
    const targets = [...note.matchAll(/href="[^"#]*#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id ?? ""));
    expect(targets.length).toBeGreaterThanOrEqual(2);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("renderExcerpt", () => {
  it("takes off the indentation of the list that it was cut from", async () => {
    const renderer = await renderNotes({ "a.md": "x" });
    const html = renderer.renderExcerpt(excerptOf("Fix it:\n  ```ts\n  const a = 1;\n  ```", 3), "a.md");
    expect(html).toContain("<pre");
    expect(html).toMatch(/<code>(?:<[^>]+>)*const/);
  });

  it("finds the definitions of links in its note", async () => {
    const renderer = await renderNotes({ "a.md": "See [docs].\n\n[docs]: https://example.com/docs\n" });
    expect(renderer.renderExcerpt(excerptOf("See [docs]."), "a.md")).toContain('href="https://example.com/docs"');
  });
});

describe("lines of labels", () => {
  it("stay lines, and other lines flow", async () => {
    const { note } = await renderOne("**Date**: today\n**Status:** done\nand flowing\n**bold** words\n");
    expect(note).toMatch(/today<br>\s*<strong>Status:<\/strong> done\s+and flowing\s+<strong>bold/);
  });
});

describe("addresses that cannot be one", () => {
  it("are words", async () => {
    const { note } = await renderOne("https://localhost:PORT/x and [a](http://[)");
    expect(note).not.toContain("<a ");
  });
});

describe("a line that is not shown", () => {
  it("has its anchor at the top", async () => {
    const renderer = await renderNotes({ "a.md": "# T\n\n<!-- hidden -->\n\ntext\n" });
    expect(idsOf(renderer.renderNote("a.md", "T", [1, 3], []))).toEqual(expect.arrayContaining(["L1", "L3"]));
  });
});

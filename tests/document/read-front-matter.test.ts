import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/document/read-front-matter.ts";

const read = (text: string) => readFrontMatter("note.md", text);
const places = (text: string) => read(text).diagnostics.map(({ ruleId, place }) => [ruleId, place?.start]);

describe("readFrontMatter", () => {
  it("gives the mapping between two fences and where the body begins", () => {
    const text = "---\ntitle: Lamp\ntags: [a, b]\n---\n\n# Body\n";
    expect(read(text)).toMatchObject({ meta: { title: "Lamp", tags: ["a", "b"] }, diagnostics: [] });
    expect(text.slice(read(text).bodyOffset)).toBe("\n# Body\n");
  });

  it("reads JSON, keys in quotes, comments before the first key, and a fence that ends the text", () => {
    expect(read('---\n{ "title": "Lamp" }\n---\n').meta).toEqual({ title: "Lamp" });
    expect(read('---\n"title": Lamp\n---').meta).toEqual({ title: "Lamp" });
    expect(read("---\n# who and when\ntitle: Lamp\n---\n").meta).toEqual({ title: "Lamp" });
  });

  it.each([
    ["a rule and a heading below it", "---\n\n# Lamp is dark\n\nStatus: Fixed\n"],
    ["a rule, a section and another rule", "---\n# Lamp is dark\n\nProblem: dark\n\n---\n\n# More\n"],
    ["a rule above a list", "---\n- one: 1\n---\n"],
    ["a rule of four dashes", "----\na: b\n----\n"],
    ["no fence", "title: Lamp\n---\n"],
  ])("leaves %s in the body", (_, text) => {
    expect(read(text)).toEqual({ meta: {}, bodyOffset: 0, diagnostics: [] });
  });

  it("says in which line of the note it is broken, and reads on after it", () => {
    const text = "---\na: b\nc: d: e\n---\n# Body\n";
    expect(places(text)).toEqual([["broken-front-matter", { line: 3, column: 1, offset: 9 }]]);
    expect(read(text).meta).toEqual({});
    expect(text.slice(read(text).bodyOffset)).toBe("# Body\n");
    expect(read(text).diagnostics[0]?.message).not.toMatch(/line \d/);
  });

  it("says that its end is missing, and leaves all in the body", () => {
    expect(places("---\nstatus: [\n")).toEqual([["broken-front-matter", { line: 1, column: 1, offset: 0 }]]);
    expect(read("---\nstatus: [\n").bodyOffset).toBe(0);
  });

  it("never evaluates code", () => {
    const text = "---js\nmodule.exports = { title: process.exit(1) }\n---\n";
    expect(read(text).meta).toEqual({});
  });
});

/** What belongs together in a base: lessons and issues, notes that name notes, files, issues that are alike. */
import { describe, expect, it } from "vitest";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";
import type { FileReference } from "../../src/model.ts";
import { excerpt } from "../query/create-base.ts";
import { createExtraction, type GivenNote } from "./create-extraction.ts";

const merge = (...notes: GivenNote[]) => mergeRecords(notes.map(createExtraction));
const file = (path: string): FileReference => ({ path, line: null, endLine: null, note: null });

describe("lessons", () => {
  it("belong to the issues of their note that they name", () => {
    const base = merge({
      path: "a.md",
      issues: [
        { id: "MILL-1", title: "Belt slips" },
        { id: "MILL-2", title: "Sacks pile up" },
      ],
      lessons: [{ title: "Tighten belts", issues: ["mill_1"] }, { title: "Sleep well" }],
    });
    const bySlug = new Map(base.lessons.map((lesson) => [lesson.title, lesson]));
    expect(bySlug.get("Tighten belts")?.issues).toEqual(["mill-1"]);
    expect(bySlug.get("Sleep well")?.issues).toEqual([]);
    expect(base.issues.find(({ slug }) => slug === "mill-1")?.lessons).toEqual([bySlug.get("Tighten belts")?.slug]);
  });

  it("belong to the only issue of their note when they name none", () => {
    const base = merge({ path: "a.md", issues: [{ title: "Belt slips" }], lessons: [{ title: "Tighten belts" }] });
    expect(base.lessons[0]?.issues).toEqual([base.issues[0]?.slug]);
    expect(base.sessions[0]).toMatchObject({ issues: [base.issues[0]?.slug], lessons: [base.lessons[0]?.slug] });
  });

  it("belong to an issue of another note when they name it by an identifier of its own", () => {
    const taught = (name: string): GivenNote => ({
      path: "b.md",
      lessons: [{ title: "Tighten belts", issues: [name] }],
    });
    const reported = (id: string): GivenNote => ({ path: "a.md", issues: [{ id, title: "Belt slips" }] });
    expect(merge(reported("MILL-1"), taught("MILL-1")).lessons[0]?.issues).toEqual(["mill-1"]);
    expect(merge(reported("BUG-1"), taught("BUG-1")).lessons[0]?.issues).toEqual([]);
  });
});

describe("links to documents", () => {
  const lead = (target: string, ...paths: string[]) => {
    const base = merge({ path: "notes/here.md", links: [target] }, ...paths.map((path) => ({ path })));
    const session = base.sessions.find(({ path }) => path === "notes/here.md");
    return { path: session?.documents[0]?.path, rules: base.diagnostics.map(({ ruleId }) => ruleId) };
  };

  it.each([
    ["there.md", "notes/there.md"],
    ["./there.md#section", "notes/there.md"],
    ["../other/there.md", "other/there.md"],
    ["docs/other/there.md", "other/there.md"],
    ["There.md", "deep/there.md"],
    ["with%20space.md", "notes/with space.md"],
    ["../notes\\there.md", "notes/there.md"],
  ])("%s leads to %s", (target, path) => {
    expect(lead(target, path)).toEqual({ path, rules: [] });
  });

  it("prefer the note beside to one of the same name elsewhere", () => {
    expect(lead("there.md", "a/there.md", "notes/there.md").path).toBe("notes/there.md");
  });

  it("lead nowhere when two notes could be meant, or none", () => {
    expect(lead("there.md", "a/there.md", "b/there.md")).toEqual({ path: null, rules: ["dangling-document"] });
    expect(lead("gone.md")).toEqual({ path: null, rules: ["dangling-document"] });
  });

  it("to addresses and to code are not judged", () => {
    expect(lead("https://example.org/there.md", "notes/there.md")).toEqual({ path: null, rules: [] });
    expect(lead("src/main.ts")).toEqual({ path: null, rules: [] });
  });
});

describe("files", () => {
  it("have the issues that name them, the most named first, in one spelling", () => {
    const base = merge(
      {
        path: "a.md",
        date: "2026-01-01",
        issues: [{ id: "MILL-1", files: [file("./src/belt.ts"), file("src/sack.ts")] }],
      },
      { path: "b.md", date: "2026-01-02", issues: [{ id: "MILL-2", files: [file("src//belt.ts")] }] },
    );
    expect(base.files.map(({ path, issues }) => [path, issues])).toEqual([
      ["src/belt.ts", ["mill-2", "mill-1"]],
      ["src/sack.ts", ["mill-1"]],
    ]);
  });
});

describe("related issues", () => {
  const noise = Array.from({ length: 12 }, (_, index): GivenNote => ({
    path: `noise-${index}.md`,
    issues: [{ id: `NOISE-${index}`, title: `Matter ${"abcdefghijkl"[index]} of its own` }],
  }));
  const relatedOf = (slug: string, ...notes: GivenNote[]) =>
    merge(...noise, ...notes).issues.find((issue) => issue.slug === slug)?.related ?? [];

  it("share a file", () => {
    const related = relatedOf(
      "mill-1",
      { path: "a.md", issues: [{ id: "MILL-1", title: "Belt slips", files: [file("src/belt.ts")] }] },
      { path: "b.md", issues: [{ id: "MILL-2", title: "Noise at night", files: [file("./src/belt.ts")] }] },
    );
    expect(related).toEqual([{ slug: "mill-2", reasons: ["same file src/belt.ts"] }]);
  });

  it("share names of the code or rare words, and say which", () => {
    const related = relatedOf(
      "mill-1",
      {
        path: "a.md",
        issues: [
          { id: "MILL-1", title: "Belt slips", problem: excerpt("tensionControl never wakes the spring governor.") },
        ],
      },
      {
        path: "b.md",
        issues: [
          {
            id: "MILL-2",
            title: "Night",
            problem: excerpt("The governor waits; its spring is cold. See tensionControl."),
          },
        ],
      },
    );
    expect(related.map(({ slug }) => slug)).toEqual(["mill-2"]);
    expect(related[0]?.reasons).toContain("shares tensionControl");
    expect(related[0]?.reasons.join()).toMatch(/similar words: .*governor/);
  });

  it("are not found where nothing is shared but a component", () => {
    const related = relatedOf(
      "mill-1",
      { path: "a.md", issues: [{ id: "MILL-1", title: "Belt slips", components: ["mill"] }] },
      { path: "b.md", issues: [{ id: "MILL-2", title: "Noise at night", components: ["mill"] }] },
    );
    expect(related).toEqual([]);
  });

  it("are five at most", () => {
    const notes = Array.from({ length: 9 }, (_, index): GivenNote => ({
      path: `mill-${index}.md`,
      issues: [{ id: `MILL-${index}`, title: "Belt slips", files: [file("src/belt.ts")] }],
    }));
    expect(relatedOf("mill-1", ...notes)).toHaveLength(5);
  });
});

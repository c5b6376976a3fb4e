import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { locateNotes } from "../src/locate-notes.ts";

function writeRepository(): string {
  const root = mkdtempSync(join(tmpdir(), "fixlore-repository-"));
  for (const folder of [".git", "docs/a", "docs/b", "notes/2026"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["docs/a/x.md", "docs/b/x.md", "notes/2026/y.md"]) writeFileSync(join(root, file), "# A note\n");
  return root;
}

describe("locateNotes", () => {
  it("finds notes below the repository that holds them", () => {
    const root = writeRepository();
    expect([...locateNotes(["2026/y.md"], { inputs: ["notes"], cwd: root, root: null })]).toEqual([
      ["2026/y.md", "notes/2026/y.md"],
    ]);
    expect([...locateNotes(["2026/y.md"], { inputs: ["2026/y.md"], cwd: join(root, "notes"), root: null })]).toEqual([
      ["2026/y.md", "notes/2026/y.md"],
    ]);
  });

  it("finds notes that got the names of their folders", () => {
    const root = writeRepository();
    const located = locateNotes(["a/x.md", "b/x.md"], { inputs: ["docs/a", "docs/b"], cwd: root, root: null });
    expect([...located.values()]).toEqual(["docs/a/x.md", "docs/b/x.md"]);
  });

  it("names no note outside of the repository", () => {
    const root = writeRepository();
    const elsewhere = join(root, "notes");
    expect(locateNotes(["2026/y.md"], { inputs: ["notes"], cwd: root, root: join(root, "docs") }).size).toBe(0);
    expect(locateNotes(["gone.md"], { inputs: [elsewhere], cwd: root, root: null }).size).toBe(0);
  });
});

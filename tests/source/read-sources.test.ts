import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nameNotes } from "../../src/source/name-notes.ts";
import { readSources } from "../../src/source/read-sources.ts";

let cwd = "";

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), `text of ${path}`);
  }
}

const read = async (...inputs: string[]) => {
  const { files, diagnostics } = await readSources(inputs, { cwd, maximumBytes: 1000 });
  return {
    paths: files.map(({ path }) => path),
    texts: files.map(({ bytes }) => new TextDecoder().decode(bytes)),
    rules: diagnostics.map(({ severity, ruleId, file }) => `${severity} ${ruleId} ${file}`),
  };
};

beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), "fixlore-")));
});
afterEach(() => rm(cwd, { recursive: true }));

describe("readSources", () => {
  it("walks a folder for notes, sorted, and leaves out what is not the project's own", async () => {
    await write("notes/b.md", "notes/a.MD", "notes/sub/c.txt", "notes/sub/d.markdown", "notes/e.mdown", "notes/f.js");
    await write("notes/node_modules/x/readme.md", "notes/.git/x.md", "notes/dist/x.md", "notes/.hidden/x.md");
    expect(await read("notes")).toMatchObject({
      paths: ["a.MD", "b.md", "e.mdown", "sub/c.txt", "sub/d.markdown"],
      rules: [],
    });
  });

  it("walks a folder whose own path has a dot folder or characters of patterns in it", async () => {
    await write(".work/dist/no[t]es (1)/a.md");
    expect((await read(".work/dist/no[t]es (1)")).paths).toEqual(["a.md"]);
  });

  it("takes a file named by itself whatever its extension", async () => {
    await write("sub/report.log");
    expect((await read("sub/report.log")).paths).toEqual(["sub/report.log"]);
    expect((await read(join(cwd, "sub/report.log"))).paths).toEqual(["sub/report.log"]);
  });

  it("keeps two notes with the same path apart, and reads one file once", async () => {
    await write("one/a.md", "one/b.md", "two/a.md", "x/one/a.md");
    expect(await read("one", "two", "one/a.md")).toMatchObject({
      paths: ["b.md", "one/a.md", "two/a.md"],
      texts: ["text of one/b.md", "text of one/a.md", "text of two/a.md"],
    });
    expect((await read("one", "x/one")).paths).toHaveLength(3);
  });

  it("tells of a missing input and goes on", async () => {
    await write("notes/a.md");
    const { paths, rules } = await read("absent", "notes", "notes/a.md/below");
    expect(paths).toEqual(["a.md"]);
    expect(rules).toEqual(["error missing-input absent", "error missing-input notes/a.md/below"]);
  });

  it("warns of a folder without notes", async () => {
    await write("empty/picture.png");
    expect((await read("empty")).rules).toEqual(["warning no-notes empty"]);
  });

  it("refuses a file that is too large", async () => {
    await write("notes/a.md");
    await writeFile(join(cwd, "notes/big.md"), "x".repeat(1001));
    expect(await read("notes")).toMatchObject({ paths: ["a.md"], rules: ["error oversized-file big.md"] });
  });

  it("does not follow links that lead out of the folder, and says so", async () => {
    await write("notes/a.md", "secret/b.md");
    await symlink(join(cwd, "secret/b.md"), join(cwd, "notes/out.md"));
    await symlink(join(cwd, "secret"), join(cwd, "notes/folder"));
    await symlink(join(cwd, "notes/a.md"), join(cwd, "notes/0.md"));
    await symlink(join(cwd, "nowhere.md"), join(cwd, "notes/broken.md"));
    const { paths, rules } = await read("notes");
    expect(paths).toEqual(["a.md"]);
    expect(rules.toSorted()).toEqual([
      "error unreadable-file broken.md",
      "warning link-outside folder",
      "warning link-outside out.md",
    ]);
  });
});

describe("nameNotes", () => {
  const note = (folder: string, path: string) => ({
    folder,
    path,
    absolute: `${folder}/${path}`,
    real: `${folder}/${path}`,
  });

  it("puts as many names before a path as it takes", () => {
    const notes = [note("/a/notes", "x.md"), note("/b/notes", "x.md"), note("/c", "x.md"), note("/c", "y.md")];
    expect(nameNotes(notes).map(({ path, folder }) => [path, folder])).toEqual([
      ["a/notes/x.md", "/a/notes"],
      ["b/notes/x.md", "/b/notes"],
      ["c/x.md", "/c"],
      ["y.md", "/c"],
    ]);
  });

  it("does not run into a path that another note has", () => {
    const paths = nameNotes([note("/a", "x.md"), note("/b", "x.md"), note("/c", "a/x.md")]).map(({ path }) => path);
    expect(new Set(paths).size).toBe(3);
  });
});

/** Configuration files as found on disk: which one holds, what it says, and everything that is wrong with it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config/config-error.ts";
import { loadConfig } from "../../src/config/load-config.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fixlore-config-"));
  mkdirSync(join(root, ".git"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string | object>): void {
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof contents === "string" ? contents : JSON.stringify(contents));
  }
}

async function problemsOf(config: object | string, name = "fixlore.config.json"): Promise<string[]> {
  write({ [name]: config });
  const error = await loadConfig({ cwd: root }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message.split("\n");
}

describe("where it is", () => {
  it("is not needed", async () => {
    expect(await loadConfig({ cwd: root })).toEqual({
      file: null,
      root,
      content: ["content"],
      site: { title: null, url: null, base: null },
      repository: { url: null, root: null },
      reading: { ids: [], labels: {}, headings: {}, statuses: {}, components: {} },
      templates: {},
      rules: {},
    });
  });

  it("is the nearest, up to the root of the repository", async () => {
    write({
      "fixlore.config.json": { content: "outer" },
      "part/fixlore.config.json": { content: "inner" },
      "part/deep/down/x": "",
      "other/deep/x": "",
      "nested/.git/HEAD": "",
    });
    const contentOf = async (folder: string) => (await loadConfig({ cwd: join(root, folder) })).content;
    expect(await contentOf("part/deep/down")).toEqual(["inner"]);
    expect(await contentOf("other/deep")).toEqual(["outer"]);
    expect(await contentOf("nested")).toEqual(["content"]);
  });

  it("is looked for only in the folder itself where there is no repository", async () => {
    rmSync(join(root, ".git"), { recursive: true });
    write({ "fixlore.config.json": { content: "outer" }, "deep/x": "" });
    expect((await loadConfig({ cwd: join(root, "deep") })).content).toEqual(["content"]);
    expect((await loadConfig({ cwd: root })).content).toEqual(["outer"]);
  });

  it("can be named", async () => {
    write({ "fixlore.config.json": { content: "found" }, "ci/other.json": { content: "named" } });
    const settings = await loadConfig({ cwd: root, file: "ci/other.json" });
    expect(settings).toMatchObject({ content: ["named"], root: join(root, "ci") });
    await expect(loadConfig({ cwd: root, file: "nowhere.ts" })).rejects.toThrow("nowhere.ts: no such file");
    await expect(loadConfig({ cwd: root, file: "ci" })).rejects.toThrow('Unexpected kind of file ""');
  });

  it("is one file, not two", async () => {
    write({ "fixlore.config.ts": "export default {};" });
    expect(await problemsOf({})).toEqual([
      "fixlore.config.ts: Unexpected second configuration fixlore.config.json, expected one of the two",
    ]);
  });
});

describe("what it says", () => {
  const full = {
    $schema: "./docs/config.schema.json",
    content: ["notes", "docs/postmortems"],
    site: { title: "Casebook", url: "https://notes.example.org", base: "/kb" },
    repository: { url: "https://git.example.org/shop", root: ".." },
    ids: ["PRB\\d{7}"],
    lexicon: { labels: { Trigger: "rootCause" }, headings: { Mishaps: "issues" }, statuses: { parked: "deferred" } },
    components: { "cmd/gateway/**": "gateway" },
    templates: { rca: "templates/rca.md" },
    rules: { "missing-date": "off" },
  };

  it("is read from JSON", async () => {
    write({ "fixlore.config.json": full });
    expect(await loadConfig({ cwd: root })).toEqual({
      file: join(root, "fixlore.config.json"),
      root,
      content: full.content,
      site: full.site,
      repository: { url: full.repository.url, root: dirname(root) },
      reading: { ids: full.ids, ...full.lexicon, components: full.components },
      templates: { rca: join(root, "templates/rca.md") },
      rules: full.rules,
    });
  });

  /** In a process of its own: the tests' own loader would read TypeScript in another way. */
  const loadTitles = (...titles: string[]) => {
    const source = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, "../../src", name)).href);
    const script = `
      import { writeFileSync } from "node:fs";
      import { loadConfig } from ${source("config/load-config.ts")};
      for (const title of ${JSON.stringify(titles)}) {
        writeFileSync("fixlore.config.ts", 'import { defineConfig, type Config } from ${source("index.ts")};\\n' +
          'const site: Config["site"] = { title: "' + title + '" };\\nexport default defineConfig({ site });\\n');
        console.log((await loadConfig()).site.title);
      }`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" });
  };

  it("is read from TypeScript, and again when the file has changed", () => {
    expect(loadTitles("First", "Second, and longer")).toMatchObject({
      stdout: "First\nSecond, and longer\n",
      stderr: "",
    });
    // A package that does not say what its modules are is no reason for a warning.
    write({ "package.json": {} });
    expect(loadTitles("Third")).toMatchObject({ stdout: "Third\n", stderr: "" });
  });

  it("names notes by patterns, and leaves some out", async () => {
    write({
      "docs/a-rca.md": "",
      "docs/b.md": "",
      "docs/drafts/c-rca.md": "",
      "notes/d.md": "",
      "notes/old/e.md": "",
      "fixlore.config.json": { content: ["docs/**/*-rca.md", "notes", "!docs/drafts/**", "!notes/old/**"] },
    });
    expect((await loadConfig({ cwd: root })).content).toEqual(["docs/a-rca.md", "notes/d.md"]);
    write({ "fixlore.config.json": { content: ["notes", "docs/*-rca.md"] } });
    expect((await loadConfig({ cwd: root })).content).toEqual(["notes", "docs/a-rca.md"]);
  });
});

describe("what is wrong with it", () => {
  it("is told key by key, all at once", async () => {
    expect(
      await problemsOf({
        contents: "notes",
        site: { titel: "x", url: "notes.example.org" },
        ids: ["PRB(", "x*"],
        lexicon: { labels: { Trigger: "rootcause" }, statuses: [] },
        rules: { "mising-date": "off", "empty-note": "warn" },
        templates: { rca: 4 },
      }),
    ).toEqual([
      'fixlore.config.json: site.url: Unexpected "notes.example.org", expected an address as https://notes.example.org',
      'fixlore.config.json: site.titel: Unexpected key "titel"; did you mean "title"?',
      'fixlore.config.json: ids.0: Unexpected "PRB(", expected a regular expression that matches at least one character',
      'fixlore.config.json: ids.1: Unexpected "x*", expected a regular expression that matches at least one character',
      expect.stringMatching(
        /lexicon\.labels\.Trigger: Unexpected "rootcause", expected "problem", .*; did you mean "rootCause"\?$/,
      ),
      "fixlore.config.json: lexicon.statuses: Unexpected [], expected an object of keys and values",
      "fixlore.config.json: templates.rca: Unexpected 4, expected a text in quotes",
      expect.stringMatching(
        /rules\.empty-note: Unexpected "warn", expected "off", "info", "warning" or "error"; did you mean "warning"\?$/,
      ),
      'fixlore.config.json: rules.mising-date: Unexpected key "mising-date"; did you mean "missing-date"?',
      'fixlore.config.json: contents: Unexpected key "contents"; did you mean "content"?',
    ]);
  });

  it("may be the file as a whole", async () => {
    expect(await problemsOf([])).toEqual(["fixlore.config.json: Unexpected [], expected an object of keys and values"]);
    expect((await problemsOf('{ "site": '))[0]).toMatch(/^fixlore\.config\.json: Could not be read: .*JSON/);
    rmSync(join(root, "fixlore.config.json"));
    expect(await problemsOf("export const config = {};", "fixlore.config.ts")).toEqual([
      "fixlore.config.ts: Unexpected module without a default export, expected `export default defineConfig({…})`",
    ]);
    expect((await problemsOf("throw new Error('boom');", "fixlore.config.ts"))[0]).toContain("Could not be read: boom");
  });
});

/** The package as npm would publish it, in a folder that is no clone: it holds all it needs, and runs below node_modules. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDev } from "./start-dev.ts";

const root = dirname(dirname(import.meta.dirname));
const left = new Set(["node_modules", ".git", "dist", "lib", ".astro", ".fixlore", "coverage"]);
let place: string;
let project: string;
let files: string[];

/** Packs a copy, so that nothing of it appears in the clone. Dependencies are the clone's, those of development left out. */
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "fixlore-packed-"));
  const copy = join(place, "copy");
  for (const name of readdirSync(root))
    if (!left.has(name)) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  // A module that is gone must not live on in the package.
  mkdirSync(join(copy, "lib"));
  writeFileSync(join(copy, "lib/gone.js"), "");
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", place], {
      cwd: copy,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).replace(/^[^[]*/, ""),
  );
  files = packed.files.map(({ path }: { path: string }) => path);

  project = join(place, "project");
  const modules = join(project, "node_modules");
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const [key, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(key)?.[1];
    if (name === undefined || dev || !existsSync(join(root, key))) continue;
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, key), join(modules, name));
  }
  mkdirSync(join(modules, "fixlore"));
  execFileSync("tar", ["-xzf", join(place, packed.filename), "-C", join(modules, "fixlore"), "--strip-components=1"]);
  cpSync(join(root, "content"), join(project, "docs/notes"), { recursive: true });
}, 240_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(...args: string[]) {
  const { bin } = JSON.parse(readFileSync(join(project, "node_modules/fixlore/package.json"), "utf8"));
  const options = { cwd: project, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } } as const;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join("node_modules/fixlore", bin.fixlore), ...args],
    options,
  );
  return { stdout, stderr, status };
}

describe("the package", () => {
  it("holds what it needs, and neither tests nor notes", () => {
    for (const needed of [
      "lib/cli/main.js",
      "lib/index.d.ts",
      "site/pages/index.astro",
      "astro.config.mjs",
      "src/cli/notes/templates/fix.md",
      "docs/config.schema.json",
      "docs/rules/secret.md",
      "LICENSE",
    ])
      expect(files).toContain(needed);
    expect(files.filter((file) => /^(?:tests|content|\.|lib\/gone)/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".png"))).toEqual([]);
  });

  it("builds any folder", () => {
    const { stderr, status } = run("build", "docs/notes", "--out", "public");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("rror") });
    expect(readFileSync(join(project, "public/issues/fl-003/index.html"), "utf8")).toContain("A long run of blanks");
    expect(existsSync(join(project, "public/pagefind/pagefind.js"))).toBe(true);
  });

  it("shows a folder while it is written", async () => {
    const { bin } = JSON.parse(readFileSync(join(project, "node_modules/fixlore/package.json"), "utf8"));
    const entry = join(project, "node_modules/fixlore", bin.fixlore);
    const dev = await startDev(["docs/notes"], { cwd: project, entry });
    try {
      expect(await (await fetch(`${dev.address}issues/fl-003/`)).text()).toContain("A long run of blanks");
      const note = join(project, "docs/notes/while.md");
      writeFileSync(note, "# Written meanwhile\n\n## WHILE-1: The site stands still\n\n**Status**: Fixed\n");
      await dev.wait(/docs\/notes\/while\.md is new: 1 issue new \(WHILE-1\)/);
      expect(await (await fetch(`${dev.address}issues/while-1/`)).text()).toContain("The site stands still");
      rmSync(note);
    } finally {
      expect(await dev.stop()).toBe(0);
    }
  });

  it("reads, queries and writes notes", () => {
    expect(run("query", "id:FL-003", "--content", "docs/notes").stdout).toContain("A long run of blanks");
    const { stdout } = run("new", "It ships", "--prefix", "FL", "--date", "2026-12-01", "--content", "docs/notes");
    expect(stdout).toMatch(/^docs\/notes\/2026-12-01-fl-\d+-it-ships\.md\n$/);
    expect(run("--version").stdout).toBe(`${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}\n`);
  });

  it("checks notes, and its rules have their pages", () => {
    const { stdout, status } = run("check", "--format", "sarif", "docs/notes");
    const [{ tool }] = JSON.parse(stdout).runs;
    expect(status).toBe(0);
    expect(tool.driver.rules.length).toBeGreaterThan(25);
    for (const { id, help } of tool.driver.rules) expect(help.markdown).toContain(`# ${id}`);
  });

  it("is a library, with types", () => {
    const code =
      'import { readNote } from "fixlore"; console.log(readNote({ path: "a.md", bytes: Buffer.from("# It") }).session.title);';
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: project,
      encoding: "utf8",
    });
    expect(stdout).toBe("It\n");
    writeFileSync(
      join(project, "use.ts"),
      'import { readNote, type Issue } from "fixlore";\nexport const of = (issue: Issue): number => issue.title;\nvoid readNote;\n',
    );
    const flags = ["--noEmit", "--module", "nodenext", "--target", "es2024", "--strict", "--skipLibCheck", "use.ts"];
    const checked = spawnSync(process.execPath, [join(root, "node_modules/.bin/tsc"), ...flags], {
      cwd: project,
      encoding: "utf8",
    });
    expect(checked.stdout).toMatch(
      /^use\.ts\(2,\d+\): error TS2322: Type 'string' is not assignable to type 'number'\.\n$/,
    );
  });

  it("finds its workers", () => {
    const many = join(project, "many");
    mkdirSync(many);
    for (let n = 0; n < 210; n++) writeFileSync(join(many, `n${n}.md`), `# Note ${n}\n`);
    const code = `
      import { readNotesInThreads } from "./node_modules/fixlore/lib/read-in-threads.js";
      import { readSources } from "./node_modules/fixlore/lib/source/read-sources.js";
      import { highlightAll } from "./node_modules/fixlore/lib/render/highlight-all.js";
      const { files } = await readSources(["many"]);
      const notes = await readNotesInThreads(files, {}, 2);
      const blocks = Array.from({ length: 410 }, (_, n) => ({ language: "json", text: \`{ "n": \${n} }\` }));
      const colours = await highlightAll(blocks, undefined, { threads: 2 });
      console.log(notes.length, colours.size);`;
    writeFileSync(join(project, "threads.mjs"), code);
    const { stdout, stderr } = spawnSync(process.execPath, ["threads.mjs"], { cwd: project, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "210 410\n", stderr: "" });
  });
});

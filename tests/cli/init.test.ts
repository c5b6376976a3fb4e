/** `fixlore init` as a process: what it writes works as it stands, and what was there is left alone. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAddress } from "../../src/cli/init/survey-repository.ts";
import { projectExtraction } from "../project-extraction.ts";
import { readNote } from "../read-note.ts";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");
let folder: string;
const env = { ...process.env, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const runIn = (cwd: string, command: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  return { stdout, stderr, status };
};
const run = (...args: string[]) => runIn(folder, process.execPath, bin, ...args);
const git = (...args: string[]) =>
  runIn(folder, "git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args);
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const files = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => !/^\.(?:git|fixlore)\//.test(path) && statSync(join(folder, path)).isFile(),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("fixlore init", () => {
  it("sets a repository up: what it writes is read, without a word to say against it", () => {
    git("init", "--quiet");
    git("remote", "add", "origin", "https://ada:secret@git.example.org/team/shop.git");
    const { stdout, status } = run("init", "--yes", "--date", "2026-05-06");
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split(/ {2}/)[0]),
    ).toEqual([
      "wrote fixlore.config.ts",
      "wrote content/2026-05-06-example.md",
      "wrote .github/workflows/fixlore.yml",
      "wrote .git/hooks/pre-commit",
    ]);
    expect(projectExtraction(readNote(Buffer.from(read("content/2026-05-06-example.md"))))).toMatchObject({
      date: "2026-05-06",
      status: "fixed",
      issues: [
        {
          id: "EXAMPLE-1",
          files: ["src/report/week.ts:12"],
          severity: "medium",
          timeToFix: "30 minutes",
          code: ["before ts", "after ts"],
        },
      ],
      lessons: { length: 2 },
    });
    const parsed = run("parse", "content");
    expect(parsed).toMatchObject({ status: 0, stderr: "" });
    expect(run("query", "is:issue").stdout).toContain("example-1");
    expect(read("fixlore.config.ts")).toContain('repository: { url: "https://git.example.org/team/shop" }');
    expect(read("fixlore.config.ts")).not.toContain("secret");
    const workflow = read(".github/workflows/fixlore.yml");
    expect(workflow).not.toContain("\t");
    expect(workflow).toContain('--base "${BASE:-/}"');
    expect(statSync(join(folder, ".git/hooks/pre-commit")).mode & 0o111).toBe(0o111);
  });

  it("writes nothing twice, and nothing over what is there", () => {
    git("init", "--quiet");
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, ".github/workflows/fixlore.yml"), "mine");
    writeFileSync(join(folder, ".git/hooks/pre-commit"), "mine");
    writeFileSync(join(folder, "fixlore.config.json"), '{ "content": "notes" }');
    mkdirSync(join(folder, "notes"));
    writeFileSync(join(folder, "notes/a.md"), "# Mine\n");
    const before = files();
    const { stdout, status } = run("init", "-y");
    expect(status).toBe(0);
    expect(stdout.match(/^kept /gm)).toHaveLength(3);
    expect(stdout).not.toContain("wrote");
    expect(files()).toEqual(before);
    expect([read(".github/workflows/fixlore.yml"), read(".git/hooks/pre-commit")]).toEqual(["mine", "mine"]);
    expect(run("init", "-y", "--folder", "other")).toMatchObject({ status: 2, stdout: "" });
  });

  it("takes the folder that has notes, and needs no repository", () => {
    mkdirSync(join(folder, "docs/postmortems"), { recursive: true });
    writeFileSync(join(folder, "docs/postmortems/old.md"), "# Old\n");
    const { stdout, stderr } = run("init", "-y", "--title", 'The "old" ones');
    expect(stdout).toMatch(/^wrote fixlore\.config\.ts .*\n$/);
    expect(stderr).toContain("This is no git repository");
    expect(run("query", "is:session").stdout).toContain("old");
    expect(files().sort()).toEqual(["docs/postmortems/old.md", "fixlore.config.ts"]);
  });

  it("works below the root of a repository", () => {
    git("init", "--quiet");
    const below = join(folder, "tools/lore");
    mkdirSync(below, { recursive: true });
    expect(runIn(below, process.execPath, bin, "init", "-y", "--date", "2026-05-06").status).toBe(0);
    const workflow = read(".github/workflows/fixlore.yml");
    expect(workflow).toContain('working-directory: "tools/lore"\n');
    expect(workflow).toContain('path: "tools/lore/dist"\n');
    expect(existsSync(join(below, "content/2026-05-06-example.md"))).toBe(true);
    expect(read(".git/hooks/pre-commit")).toContain("cd 'tools/lore/' || exit 1");
  });

  it("writes a hook that hands the notes of a commit to fixlore, and no others", () => {
    git("init", "--quiet");
    run("init", "-y", "--date", "2026-05-06", "--folder", "it's notes");
    // A stand-in that says what it was given: what `check` finds is not the hook's business.
    const tools = mkdtempSync(join(tmpdir(), "fixlore-tools-"));
    writeFileSync(join(tools, "fixlore"), '#!/bin/sh\nfor given; do echo "given: $given" >&2; done\nexit "$ANSWER"\n');
    chmodSync(join(tools, "fixlore"), 0o755);
    const commit = (answer: string) =>
      spawnSync("git", ["-c", "user.name=Ada", "-c", "user.email=a@example.org", "commit", "-m", "x"], {
        cwd: folder,
        encoding: "utf8",
        env: { ...env, PATH: `${tools}:${process.env["PATH"]}`, ANSWER: answer },
      });
    git("add", "fixlore.config.ts");
    expect(commit("1")).toMatchObject({ status: 0, stderr: "" });
    writeFileSync(join(folder, "it's notes/not ours.png"), "");
    git("add", ".");
    const refused = commit("1");
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toBe("given: check\ngiven: it's notes/2026-05-06-example.md\n");
    expect(commit("0").status).toBe(0);
    rmSync(tools, { recursive: true });
  });

  it.each([
    [["init"], /Nobody can be asked: this is not a terminal\n {2}--yes takes what is usual/],
    [["init", "-y", "--folder", "../out"], /Unexpected folder "\.\.\/out", expected one below this/],
    [["init", "--yess"], /Unknown option "--yess"; did you mean "--yes"/],
  ])("with %j exits with 2 and writes nothing", (args, message) => {
    const { stdout, stderr, status } = run(...args);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
    expect(files()).toEqual([]);
  });

  it("only says what it would do with --dry-run", () => {
    expect(run("init", "--dry-run").stdout).toMatch(/^would write fixlore\.config\.ts/);
    expect(files()).toEqual([]);
  });
});

it.each([
  ["git@host.example:team/shop.git", "https://host.example/team/shop"],
  ["ssh://git@host.example:2222/team/shop", "https://host.example/team/shop"],
  ["https://ada:key@host.example/team/shop.git/", "https://host.example/team/shop"],
  ["/srv/git/shop.git", null],
  ["../shop", null],
])("the address of %s for people is %s", (origin, address) => {
  expect(readAddress(origin)).toBe(address);
});

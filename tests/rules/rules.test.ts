/** The comment of a rule is its documentation and its test: what it shows as unexpected is found, what it shows as expected is not. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check-notes.ts";
import { usualReading, type Settings } from "../../src/config.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import type { SourceFile } from "../../src/model.ts";
import { rules, type Rule } from "../../src/rules/index.ts";
import { pagesFolder, readRulePages } from "../../src/rules/rule-pages.ts";
import { readRuleComment } from "./read-rule-comment.ts";

const today = "2026-03-01";

/** The notes are the content of a project whose repository has one file. */
async function findIn(notes: readonly SourceFile[]): Promise<Diagnostic[]> {
  const root = mkdtempSync(join(tmpdir(), "fixlore-rules-"));
  try {
    const files = [{ path: "../src/pump.ts", bytes: new Uint8Array() }, ...notes];
    for (const { path, bytes } of files) {
      const name = join("content", path);
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), bytes);
    }
    const settings: Settings = {
      file: null,
      root,
      content: ["content"],
      site: { title: null, url: null, base: null },
      repository: { url: null, root },
      reading: usualReading,
      templates: {},
      rules: {},
    };
    return (await checkNotes({ settings, named: [], cwd: root, today })).diagnostics;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Rules about files have their tests where files are read. */
const aboutNotes = rules.filter(({ foundBy }) => foundBy !== "input");

describe.each(aboutNotes.map((rule) => [rule.id, rule] as const))("%s", (id, { level }: Rule) => {
  const { unexpected, expected } = readRuleComment(id);

  it("finds what its comment shows as unexpected", async () => {
    expect(unexpected.length).toBeGreaterThan(0);
    const found = (await findIn(unexpected)).filter(({ ruleId }) => ruleId === id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ severity }) => severity)).toContain(level);
    for (const { message, url } of found) {
      expect(message).toMatch(/^(Unexpected|Removed|Read) .*/);
      expect(url).toMatch(new RegExp(`^file:.*/docs/rules/${id}\\.md$`));
    }
  });

  it("finds nothing in what its comment shows as expected", async () => {
    expect(expected.length).toBeGreaterThan(0);
    const found = await findIn(expected);
    expect(found.filter(({ ruleId }) => ruleId === id)).toEqual([]);
    // An example of how to do it right does nothing else wrong.
    expect(found.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("the list of rules", () => {
  it("has each file of the folder", () => {
    const files = readdirSync(join(import.meta.dirname, "../../src/rules")).map((name) => name.replace(/\.ts$/, ""));
    const others = [
      "check-note",
      "find-secrets",
      "index",
      "mask-secrets",
      "name-issue",
      "rule",
      "rule-pages",
      "weigh-diagnostics",
    ];
    expect(rules.map(({ id }) => id).sort()).toEqual(files.filter((name) => !others.includes(name)).sort());
  });

  it("has every rule that a stage names", () => {
    const folder = join(import.meta.dirname, "../../src");
    const named = readdirSync(folder, { recursive: true, encoding: "utf8" })
      // What a command says of its own configuration is no finding in a note.
      .filter((name) => name.endsWith(".ts") && !name.startsWith("cli"))
      .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/ruleId: "([a-z0-9-]+)"/g)])
      .map(([, id]) => id);
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((id) => rules.every((rule) => rule.id !== id))).toEqual([]);
  });
});

describe("pages", () => {
  const pages = new Map(
    rules.map(({ id, level }) => {
      const { text } = readRuleComment(id);
      const shown = text.replaceAll(/^(`{3,}markdown) \S+.*$/gm, "$1");
      const [summary, ...rest] = shown.split("\n\n");
      return [
        `${id}.md`,
        [`# ${id}`, `_${level}, unless the configuration weighs it otherwise_`, summary, ...rest].join("\n\n") + "\n",
      ];
    }),
  );
  const row = ({ id, level }: Rule): string => `| [${id}](${id}.md) | ${level} | ${readRuleComment(id).summary} |\n`;
  pages.set(
    "README.md",
    `# Rules\n\nWhat \`fixlore check\` says of notes. \`rules\` of the [configuration](../config.md) sets how much each weighs: \`off\`, \`info\`,\n\`warning\` or \`error\`. Errors fail the check, warnings do with \`--strict\`.\n\n| rule | weight | |\n| --- | --- | --- |\n${rules.map(row).join("")}`,
  );

  it.each([...pages])("docs/rules/%s is what the comments say (UPDATE=1 writes it)", (name, text) => {
    const file = join(pagesFolder, name);
    if (process.env["UPDATE"]) writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("are those of the rules and no others", () => {
    expect(readdirSync(pagesFolder).sort()).toEqual([...pages.keys()].sort());
    for (const { id, summary } of readRulePages(rules)) expect(summary).toBe(readRuleComment(id).summary);
  });
});

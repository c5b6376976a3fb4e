/** Who imports whom: stages never their siblings, src never cli or site, site reaches src through one door. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
/** What every stage may import beside its own folder. */
const shared = new Set(["src/model.ts", "src/diagnostics.ts", "src/config.ts"]);
const stages = new Set(["source", "document", "extract", "knowledge", "query", "render", "index-store", "rules"]);
/** Shapes and word tables are lists to look things up in: they may be as long as they need. */
const tables = new Set(["src/model.ts", "src/extract/words/lexicon.ts"]);
const door = "site/lib/knowledge.ts";

interface Import {
  from: string;
  to: string;
}

function listFiles(folder: string, pattern: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** Relative imports of all kinds, type imports and `import()` included, as paths from the root. */
function listImports(files: readonly string[]): Import[] {
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), "utf8");
    const found = text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'?]+)/g);
    return [...found].map((match) => ({
      from,
      to: relative(root, join(root, dirname(from), match[1] ?? ""))
        .split(sep)
        .join("/"),
    }));
  });
}

const stageOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const show = ({ from, to }: Import): string => `${from} imports ${to}`;
const sourceFiles = listFiles("src", /\.[jt]s$/);
const sourceImports = listImports(sourceFiles);
const siteImports = listImports(listFiles("site", /\.(astro|mjs|ts|tsx)$/));

describe("imports", () => {
  it("are found", () => {
    expect(sourceImports.map(show)).toContain("src/extract/index.ts imports src/model.ts");
  });

  it("of a stage stay within it, but for the shapes that all share", () => {
    const strays = sourceImports.filter(
      ({ from, to }) => stages.has(stageOf(from) ?? "") && stageOf(from) !== stageOf(to) && !shared.has(to),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("of the shared shapes lead nowhere else", () => {
    expect(sourceImports.filter(({ from, to }) => shared.has(from) && !shared.has(to)).map(show)).toEqual([]);
  });

  it("of src never lead to the site, and to the command line only from itself", () => {
    const strays = sourceImports.filter(
      ({ from, to }) => to.startsWith("site/") || (stageOf(to) === "cli" && stageOf(from) !== "cli"),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("of the site reach src through one door", () => {
    expect(siteImports.filter(({ from, to }) => to.startsWith("src/") && from !== door).map(show)).toEqual([]);
  });
});

describe("modules", () => {
  const texts = sourceFiles
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const);

  it("open with a sentence that says what they turn into what", () => {
    const silent = texts.filter(([, text]) => !/^(#!.*\n)?\/\*\*\s*[\s\S]*?\w[\s\S]*?\*\//.test(text));
    expect(silent.map(([file]) => file)).toEqual([]);
  });

  it("are named in kebab-case, and never utils or helpers", () => {
    expect(sourceFiles.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*\.[jt]s$/.test(file.split("/").at(-1) ?? ""))).toEqual(
      [],
    );
    expect(sourceFiles.filter((file) => /\b(utils?|helpers?|misc|common)\b/.test(file))).toEqual([]);
  });

  it("are short enough to read: 250 lines at most", () => {
    const long = texts
      .map(([file, text]) => [file, text.split("\n").length] as const)
      .filter(([file, lines]) => lines > 251 && !tables.has(file));
    expect(long).toEqual([]);
  });

  it("export names, no defaults", () => {
    expect(texts.filter(([, text]) => /^export default\b/m.test(text)).map(([file]) => file)).toEqual([]);
  });
});

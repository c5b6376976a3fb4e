/** The sources in, every regular expression that stands in them out, with its place. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

export interface FoundPattern {
  /** "src/cli/main.ts:12". */
  place: string;
  /** As it stands there, with its flags. */
  written: string;
  /** With the flag that finds all, as most are used. */
  pattern: RegExp;
}

const root = join(import.meta.dirname, "../..");

/** Of a page only what runs when it is made. */
function readCode(file: string): string {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".astro") ? (/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "") : text;
}

export function listPatterns(): FoundPattern[] {
  const found: FoundPattern[] = [];
  const readFile = (file: string): void => {
    const tree = ts.createSourceFile(file, readCode(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      const [, source, flags] = ts.isRegularExpressionLiteral(node)
        ? (/^\/([\s\S]*)\/([a-z]*)$/.exec(node.text) ?? [])
        : [];
      if (source !== undefined && flags !== undefined)
        found.push({
          place: `${relative(root, file)}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
          written: `/${source}/${flags}`,
          pattern: new RegExp(source, flags.includes("g") ? flags : `${flags}g`),
        });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  };
  for (const folder of ["src", "site"])
    for (const { parentPath, name } of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (/\.(?:ts|astro)$/.test(name)) readFile(join(parentPath, name));
  return found;
}

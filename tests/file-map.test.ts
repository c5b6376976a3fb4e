/** CONTRIBUTING.md lists every module with its first sentence. `UPDATE=1` writes the list anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const page = join(root, "CONTRIBUTING.md");
const marks = /(?<=<!-- map -->\n)[\s\S]*(?=<!-- \/map -->)/;

/** The first sentence of the comment that opens a module. */
function readPurpose(text: string): string {
  const comment = /\/\*\*([\s\S]*?)\*\/|\/\/ (.*)/.exec(text);
  const words = (comment?.[1] ?? comment?.[2] ?? "")
    .replace(/^\s*\* ?/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.replace(/(?<=[^.])\. .*$/, "").replace(/\.$/, "");
}

function writeMap(): string {
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const folders = Map.groupBy(files.sort(), (file) => dirname(file));
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, names]) => {
      const lines = names.map((name) => {
        const purpose = readPurpose(readFileSync(join(root, name), "utf8"));
        return `- \`${name.slice(folder.length + 1)}\` — ${purpose}\n`;
      });
      return `\n### ${folder}\n\n${lines.join("")}`;
    })
    .join("")
    .concat("\n");
}

/** Which files a map lists: their sentences may lag behind until the list is written anew. */
const listNames = (map: string): string[] => [...map.matchAll(/^(### .*|- `[^`]+`)/gm)].map(([name]) => name);

it("the map of the files lists every module", () => {
  const text = readFileSync(page, "utf8");
  const map = writeMap();
  if (process.env["UPDATE"])
    writeFileSync(
      page,
      text.replace(marks, () => map),
    );
  const written = marks.exec(readFileSync(page, "utf8"))?.[0] ?? "";
  expect(listNames(written), "run UPDATE=1 npx vitest run tests/file-map.test.ts").toEqual(listNames(map));
});

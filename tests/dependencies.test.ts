/** Each dependency has a reason in CONTRIBUTING.md, an exact version, and somebody who imports it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

/** The rows of the table whose heading says this, names to reason. */
function readTable(heading: string): Map<string, string> {
  const [, rows = ""] = read("CONTRIBUTING.md").split(`| ${heading} `);
  const reasons = new Map<string, string>();
  // The rest of the heading, and the line below it.
  for (const line of rows.split("\n").slice(2)) {
    if (!line.startsWith("|")) break;
    const [, names = "", reason = ""] = line.split("|");
    for (const [, name = ""] of names.matchAll(/`([^`]+)`/g)) reasons.set(name, reason.trim());
  }
  return reasons;
}

describe.each([
  ["What users install", dependencies],
  ["What only work on Fixlore needs", devDependencies],
])("%s", (heading, wanted) => {
  it("is named with its reason", () => {
    const reasons = readTable(heading);
    expect([...reasons.keys()].sort()).toEqual(Object.keys(wanted).sort());
    for (const [name, reason] of reasons) expect(reason.length, name).toBeGreaterThan(8);
  });

  it("has an exact version", () => {
    const loose = Object.entries(wanted).filter(([, version]) => !/^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});

it("nothing is installed that no source imports", () => {
  const sources = ["src", "site"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|js|mjs|astro|css)$/.test(file))
      .map((file) => read(join(folder, file))),
  );
  const text = sources.join("\n");
  const unused = Object.keys(dependencies).filter(
    (name) => !new RegExp(`(?:from|import)\\s*\\(?"${name}(?:/[^"]*)?"|from "${name}"|import "${name}`).test(text),
  );
  expect(unused).toEqual([]);
});

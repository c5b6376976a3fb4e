/** The lock file installs everywhere, and nothing but what was locked: from any registry, on every platform that a package supports, by checksum. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const file = join(dirname(import.meta.dirname), "package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Locked> };
const names = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, "")));

it("names no registry", () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([key]) => key)).toEqual([]);
});

it("has an entry for every optional package: `npm ci` refuses it otherwise, on all platforms", () => {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const missing = wanted.filter((name) => !names.has(name));
  expect(missing, "run node .ci/complete-lock.mjs").toEqual([]);
});

it("has a checksum for every package", () => {
  const without = Object.entries(packages).filter(
    ([key, { integrity }]) => key !== "" && integrity?.startsWith("sha512-") !== true,
  );
  expect(
    without.map(([key]) => key),
    "delete these entries and run npm install --package-lock-only",
  ).toEqual([]);
});

it("names every package that has a script for its installation, and lets only `node` run it", () => {
  const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const { allowScripts } = JSON.parse(readFileSync(join(dirname(file), "package.json"), "utf8")) as {
    allowScripts: Record<string, boolean>;
  };
  const names = withScript.map(([key]) => key.replace(/^.*node_modules\//, ""));
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(names)].sort());
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(["node"]);
});

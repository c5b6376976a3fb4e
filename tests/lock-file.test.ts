/** The lock file installs everywhere: from any registry, and on every platform that a package supports. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
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

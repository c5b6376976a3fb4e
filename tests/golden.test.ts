/**
 * Golden cases discover themselves: each folder of tests/fixtures with an input is read and compared with its
 * expected.json. `UPDATE=1 npx vitest run tests/golden.test.ts` rewrites the expectations: read the diff.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFixtures } from "./list-fixtures.ts";
import { projectExtraction } from "./project-extraction.ts";
import { readNote } from "./read-note.ts";

const { CI, UPDATE } = process.env;

describe("fixtures", () => {
  for (const { name, folder, path, bytes } of listFixtures()) {
    it(name, () => {
      const actual = projectExtraction(readNote(bytes, path));
      const file = join(folder, "expected.json");
      if (UPDATE || (!existsSync(file) && !CI)) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
      expect(existsSync(file), `no ${name}/expected.json: run with UPDATE=1, read it, commit it`).toBe(true);
      expect(actual).toEqual(JSON.parse(readFileSync(file, "utf8")));
    });
  }
});

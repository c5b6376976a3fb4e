/** The published JSON Schema is made from the schema that configurations are checked with. `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { roles, sectionKinds } from "../../src/config.ts";
import { createConfigSchema } from "../../src/config/config-schema.ts";
import { labelWords, sectionPatterns } from "../../src/extract/words/lexicon.ts";
import { ruleIds } from "../../src/rules/index.ts";

const file = join(import.meta.dirname, "../../docs/config.schema.json");

it("docs/config.schema.json is what configurations are checked with", () => {
  const schema = { title: "Fixlore configuration", ...z.toJSONSchema(createConfigSchema(ruleIds), { io: "input" }) };
  if (process.env["UPDATE"]) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8")), "run UPDATE=1 npx vitest run tests/config").toEqual(schema);
});

it("a configuration can name every role and every kind of section that the lexicon has", () => {
  expect(Object.keys(labelWords).sort()).toEqual([...roles].sort());
  expect([...new Set(sectionPatterns.map(([kind]) => kind)), "other"].sort()).toEqual([...sectionKinds].sort());
});

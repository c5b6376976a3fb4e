/** Every query in docs/query.md means something, and finds something in the project's own notes; every qualifier is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readKnowledge } from "../../src/build-knowledge.ts";
import type { KnowledgeBase } from "../../src/model.ts";
import {
  evaluateQuery,
  fieldNames,
  formatQueryError,
  parseQuery,
  qualifiers,
  sortKeys,
} from "../../src/query/index.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/query.md"), "utf8");
const examples = [...page.matchAll(/^\| `([^`]+)` /gm)].map((match) => match[1]!);

let base: KnowledgeBase;
beforeAll(async () => {
  base = await readKnowledge([join(import.meta.dirname, "../../content")]);
});

describe("docs/query.md", () => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples)("%s finds something", (text) => {
    const { query, errors } = parseQuery(text);
    expect(errors).toEqual([]);
    expect(evaluateQuery(query!, base, { today: "2026-12-01" }).total).toBeGreaterThan(0);
  });

  it("has an example of every qualifier", () => {
    const missing = qualifiers.filter(({ name }) => !examples.some((text) => text.includes(`${name}:`)));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it("names every field of an issue and every order", () => {
    const fields = /^Fields for [^]*?\n\n/m.exec(page)![0];
    // Those that only `has:` makes use of need not be listed.
    const unlisted = new Set(["severity", "time", "estimate", "date"]);
    const missing = [...fieldNames("issue"), ...sortKeys.map(({ name }) => name)].filter(
      (name) => !fields.includes(`\`${name}\``) && !unlisted.has(name),
    );
    expect(missing).toEqual([]);
  });

  it("shows an error as it is printed", () => {
    const text = "is:open sev:high";
    expect(page).toContain(`fixlore: ${formatQueryError(text, parseQuery(text).errors[0]!)}`);
  });
});

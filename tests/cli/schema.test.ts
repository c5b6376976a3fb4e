/** What every command prints as JSON is as the published schema says, and the published schema is the one in use. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordColumns } from "../../src/cli/record-columns.ts";
import { envelopes, toJsonSchema, type EnvelopeKind } from "../../src/cli/schemas/envelopes.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const published = join(import.meta.dirname, "../../docs/output.schema.json");
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const compile = (kind: EnvelopeKind | null): ValidateFunction => ajv.compile(toJsonSchema(kind));

let notes: NotesFolder;
beforeAll(() => {
  notes = createNotesFolder();
});
afterAll(() => notes.remove());

/** Every kind of output, of small notes and of those of this project. */
const own = join(import.meta.dirname, "../../content");
const outputs: [kind: EnvelopeKind, args: string[], input?: string][] = [
  ["issues", ["query", "--json"]],
  ["issues", ["query", "--json", "--content", own]],
  ["issues", ["query", "--json", "--fields", "ref,code,related", "is:open"]],
  ["issues", ["query", "--json", "no-such-word-anywhere"]],
  ["issues", ["query", "--json", "--error", "-"], "ERR_DRY_RUN: the pump starts before the valve"],
  ["lessons", ["query", "is:lesson", "--json"]],
  ["lessons", ["query", "is:lesson", "--json", "--content", own]],
  ["sessions", ["query", "is:session", "--json"]],
  ["sessions", ["query", "is:session", "--json", "--content", own]],
  ["count", ["query", "--count", "--json", "is:open"]],
  [
    "query",
    [
      "query",
      "--explain",
      "--json",
      '(a OR -"b c") in:title severity:>=high,none updated:30d date:..6m id:x-* has:fix sort:id limit:3',
    ],
  ],
  ["issue", ["show", "boil-2", "--json"]],
  ["lesson", ["show", "start-from-an-event", "--json"]],
  ["session", ["show", "2026-01-12-boiler", "--json"]],
  ["stats", ["stats", "--json"]],
  ["stats", ["stats", "--json", "no-such-word-anywhere"]],
  ["files", ["files", "--json", "src/boiler/pump.ts", "src/unknown.ts"]],
  ["documents", ["parse", "--format", "json", "content"]],
  ["documents", ["parse", "--format", "json", own]],
  ["rows", ["sql", "--json", "SELECT slug, reports, severity, 1.5 AS half FROM issues"]],
  ["tables", ["sql", "--json", "--schema"]],
];

describe("the JSON that commands print", () => {
  it.each(outputs)("is of the kind %s: %j", (kind, args, input = "") => {
    const { stdout, stderr, status } = notes.run(args, { input });
    expect({ stderr, status }).toEqual({ stderr: expect.not.stringContaining("fixlore:"), status: 0 });
    const printed = JSON.parse(stdout) as unknown;
    for (const validate of [compile(kind), compile(null)]) {
      validate(printed);
      expect(validate.errors ?? []).toEqual([]);
    }
    // The schema has to say no to something.
    const validate = compile(kind);
    expect(validate({ ...(printed as object), more: 1 })).toBe(false);
    expect(validate({ ...(printed as object), schemaVersion: 2 })).toBe(false);
  });

  it("is tested for every kind that the schema has", () => {
    expect([...new Set(outputs.map(([kind]) => kind))].sort()).toEqual(Object.keys(envelopes).sort());
  });

  it("has every column that records can be printed with", () => {
    const missing = (["issue", "lesson", "session"] as const).flatMap((kind) => {
      const schema = JSON.stringify(toJsonSchema(`${kind}s`));
      return recordColumns.filter((column) => column[kind] !== undefined && !schema.includes(`"${column.name}":`));
    });
    expect(missing).toEqual([]);
  });

  it("has lists where there is nothing, and null where a text is absent", () => {
    const { results } = JSON.parse(notes.run(["query", "--json", "id:boil-10"]).stdout) as { results: object[] };
    expect(results).toMatchObject([
      { rootCause: null, fix: null, timeToFix: null, lessons: [], commits: [], attempts: [] },
    ]);
  });
});

describe("fixlore schema", () => {
  it("prints what is published in docs/output.schema.json", () => {
    const printed = notes.run(["schema"]).stdout;
    if (process.env["UPDATE"]) writeFileSync(published, printed);
    expect(JSON.parse(readFileSync(published, "utf8")), "run UPDATE=1 npx vitest run tests/cli/schema.test.ts").toEqual(
      JSON.parse(printed),
    );
  });

  it("prints one kind, and names the nearest to one that there is not", () => {
    expect(JSON.parse(notes.run(["schema", "count"]).stdout)).toMatchObject({
      title: expect.stringContaining("count"),
    });
    expect(notes.run(["schema", "isues"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining('did you mean "issues"'),
    });
  });
});

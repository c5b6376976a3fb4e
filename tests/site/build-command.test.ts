import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildSite, entry } from "./build-site.ts";
import { writeNotes } from "./fixture-notes.ts";

const smallNote = {
  "a.md": "# A fault\n\n## Issues\n\n### PUMP-1: It broke\n\n**Status**: Open\n\n**Problem**: It is broken.\n",
};

function freshFolder(): string {
  return join(mkdtempSync(join(tmpdir(), "fixlore-out-")), "site");
}

describe("fixlore build", () => {
  it("names a folder that is not there, and leaves the old site as it was", async () => {
    const out = freshFolder();
    const first = await buildSite([writeNotes(smallNote)], { out });
    expect(first.code).toBe(0);
    const before = readFileSync(join(out, "index.html"), "utf8");
    const second = await buildSite([join(tmpdir(), "no-such-notes")], { out });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain("no-such-notes");
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe(before);
    expect(readdirSync(dirname(out))).toEqual(["site"]);
  });

  it("gives what it publishes whole names where its own address is not known", async () => {
    const { out } = await buildSite([writeNotes(smallNote)]);
    const ids = (): string[] =>
      [...readFileSync(join(out, "feed.xml"), "utf8").matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? "");
    const named = ids();
    expect(named).toHaveLength(2);
    expect(new Set(named).size).toBe(2);
    for (const id of named)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const items = JSON.parse(readFileSync(join(out, "feed.json"), "utf8")).items;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(named.slice(1));
    // Readers follow an entry by its name: another build may not change it.
    await buildSite([writeNotes(smallNote)], { out });
    expect(ids()).toEqual(named);
  });

  it("replaces nothing that it did not write", async () => {
    const out = freshFolder();
    mkdirSync(out);
    writeFileSync(join(out, "thesis.txt"), "the only copy");
    const { code, stderr } = await buildSite([writeNotes(smallNote)], { out });
    expect(code).toBe(2);
    expect(stderr).toContain("--out");
    expect(readFileSync(join(out, "thesis.txt"), "utf8")).toBe("the only copy");
  });

  it("takes up what a killed build left behind", async () => {
    const out = freshFolder();
    const left = (kind: string) => join(dirname(out), `.site.${kind}-999999999`);
    mkdirSync(left("new"));
    mkdirSync(join(left("old"), "api"), { recursive: true });
    writeFileSync(join(left("old"), "api", "index.json"), "{}");
    const { code } = await buildSite([writeNotes(smallNote)], { out });
    expect(code).toBe(0);
    expect(existsSync(join(out, "issues/pump-1/index.html"))).toBe(true);
    expect(readdirSync(dirname(out))).toEqual(["site"]);
  });

  it("publishes records in the shape that the query command prints", async () => {
    const notes = writeNotes();
    const { out, base } = await buildSite([notes], { base: "/kb" });
    for (const kind of ["issue", "lesson", "session"]) {
      const printed = JSON.parse(
        execFileSync(process.execPath, [entry, "query", `is:${kind}`, "--content", notes, "--format", "json"], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        }),
      );
      const published = JSON.parse(readFileSync(join(out, "api", `${kind}s.json`), "utf8"));
      const bare = published.results.map(({ url, ...record }: { url: string }) => {
        expect(url.startsWith(`${base}/${kind}s/`)).toBe(true);
        return record;
      });
      // What is related is told by a query only where it was asked for; the site knows it anyway.
      const inOrder = (records: { slug: string; related?: unknown }[]) =>
        records
          .map((record) => (record.related === undefined ? record : { ...record, related: null }))
          .sort((a, b) => a.slug.localeCompare(b.slug, "en"));
      expect(published.results.length).toBeGreaterThan(2);
      expect({ ...published, results: inOrder(bare) }).toEqual({ ...printed, results: inOrder(printed.results) });
    }
  });

  it("gives the same bytes for the same notes", async () => {
    const notes = writeNotes();
    const [one, two] = [await buildSite([notes]), await buildSite([notes])];
    const files = readdirSync(one.out, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.(?:html|json|md|xml|txt)$/.test(file) && !file.startsWith("pagefind"),
    );
    expect(files.length).toBeGreaterThan(50);
    const differing = files.filter(
      (file) => readFileSync(join(one.out, file), "utf8") !== readFileSync(join(two.out, file), "utf8"),
    );
    expect(differing).toEqual([]);
  });

  it("refuses a base and an address that are none", async () => {
    for (const args of [
      ["--site", "nowhere"],
      ["--repository", "javascript:alert(1)"],
    ]) {
      const { code, stderr } = await buildSite([writeNotes(smallNote)], { args });
      expect(code).toBe(2);
      expect(stderr).toContain(args[1]);
    }
    expect((await buildSite([writeNotes(smallNote)], { base: "/../x" })).code).toBe(2);
  });
});

/** The search of `fixlore dev`: what has all words, best first, with an excerpt in which nothing of a note is mark-up. */
import { describe, expect, it } from "vitest";
import { readNote } from "../../src/build-knowledge.ts";
import { searchBase } from "../../src/cli/dev/search-base.ts";
import { mergeRecords } from "../../src/knowledge/index.ts";

const note = (path: string, text: string) => readNote({ path, bytes: Buffer.from(text) });
const base = mergeRecords([
  note(
    "mill.md",
    "# At the mill\n\n**Date**: 2026-01-02\n\n## MILL-1: The wheel stalls\n\n**Status**: Open\n**Component**: wheel\n**Problem**: Flour `<img src=x>` & dust in `src/wheel.ts` stop it.\n",
  ),
  note(
    "oven.md",
    "# At the oven\n\n**Date**: 2026-01-03\n\n## OVEN-1: The oven is cold\n\n**Status**: Fixed\n**Problem**: Dust lies on the wheel of the fan, İstanbul.\n",
  ),
]);
const { search } = searchBase(base, "/kb/");
const urls = (words: string | null, filters = {}): string[] => search(words, filters).records.map(({ url }) => url);

describe("the search", () => {
  it("finds what has all words, in any letters, titles first", () => {
    expect(urls("WHEEL")[0]).toBe("/kb/issues/mill-1/");
    expect(urls("wheel fan")).toEqual(["/kb/issues/oven-1/", "/kb/sessions/oven/"]);
    expect(urls('"wheel of the fan"')).toEqual(["/kb/issues/oven-1/", "/kb/sessions/oven/"]);
    expect(urls('"fan of the wheel"')).toEqual([]);
    expect(urls("src/wheel.ts")).toContain("/kb/files/src-wheel-ts/");
    expect(search("nothing-of-it", {})).toEqual({ total: 0, records: [], filters: {} });
  });

  it("keeps to filters, and counts what it found by each", () => {
    expect(urls(null, { kind: ["issue"] })).toEqual(["/kb/issues/oven-1/", "/kb/issues/mill-1/"]);
    expect(urls("wheel", { kind: ["issue"], status: ["open", "fixed"] })).toHaveLength(2);
    expect(urls("wheel", { kind: ["lesson"] })).toEqual([]);
    expect(search("", {}).filters["kind"]).toEqual({ issue: 2, session: 2, file: 1 });
    expect(search("", {}).filters["component"]).toEqual({ wheel: 1 });
  });

  it("marks what it found, and nothing of a note is mark-up", () => {
    const excerpt = search("dust", { kind: ["issue"], status: ["open"] }).records[0]!.excerpt;
    expect(excerpt).toContain("&lt;img src=x&gt; &amp; <mark>dust</mark>");
    expect(search("x>` & dust", {}).records[0]!.excerpt).toContain(
      "<mark>x&gt;`</mark> <mark>&amp;</mark> <mark>dust</mark>",
    );
    // What is folded to another length has no marks beside its words.
    expect(
      search("istanbul", {})
        .records.map((record) => record.excerpt)
        .join(),
    ).not.toMatch(/<mark>(?!.stanbul)/i);
  });
});

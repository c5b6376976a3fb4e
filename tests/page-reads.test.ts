/** A page is known by what it read through doors, and by nothing less. */
import { describe, expect, it } from "vitest";
import { createPageReads, type PageTrace } from "../src/page-reads.ts";

/** A base of two shelves, and a page that reads what `read` says. */
function readPage(base: Record<string, unknown>, read: (get: (key: string) => unknown) => void, isOpen = true) {
  const reads = createPageReads();
  const get = (key: string): unknown => reads.through("shelf", key, (name) => base[name]);
  reads.begin();
  if (isOpen) reads.open();
  read(get);
  return { reads, get, trace: reads.end() };
}

function isSameIn(base: Record<string, unknown>, trace: PageTrace): boolean {
  const { reads } = readPage(base, (get) => get("a"));
  return reads.isSame(trace);
}

describe("createPageReads", () => {
  const base = { a: { title: "Hook" }, b: [{ title: "Rope" }], c: "chain" };
  const { trace } = readPage(base, (get) => [get("a"), get("b"), get("b"), get("none")]);

  it("notes each door and argument once", () => {
    expect(trace?.keys).toEqual(["shelf\0a", "shelf\0b", "shelf\0none"]);
  });

  it("knows the page again where all it read is as it was, whatever else has changed", () => {
    expect(isSameIn(structuredClone(base), trace!)).toBe(true);
    expect(isSameIn({ ...base, c: "rope" }, trace!)).toBe(true);
  });

  it.each([
    ["a record", { ...base, a: { title: "Hooks" } }],
    ["a member of a list", { ...base, b: [{ title: "Ropes" }] }],
    ["the length of a list", { ...base, b: [] }],
    ["something where nothing was", { ...base, none: "" }],
    ["nothing where something was", { a: base.a }],
  ])("does not where %s is another", (_what, changed) => {
    expect(isSameIn(changed, trace!)).toBe(false);
  });

  it("tells texts from what they spell, and lists from what they hold", () => {
    const found = ["1", 1, null, "null", undefined, "undefined", [], [[]], ["1"], [1], {}, true, "true"];
    const digests = found.map((a) => readPage({ a }, (get) => get("a")).trace?.digest);
    expect(new Set(digests).size).toBe(found.length);
  });

  it("vouches for no page that did not say that it is known by what it reads, or that read by no door", () => {
    expect(readPage(base, (get) => get("a"), false).trace).toBe(null);
    const { reads } = readPage(base, () => undefined);
    reads.begin();
    reads.open();
    reads.spoil();
    expect(reads.end()).toBe(null);
  });

  it("leaves to the door what the door reads", () => {
    const { reads } = readPage(base, () => undefined);
    reads.begin();
    reads.open();
    reads.through("list", "", () => {
      reads.spoil();
      return reads.through("shelf", "a", () => base.a);
    });
    expect(reads.end()?.keys).toEqual(["list\0"]);
  });

  it("vouches for neither of two pages that are made at once", () => {
    const reads = createPageReads();
    reads.begin();
    reads.open();
    reads.begin();
    reads.open();
    expect(reads.end()).toBe(null);
    expect(reads.end()).toBe(null);
  });

  it("has a page made where nobody went through its door yet", () => {
    expect(createPageReads().isSame(trace!)).toBe(false);
  });
});

/** What the parser makes of good queries, and where it points in bad ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainQuery, formatQueryError, parseQuery } from "../../src/query/index.ts";

/** The explanation without its first and last line: what is asked of a record. */
function conditions(text: string): string {
  const { query, errors } = parseQuery(text);
  if (query === null) throw new Error(errors.map(({ message }) => message).join("\n"));
  return explainQuery(query)
    .split("\n")
    .slice(1)
    .filter((line) => line.startsWith(" "))
    .map((line) => line.slice(2))
    .join("\n");
}

describe("a good query", () => {
  it.each([
    ["", ""],
    ["   ", ""],
    ["leak", 'the word "leak"'],
    ['"memory leak"', 'the phrase "memory leak"'],
    ["“memory leak”", 'the phrase "memory leak"'],
    ['"say \\"hi\\""', 'the phrase "say "hi""'],
    ["a b", 'all of\n  the word "a"\n  the word "b"'],
    ["a AND b", 'all of\n  the word "a"\n  the word "b"'],
    ["a OR b c", 'any of\n  the word "a"\n  all of\n    the word "b"\n    the word "c"'],
    ["(a OR b) c", 'all of\n  any of\n    the word "a"\n    the word "b"\n  the word "c"'],
    ["-a", 'none of\n  the word "a"'],
    ["NOT a b", 'all of\n  none of\n    the word "a"\n  the word "b"'],
    ["-(a OR b)", 'none of\n  any of\n    the word "a"\n    the word "b"'],
    ["a or b", 'all of\n  the word "a"\n  the word "or"\n  the word "b"'],
    ["--force", 'the word "--force"'],
    ["read-only", 'the word "read-only"'],
    ["Close()", 'the word "Close()"'],
    ["(call Close())", 'all of\n  the word "call"\n  the word "Close()"'],
    ["is:open", "is: open or in-progress or blocked or partial or unknown"],
    ["state:closed", "is: deferred or fixed or wont-fix or not-a-bug"],
    ["is:Fixed", "is: fixed"],
    ["status:partial,open", "status: partial or open"],
    ["status:wontfix", "status: wont-fix"],
    ["STATUS:in_progress", "status: in-progress"],
    ["severity:>=high", "severity: high or critical"],
    ["severity:<medium", "severity: low"],
    ["severity:high..low", "severity: low or medium or high"],
    ["priority:P0,none", "severity: critical or none"],
    ["date:2026-02", "date: from 2026-02-01 to 2026-02-28"],
    ["date:2024", "date: from 2024-01-01 to 2024-12-31"],
    ["date:>2026-02", "date: from 2026-03-01"],
    ["date:<=2024-02", "date: to 2024-02-29"],
    ["date:<2026-01-01", "date: to 2025-12-31"],
    ["date:2026-01-01..2026-01-31", "date: from 2026-01-01 to 2026-01-31"],
    ["date:..2026", "date: to 2026-12-31"],
    ["date:2026-01-05..*", "date: from 2026-01-05"],
    ["updated:30d", "updated: from 30 days ago"],
    ["updated:2w..yesterday", "updated: from 14 days ago to yesterday"],
    ["updated:..1y", "updated: to 12 months ago"],
    ["file:src/**,docs/", "file: src/** or docs/"],
    ["component:'x'", "component: 'x'"],
    ['component:"data store",api', "component: data store or api"],
    ['file:"a,b (c).md"', "file: a,b (c).md"],
    ["(file:lib/a.ts)", "file: lib/a.ts"],
    ["has:fix,cause no:id", "all of\n  has: fix or cause\n  no: id"],
    ["has:rootCause", "has: cause"],
    ["in:title leak", 'the word "leak" in title'],
    ["leak OR drip in:title,fix", 'any of\n  the word "leak" in title or fix\n  the word "drip" in title or fix'],
    ["(in:title leak) drip", 'all of\n  the word "leak" in title\n  the word "drip"'],
    ["in:fix (in:title leak) drip", 'all of\n  the word "leak" in title\n  the word "drip" in fix'],
  ])("%s", (text, expected) => {
    expect(conditions(text)).toBe(expected);
  });

  it.each([
    "http://host.example/x",
    "file:///tmp/x",
    "server.go:12",
    "src/a.ts:3:14",
    "10.0.0.1:8080",
    "localhost:8080",
    "std::vector",
    "C:\\notes",
    "Error:",
    "x:=1",
    "a/b:c",
    "12:30",
  ])("takes %s for a word", (text) => {
    expect(conditions(text)).toBe(`the word "${text}"`);
  });

  it("says how to search beside what to find", () => {
    const { query } = parseQuery("is:lesson race sort:title,updated-asc limit:5");
    expect(query).toMatchObject({
      kind: "lesson",
      sort: [
        { name: "title", descending: false },
        { name: "updated", descending: false },
      ],
      limit: 5,
    });
    expect(explainQuery(query!)).toBe(
      'find lessons with\n  the word "race"\norder by title, ascending; then updated, ascending\nat most 5',
    );
  });

  it("knows the place of each part", () => {
    const { query } = parseQuery("  leak status:open,fixed");
    expect(query?.filter).toMatchObject({
      type: "and",
      column: 3,
      length: 22,
      children: [
        { type: "word", column: 3, length: 4 },
        {
          type: "qualifier",
          column: 8,
          length: 17,
          values: [
            { column: 15, length: 4 },
            { column: 20, length: 5 },
          ],
        },
      ],
    });
  });
});

describe("a bad query", () => {
  it.each([
    ["sev:high", 1, 3, 'Unknown qualifier "sev"; did you mean "severity"?', ["severity"]],
    ["leak stauts:open", 6, 6, 'Unknown qualifier "stauts"; did you mean "status"?', ["status"]],
    ["foo:bar", 1, 3, 'Unknown qualifier "foo"; to search for the text, quote it: "foo:bar"', ['"foo:bar"']],
    ["dat:2026", 1, 3, 'Unknown qualifier "dat"; did you mean "date"?', ["date"]],
    ["is:open,clsed", 9, 5, 'Unknown value "clsed"; did you mean "closed"?', ["closed"]],
    ["status:closed", 8, 6, 'Unknown status "closed"; did you mean "is:closed"?', ["is:closed"]],
    ["severity:>=hihg", 10, 6, 'Unknown severity "hihg"; did you mean "high"?', ["high"]],
    ["severity:>critical", 10, 9, 'Nothing is above "critical"', []],
    ["no:cuase", 4, 5, 'Unknown field "cuase"; did you mean "cause"?', ["cause"]],
    ["sort:upated", 6, 6, 'Unknown order "upated"; did you mean "updated"?', ["updated"]],
    ["component:>=x", 11, 3, '"component" has no order: unexpected ">="', []],
    ["limit:0", 7, 1, 'Unexpected limit "0": expected a whole number from 1', []],
    ["limit:5 limit:6", 15, 1, "A second limit: the first was 5", []],
    [
      "status: open",
      1,
      7,
      '"status:" needs a value directly after the colon, as in status:partial,blocked',
      ["status:partial,blocked"],
    ],
    ["a OR", 3, 2, "Nothing to find after OR", []],
    ["OR a", 1, 2, "Nothing to find before OR", []],
    ["a OR OR b", 3, 2, "Nothing to find after OR", []],
    ["a AND", 3, 3, "Nothing to find after AND", []],
    ["a NOT", 3, 3, "Nothing to exclude after NOT", []],
    ["a - b", 3, 1, 'Nothing to exclude: expected a term directly after "-"', []],
    ["(a b", 1, 1, 'Unclosed parenthesis: expected ")"', []],
    ["a) b", 2, 1, 'Unexpected ")": no parenthesis is open', []],
    ["a ()", 3, 2, "Nothing to find between the parentheses", []],
    ['a "b', 3, 2, 'Unclosed quote: expected " at the end of the phrase', ['a "b"']],
    ['""', 1, 2, "Empty phrase: expected text between the quotes", []],
    ["-is:lesson", 1, 10, '"is:lesson" says how to search: it cannot be negated', []],
    ["-sort:title", 1, 11, '"sort:title" says how to search: it cannot be negated', []],
    ["is:lesson is:session", 11, 10, 'A query finds one kind of record: "is:lesson" stands before', []],
    ["is:lesson,open", 4, 6, '"lesson" is the kind of record to find: expected it by itself, as "is:lesson"', []],
  ])("%s", (text, column, length, message, suggestions) => {
    const { query, errors } = parseQuery(text);
    expect(query).toBeNull();
    expect(errors[0]).toEqual({ column, length, message, suggestions });
  });

  it.each([
    ["date:2026-02-30", 'Unexpected day "2026-02-30"'],
    ["date:..", 'Unexpected ".."'],
    ["date:soon", 'Unexpected day "soon"'],
    ["date:2026-01-01..x", 'Unexpected day "x"'],
    ["updated:>30d", 'Unexpected ">" before "30d", which already means "since 30d ago"'],
    ["is:lesson severity:high", 'A lesson has no "severity"'],
    ["is:lesson is:open", 'A lesson has no "status"'],
    ["is:session has:cause", 'A session has no "cause"'],
    ["is:lesson in:impact x", 'A lesson has no "impact"'],
  ])("%s", (text, message) => {
    expect(parseQuery(text).errors[0]?.message).toContain(message);
  });

  it("has all its errors told, in their order", () => {
    const { errors } = parseQuery("sev:high status:opne (a");
    expect(errors.map(({ column }) => column)).toEqual([1, 17, 22]);
  });

  it("is shown with a mark below the place", () => {
    const text = "leak sev:high";
    expect(formatQueryError(text, parseQuery(text).errors[0]!)).toBe(
      'Unknown qualifier "sev"; did you mean "severity"?\n  leak sev:high\n       ^^^',
    );
  });
});

describe("any text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "(",
      ")",
      "OR",
      "AND",
      "NOT",
      "-",
      '"',
      ":",
      ",",
      "..",
      " ",
      ">=",
      "is:",
      "in:title",
      "sort:",
      "date:",
      "2026-01-01",
      "30d",
      "status:open",
      "x",
      "\\",
      "*",
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );

  it("is parsed or told wrong, never thrown at, with places inside of it", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        (text) => {
          const { query, errors } = parseQuery(text);
          expect(query === null).toBe(errors.length > 0);
          for (const { column, length, message } of errors) {
            expect(column).toBeGreaterThanOrEqual(1);
            expect(column - 1 + length).toBeLessThanOrEqual(text.length + 1);
            expect(message).not.toBe("");
          }
          expect(query === null ? "find " : explainQuery(query)).toMatch(/^find /);
        },
      ),
      { numRuns: 500 },
    );
  });
});

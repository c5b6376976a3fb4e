/** Whatever is asked, what the index gives is enough to answer as all of the base would: the plain evaluator is the judge. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSameFile, knowFile } from "../../src/cli/know-file.ts";
import {
  createMemoryIndex,
  listRecordNames,
  loadBase,
  loadIssuesOfFiles,
  loadRecord,
  type Index,
  type LoadedRecords,
} from "../../src/index-store/index.ts";
import { orderRecords } from "../../src/knowledge/index.ts";
import type { KnowledgeBase } from "../../src/model.ts";
import { evaluateQuery, narrowQuery, parseQuery, rankErrorText } from "../../src/query/index.ts";
import { createBase, createIssue, createLesson, createSession, excerpt } from "../query/create-base.ts";
import { base as plainBases, condition, today, write } from "../query/query-arbitrary.ts";
import { fillIndex } from "./fill-index.ts";

let index: Index;
beforeAll(() => {
  index = createMemoryIndex();
});
afterAll(() => index.close());

const finish = (records: LoadedRecords): KnowledgeBase => {
  orderRecords(records);
  return { ...records, files: [] };
};

/** The addresses of the results, of what the index gives and of all: null for a query that is none. */
function answer(base: KnowledgeBase, text: string): { narrowed: string[]; whole: string[] } | null {
  const { query } = parseQuery(text);
  if (query === null) return null;
  const narrowing = narrowQuery(query);
  const loaded = finish(loadBase(index, { narrowing, related: narrowing === null }));
  const slugs = (from: KnowledgeBase) => evaluateQuery(query, from, { today }).results.map(({ slug }) => slug);
  return { narrowed: slugs(loaded), whole: slugs(base) };
}

/** What people look for, and what looks like it: whole, in part, glued together, in other cases and other scripts. */
const token = fc.constantFrom(
  ..."graceful_shutdown gracefulShutdown GRACEFUL shutdown ERR_CONN_RESET ERR_CONN err conn pkg/datastorage pkg/data datastorage.go server.go server.go:157 server 157 0x1f v1.2.3 1.2 Zürich zurich Straße ΟΔΟΣ οδος Москва 修复 修 テスト 𞤀𞤁 café's O'Neil x x² ½ != -> ✅ retries retry failed failing fails uses user HTTPServer HTTP http2 I/O a b _ __init__ #142 @angular/core C++ std::vector foo-bar foo bar naïve ﬁx ﬁ".split(
    " ",
  ),
);
const text = fc
  .array(token, { maxLength: 5 })
  .chain((all) => fc.constantFrom(" ", "_", "", "\n", ", ").map((by) => all.join(by)));
const oddBase = fc.array(fc.tuple(text, text, text, fc.boolean()), { minLength: 1, maxLength: 5 }).map((rows) =>
  createBase({
    sessions: [createSession({ slug: "s0", tags: ["foo-bar"], source: rows.map(([title]) => title).join("\n") })],
    issues: rows.map(([title, problem, fix, hasFix], at) =>
      createIssue({
        slug: `i${at}`,
        title,
        sessions: ["s0"],
        problem: problem === "" ? null : excerpt(problem),
        fix: hasFix ? excerpt(fix) : null,
        lessons: [`l${at}`],
        files: [{ path: `${fix.replace(/\s/g, "") || "a"}/server.go`, line: 157, endLine: null, note: problem }],
      }),
    ),
    lessons: rows.map(([title, problem], at) =>
      createLesson({ slug: `l${at}`, title, body: excerpt(problem), session: "s0", issues: [`i${at}`] }),
    ),
  }),
);
const quoted = (words: string): string => `"${words.replace(/["\\\s]+/g, " ")}"`;
const term = fc.oneof(
  token,
  text.filter((words) => words.trim() !== "").map(quoted),
  token.chain((word) => fc.nat([...word].length).map((length) => [...word].slice(0, Math.max(1, length)).join(""))),
);
const asked = fc
  .tuple(
    fc.constantFrom("", "is:lesson ", "is:session "),
    fc.array(fc.tuple(fc.constantFrom("", "-", "in:title ", "OR "), term), { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([kind, terms]) =>
      `${kind}${terms.map(([sign, word], at) => `${at === 0 && sign === "OR " ? "" : sign}${word}`).join(" ")}`,
  );

describe("a narrowed base", () => {
  it("answers conditions of all kinds", () => {
    const conditions = fc.oneof(
      condition.map(write),
      condition.map((one) => `${write(one)} severity:>=medium alpha`),
      condition.map((one) => `is:open "alpha brook" ${write(one)} sort:title`),
    );
    fc.assert(
      fc.property(plainBases, fc.array(conditions, { minLength: 1, maxLength: 5 }), (base, queries) => {
        fillIndex(index, base);
        for (const query of queries) {
          const answered = answer(base, query);
          expect(answered?.narrowed, query).toEqual(answered?.whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("answers identifiers, paths, parts of words and scripts of all kinds", () => {
    fc.assert(
      fc.property(oddBase, fc.array(asked, { minLength: 1, maxLength: 8 }), (base, queries) => {
        fillIndex(index, base);
        for (const query of queries) {
          const answered = answer(base, query);
          expect(answered?.narrowed, query).toEqual(answered?.whole);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("ranks a pasted error as all of the base does", () => {
    fc.assert(
      fc.property(oddBase, text, (base, error) => {
        fillIndex(index, base);
        const narrowing = narrowQuery(parseQuery("is:issue").query!);
        const rank = (from: KnowledgeBase) =>
          rankErrorText(error, from).map(({ issue, score, terms }) => [issue.slug, score, terms]);
        expect(rank(finish(loadBase(index, { narrowing, related: false })))).toEqual(
          rank({ ...base, issues: finish({ ...base, sourceDiagnostics: [] }).issues }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("has each record with all that its page shows, and all that is known of a file", () => {
    fc.assert(
      fc.property(
        oddBase,
        fc.constantFrom("server.go", "graceful_shutdown", "pkg/data/", "**/server.go", "nowhere"),
        (base, path) => {
          for (const [at, issue] of base.issues.entries())
            issue.related = base.issues.slice(at + 1, at + 3).map(({ slug }) => ({ slug, reasons: ["near"] }));
          fillIndex(index, base);
          expect(
            listRecordNames(index)
              .map(({ slug }) => slug)
              .sort(),
          ).toEqual([...base.issues, ...base.lessons, ...base.sessions].map(({ slug }) => slug).sort());
          for (const issue of base.issues) {
            const { issues, lessons, sessions } = loadRecord(index, { kind: "issue", slug: issue.slug });
            expect(issues[0]).toEqual(issue);
            const has = (slug: string, all: readonly { slug: string }[]): boolean =>
              all.some((one) => one.slug === slug);
            expect(issue.related.every(({ slug }) => has(slug, issues))).toBe(true);
            expect(issue.lessons.every((slug) => has(slug, lessons))).toBe(true);
            expect(issue.sessions.every((slug) => has(slug, sessions))).toBe(true);
          }
          const know = (from: KnowledgeBase) => {
            const { open, closed, lessons } = knowFile(path, from);
            return [open, closed, lessons].map((records) => records.map(({ slug }) => slug));
          };
          orderRecords(base);
          expect(know(finish(loadIssuesOfFiles(index, (named) => isSameFile(path, named), false)))).toEqual(know(base));
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Generated bases of issues, and conditions on them that can be written down as queries. */
import fc from "fast-check";
import { severities, statuses, type KnowledgeBase, type Severity, type Status } from "../../src/model.ts";
import { createBase, createIssue, createReport, createSession, excerpt } from "./create-base.ts";

export type Condition =
  | { is: "word"; word: string; field: "title" | "problem" | "fix" | null }
  | { is: "phrase"; words: [string, string] }
  | { is: "status"; statuses: Status[] }
  | { is: "open"; open: boolean }
  | { is: "severity"; operator: ">=" | "<=" | ">" | "<" | ""; severity: Severity }
  | { is: "days"; qualifier: "date" | "updated"; from: number | null; to: number | null }
  | { is: "folder"; folder: string; deep: boolean }
  | { is: "id"; prefix: string }
  | { is: "tag"; tag: string }
  | { is: "has"; field: "problem" | "fix" | "severity" | "file"; has: boolean }
  | { is: "not"; of: Condition }
  | { is: "and" | "or"; of: Condition[] };

export const today = "2026-03-31";
/** Days are numbers up to today; the oracle never compares strings. */
export const lastDay = 90;
export const toDate = (day: number): string =>
  new Date(Date.parse(today) - (lastDay - day) * 86_400_000).toISOString().slice(0, 10);

// None is a beginning of another, nor becomes one when an ending is taken off.
const words = ["alpha", "brook", "crimson", "dolmen", "ember", "falcon"];
const folders = ["src", "lib", "docs"];
const tags = ["red", "blue"];

const text = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((list) => list.join(" "));
const field = fc.option(text.filter((value) => value !== "").map(excerpt), { nil: null });
const path = fc
  .tuple(
    fc.constantFrom(...folders),
    fc.option(fc.constantFrom("deep"), { nil: null }),
    fc.constantFrom("a.ts", "b.go"),
  )
  .map((parts) => parts.filter((part) => part !== null).join("/"));

export const base: fc.Arbitrary<KnowledgeBase> = fc
  .tuple(
    fc.array(fc.tuple(fc.option(fc.nat(lastDay), { nil: null }), fc.subarray(tags)), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(
        text,
        field,
        field,
        fc.constantFrom(...statuses),
        fc.option(fc.constantFrom(...severities), { nil: null }),
        fc.array(path, { maxLength: 2 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([sessions, issues]) =>
    createBase({
      sessions: sessions.map(([day, noted], at) =>
        createSession({ slug: `s${at}`, date: day === null ? null : toDate(day), tags: noted }),
      ),
      issues: issues.map(([title, problem, fix, status, severity, paths, reporting, hasId], at) => {
        const reported = [...new Set(reporting.map((number) => `s${number % sessions.length}`))];
        const given = {
          title,
          problem,
          fix,
          status,
          severity,
          id: hasId ? `K-${at}` : null,
          files: paths.map((name) => ({ path: name, line: null, endLine: null, note: null })),
        };
        const issue = createIssue({ slug: `i${at}`, ...given, sessions: reported });
        issue.history = reported.map((session) => {
          const day = sessions[Number(session.slice(1))]![0];
          return { session, date: day === null ? null : toDate(day), report: createReport(given) };
        });
        const dates = issue.history.flatMap(({ date }) => date ?? []).sort();
        return { ...issue, firstSeen: dates[0] ?? null, updated: dates.at(-1) ?? null };
      }),
    }),
  );

export const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    is: fc.constant("word" as const),
    word: fc.constantFrom(...words),
    field: fc.constantFrom("title" as const, "problem" as const, "fix" as const, null, null),
  }),
  fc.record({
    is: fc.constant("phrase" as const),
    words: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)),
  }),
  fc.record({
    is: fc.constant("status" as const),
    statuses: fc.uniqueArray(fc.constantFrom(...statuses), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ is: fc.constant("open" as const), open: fc.boolean() }),
  fc.record({
    is: fc.constant("severity" as const),
    operator: fc.constantFrom(">=" as const, "<=" as const, "" as const),
    severity: fc.constantFrom(...severities),
  }),
  fc.record({
    is: fc.constant("severity" as const),
    operator: fc.constantFrom(">" as const, "<" as const),
    severity: fc.constantFrom("high" as const, "medium" as const),
  }),
  fc
    .record({
      is: fc.constant("days" as const),
      qualifier: fc.constantFrom("date" as const, "updated" as const),
      from: fc.option(fc.nat(lastDay), { nil: null }),
      to: fc.option(fc.nat(lastDay), { nil: null }),
    })
    .filter(({ from, to }) => from !== null || to !== null),
  fc.record({ is: fc.constant("folder" as const), folder: fc.constantFrom(...folders), deep: fc.boolean() }),
  fc.record({ is: fc.constant("id" as const), prefix: fc.constantFrom("k-1", "K_", "k-7") }),
  fc.record({ is: fc.constant("tag" as const), tag: fc.constantFrom(...tags) }),
  fc.record({
    is: fc.constant("has" as const),
    field: fc.constantFrom("problem" as const, "fix" as const, "severity" as const, "file" as const),
    has: fc.boolean(),
  }),
);
export const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ is: fc.constant("not" as const), of: tie("condition") }),
    fc.record({
      is: fc.constantFrom("and" as const, "or" as const),
      of: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** The same as a query; parentheses everywhere, so that precedence has a test of its own. */
export function write(asked: Condition): string {
  switch (asked.is) {
    case "word":
      return asked.field === null ? asked.word : `(in:${asked.field} ${asked.word})`;
    case "phrase":
      return `"${asked.words.join(" ")}"`;
    case "status":
      return `status:${asked.statuses.join(",")}`;
    case "open":
      return asked.open ? "is:open" : "is:closed";
    case "severity":
      return `severity:${asked.operator}${asked.severity}`;
    case "days": {
      const { from, to } = asked;
      // A bound is now a day, now so many days ago: they mean the same.
      const day = (number: number): string => (number % 2 === 0 ? toDate(number) : `${lastDay - number}d`);
      return `${asked.qualifier}:${from === null ? "" : day(from)}..${to === null ? "" : day(to)}`;
    }
    case "folder":
      return asked.deep ? `file:${asked.folder}/**` : `file:${asked.folder}/*`;
    case "id":
      return `id:${asked.prefix}*`;
    case "tag":
      return `tag:${asked.tag}`;
    case "has":
      return `${asked.has ? "has" : "no"}:${asked.field}`;
    case "not":
      return `-(${write(asked.of)})`;
    default:
      return `(${asked.of.map(write).join(asked.is === "or" ? " OR " : " ")})`;
  }
}

/**
 * The evaluator against a simpler one that never sees the parser: conditions are generated as data, written down as a
 * query, and judged once by `evaluateQuery` and once by the few lines below.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { severities, type Issue, type KnowledgeBase } from "../../src/model.ts";
import { evaluateQuery, parseQuery } from "../../src/query/index.ts";
import { base, condition, lastDay, leaf, today, write, type Condition } from "./query-arbitrary.ts";

/** Whether an issue is as asked, said as plainly as can be. */
function judge(asked: Condition, issue: Issue, { sessions }: KnowledgeBase): boolean {
  const fields = { title: issue.title, problem: issue.problem?.text ?? "", fix: issue.fix?.text ?? "" };
  const notes = sessions.filter(({ slug }) => issue.sessions.includes(slug));
  switch (asked.is) {
    case "word":
      return (asked.field === null ? Object.values(fields) : [fields[asked.field]]).some((value) =>
        value.split(" ").includes(asked.word),
      );
    case "phrase":
      return Object.values(fields).some((value) =>
        value.split(" ").some((word, at, all) => word === asked.words[0] && all[at + 1] === asked.words[1]),
      );
    case "status":
      return asked.statuses.includes(issue.status);
    case "open":
      return ["open", "in-progress", "blocked", "partial", "unknown"].includes(issue.status) === asked.open;
    case "severity": {
      if (issue.severity === null) return false;
      const [have, want] = [4 - severities.indexOf(issue.severity), 4 - severities.indexOf(asked.severity)];
      return { ">=": have >= want, "<=": have <= want, ">": have > want, "<": have < want, "": have === want }[
        asked.operator
      ];
    }
    case "days": {
      const days = notes.flatMap(({ date }) =>
        date === null ? [] : [lastDay - (Date.parse(today) - Date.parse(date)) / 86_400_000],
      );
      const tested = asked.qualifier === "date" ? days : days.length === 0 ? [] : [Math.max(...days)];
      return tested.some((day) => day >= (asked.from ?? 0) && day <= (asked.to ?? lastDay));
    }
    case "folder":
      return issue.files.some(
        (file) => file.path.split("/")[0] === asked.folder && (asked.deep || file.path.split("/").length === 2),
      );
    case "id":
      return issue.id !== null && issue.id.toLowerCase().startsWith(asked.prefix.toLowerCase().replace("_", "-"));
    case "tag":
      return notes.some((note) => note.tags.includes(asked.tag));
    case "has":
      return (
        {
          problem: issue.problem !== null,
          fix: issue.fix !== null,
          severity: issue.severity !== null,
          file: issue.files.length > 0,
        }[asked.field] === asked.has
      );
    case "not":
      return !judge(asked.of, issue, { sessions } as KnowledgeBase);
    case "and":
      return asked.of.every((child) => judge(child, issue, { sessions } as KnowledgeBase));
    case "or":
      return asked.of.some((child) => judge(child, issue, { sessions } as KnowledgeBase));
  }
}

function find(query: string, from: KnowledgeBase): string[] {
  const parsed = parseQuery(query);
  if (parsed.query === null) throw new Error(`${query}: ${parsed.errors[0].message}`);
  return evaluateQuery(parsed.query, from, { today }).results.map(({ slug }) => slug);
}

const runs = { numRuns: 400 };

describe("the evaluator", () => {
  it("finds what a plain reading of the conditions finds", () => {
    fc.assert(
      fc.property(base, condition, (records, asked) => {
        const expected = records.issues.filter((issue) => judge(asked, issue, records)).map(({ slug }) => slug);
        expect(find(write(asked), records).sort()).toEqual(expected.sort());
      }),
      runs,
    );
  });

  it("binds NOT before AND before OR", () => {
    fc.assert(
      fc.property(base, leaf, leaf, leaf, (records, a, b, c) => {
        const bare = `${write(a)} OR -${write(b)} ${write(c)}`;
        expect(find(bare, records)).toEqual(find(`(${write(a)} OR ((NOT ${write(b)}) AND ${write(c)}))`, records));
      }),
      runs,
    );
  });

  it("orders and limits what it finds", () => {
    fc.assert(
      fc.property(base, fc.boolean(), fc.integer({ min: 1, max: 9 }), (records, descending, limit) => {
        const found = find(`sort:severity-${descending ? "desc" : "asc"} limit:${limit}`, records).map((slug) =>
          records.issues.find((issue) => issue.slug === slug)!,
        );
        expect(found).toHaveLength(Math.min(limit, records.issues.length));
        const ranks = found.flatMap(({ severity }) =>
          severity === null ? [] : [severities.indexOf(severity) * (descending ? 1 : -1)],
        );
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const isWithout = found.map(({ severity }) => severity === null);
        expect(isWithout).toEqual(isWithout.toSorted((a, b) => Number(a) - Number(b)));
      }),
      runs,
    );
  });

  it("does not depend on the order of the base", () => {
    fc.assert(
      fc.property(base, condition, (records, asked) => {
        const turned = { ...records, issues: records.issues.toReversed(), sessions: records.sessions.toReversed() };
        expect(find(write(asked), turned)).toEqual(find(write(asked), records));
      }),
      runs,
    );
  });
});

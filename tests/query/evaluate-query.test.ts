/** What each qualifier finds in a small base, in which order. */
import { describe, expect, it } from "vitest";
import { evaluateQuery, parseQuery, rankErrorText } from "../../src/query/index.ts";
import { createBase, createIssue, createLesson, createReport, createSession, excerpt } from "./create-base.ts";

const base = createBase({
  sessions: [
    createSession({
      slug: "march",
      path: "2026/march.md",
      title: "Queue work",
      date: "2026-03-10",
      dateFrom: "2026-03-08",
      branch: "fix/queue",
      tags: ["queue"],
      status: "fixed",
      issues: ["q-1", "leak"],
      lessons: ["close-it"],
      source: "# Queue work\nthe pump hums",
    }),
    createSession({
      slug: "may",
      path: "2026/may.md",
      title: "Login trouble",
      date: "2026-05-02",
      tags: ["auth", "web"],
      status: "partial",
      issues: ["q-1", "login"],
    }),
    createSession({ slug: "undated", path: "scratch.md", title: "Scratch", issues: ["odd"] }),
  ],
  issues: [
    createIssue({
      slug: "q-1",
      id: "Q-1",
      title: "Queue stalls under load",
      status: "partial",
      severity: "high",
      components: ["Message Queue"],
      files: [{ path: "src/queue/worker.ts", line: 40, endLine: null, note: null }],
      rootCause: excerpt("A lock is taken twice."),
      fix: excerpt("Take the lock once."),
      sessions: ["march", "may"],
      lessons: ["close-it"],
      history: [
        {
          session: "march",
          date: "2026-03-10",
          report: createReport({ title: "Worker deadlock", problem: excerpt("The worker sleeps forever.") }),
        },
        { session: "may", date: "2026-05-02", report: createReport({ title: "Queue stalls under load" }) },
      ],
      firstSeen: "2026-03-10",
      updated: "2026-05-02",
    }),
    createIssue({
      slug: "login",
      title: "Login loses the session",
      status: "open",
      severity: "critical",
      files: [{ path: "src/web/login.ts", line: null, endLine: null, note: null }],
      problem: excerpt("TypeError: cannot read sessionToken of undefined"),
      sessions: ["may"],
    }),
    createIssue({
      slug: "leak",
      title: "Sockets leak",
      status: "fixed",
      severity: "low",
      fix: excerpt("Close sockets in the lock's finally."),
      code: [{ ...excerpt("socket.end()"), role: "after", language: "ts" }],
      sessions: ["march"],
    }),
    createIssue({ slug: "odd", title: "Odd rounding", status: "deferred", sessions: ["undated"] }),
  ],
  lessons: [
    createLesson({
      slug: "close-it",
      title: "Close what you open",
      body: excerpt("Close what you open, in finally."),
      session: "march",
      date: "2026-03-10",
      issues: ["q-1"],
    }),
  ],
});

function find(text: string): string[] {
  const { query, errors } = parseQuery(text);
  if (query === null) throw new Error(errors[0].message);
  return evaluateQuery(query, base, { today: "2026-05-20" }).results.map(({ slug }) => slug);
}

describe("a query", () => {
  it.each([
    ["", ["login", "q-1", "leak", "odd"]],
    ["is:open", ["login", "q-1"]],
    ["is:closed", ["leak", "odd"]],
    ["status:partial,deferred", ["q-1", "odd"]],
    ["severity:>=high", ["login", "q-1"]],
    ["no:severity", ["odd"]],
    ["severity:none", ["odd"]],
    ["id:q_*", ["q-1"]],
    ["has:id", ["q-1"]],
    ["file:src/queue/**", ["q-1"]],
    ["file:login", ["login"]],
    ["component:message-queue", ["q-1"]],
    ["tag:queue", ["q-1", "leak"]],
    ["-tag:auth", ["leak", "odd"]],
    ["session:march", ["q-1", "leak"]],
    ["session:2026", ["login", "q-1", "leak"]],
    ["branch:fix/*", ["q-1", "leak"]],
    ["date:2026-03", ["q-1", "leak"]],
    ["date:2026-03-08", ["q-1", "leak"]],
    ["date:2026-03-07", []],
    ["date:<2026-03-09", ["q-1", "leak"]],
    ["updated:30d", ["login", "q-1"]],
    ["updated:..1m", ["leak"]],
    ["no:date", ["odd"]],
    ["updated:18d", ["login", "q-1"]],
    ["updated:17d", []],
    ["has:fix no:cause", ["leak"]],
    ["has:lesson", ["q-1"]],
    ["lock", ["q-1", "leak"]],
    ["lock in:cause", ["q-1"]],
    ["lock -twice", ["leak"]],
    ["sessiontoken OR socket.end", ["login", "leak"]],
    ["deadlock", ["q-1"]],
    ["deadlock in:title", []],
    ["finally in:lesson", ["q-1"]],
    ["finally", ["leak"]],
    ["is:lesson", ["close-it"]],
    ["is:lesson finally file:worker", ["close-it"]],
    ["is:session", ["may", "march", "undated"]],
    ["is:session pump", ["march"]],
    ["is:session is:open", ["may", "undated"]],
    ["is:session id:Q-1", ["may", "march"]],
    ["sort:severity", ["login", "q-1", "leak", "odd"]],
    ["sort:severity-asc", ["leak", "q-1", "login", "odd"]],
    ["sort:title", ["login", "odd", "q-1", "leak"]],
    ["sort:reports limit:1", ["q-1"]],
    ["sort:status", ["login", "q-1", "odd", "leak"]],
    ["sort:date-asc", ["q-1", "leak", "login", "odd"]],
  ])("%s", (text, slugs) => {
    expect(find(text)).toEqual(slugs);
  });

  it("puts what the words are about before what only mentions them", () => {
    expect(find("queue OR lock")).toEqual(["q-1", "leak"]);
    expect(find("sockets OR lock")[0]).toBe("leak");
  });

  it("tells how many there were before its limit", () => {
    const { query } = parseQuery("is:open limit:1");
    expect(evaluateQuery(query!, base, { today: "2026-05-20" })).toMatchObject({
      kind: "issue",
      total: 2,
      results: [{ slug: "login" }],
    });
  });
});

describe("a pasted error", () => {
  it("finds the issue that shares its rare terms", () => {
    const ranked = rankErrorText(
      "2026-05-02T10:11:12Z web[31]: TypeError: Cannot read sessionToken of undefined\n    at src/web/login.ts:99:7",
      base,
    );
    expect(ranked[0]?.issue.slug).toBe("login");
    expect(ranked[0]?.terms).toContain("sessiontoken");
  });

  it("finds nothing where nothing is shared", () => {
    expect(rankErrorText("0x7ffee 12:00:01 42", base)).toEqual([]);
    expect(rankErrorText("", base)).toEqual([]);
  });
});

/** An issue in, its rows in the tables that anybody may query out. */
import { openStatuses, type Excerpt, type Issue } from "../model.ts";
import { definePublicTable, type PublicTable } from "./public-table.ts";

const text = (excerpt: Excerpt | null): string | null => excerpt?.text ?? null;
const owner = ["issue", "TEXT NOT NULL", "slug of the issue", (_: unknown, { slug }: Issue) => slug] as const;

export const issueTables: readonly PublicTable<Issue>[] = [
  definePublicTable("issues", "one row an issue, as its newest reports state it", (issue: Issue) => [issue], [
    ["slug", "TEXT PRIMARY KEY", "its address, unique", (i) => i.slug],
    ["id", "TEXT", "identifier as notes write it, upper case", (i) => i.id],
    ["title", "TEXT NOT NULL", "", (i) => i.title],
    [
      "status",
      "TEXT NOT NULL",
      "open, blocked, in-progress, partial, unknown, deferred, fixed, wont-fix or not-a-bug",
      (i) => i.status,
    ],
    ["open", "INTEGER NOT NULL", "1 where the status asks for somebody's attention", (i) => Number(isOpen(i))],
    ["status_text", "TEXT", "the note's own words for the status", (i) => i.statusText],
    ["severity", "TEXT", "critical, high, medium or low", (i) => i.severity],
    ["first_seen", "TEXT", "day of the oldest dated report", (i) => i.firstSeen],
    ["updated", "TEXT", "day of the newest dated report", (i) => i.updated],
    ["reports", "INTEGER NOT NULL", "how many reports there are", (i) => i.history.length],
    ["session", "TEXT", "slug of the note that reports it last", (i) => i.history.at(-1)?.session ?? null],
    ["line", "INTEGER", "line of that report", (i) => i.history.at(-1)?.report.place.start.line ?? null],
    ["problem", "TEXT", "", (i) => text(i.problem)],
    ["root_cause", "TEXT", "", (i) => text(i.rootCause)],
    ["fix", "TEXT", "", (i) => text(i.fix)],
    ["verification", "TEXT", "how the fix was shown", (i) => text(i.verification)],
    ["impact", "TEXT", "", (i) => text(i.impact)],
    ["symptoms", "TEXT", "", (i) => text(i.symptoms)],
    ["possible_causes", "TEXT", "", (i) => text(i.possibleCauses)],
    ["remaining", "TEXT", "what is left to do", (i) => text(i.remaining)],
    ["next_steps", "TEXT", "", (i) => text(i.nextSteps)],
    ["time_to_fix", "TEXT", "as written; minutes(time_to_fix) is a number", (i) => i.timeToFix],
    ["estimate", "TEXT", "as written", (i) => i.estimate],
  ]),
  definePublicTable("issue_components", "the parts of the system that an issue is in", (issue) => issue.components, [
    owner,
    ["component", "TEXT NOT NULL", "as written", (component) => component],
  ]),
  definePublicTable("issue_files", "the source files that an issue names", (issue) => issue.files, [
    owner,
    ["path", "TEXT NOT NULL", "as written", ({ path }) => path],
    ["line", "INTEGER", "first line", ({ line }) => line],
    ["end_line", "INTEGER", "last line", ({ endLine }) => endLine],
    ["note", "TEXT", "what the note says beside the path", ({ note }) => note],
  ]),
  definePublicTable("issue_code", "code examples of an issue", (issue) => issue.code, [
    owner,
    ["role", "TEXT NOT NULL", "before, after, pattern or log", ({ role }) => role],
    ["language", "TEXT", "", ({ language }) => language],
    ["text", "TEXT NOT NULL", "the code", (code) => code.text],
  ]),
  definePublicTable("issue_commits", "commits that belong to an issue", (issue) => issue.commits, [
    owner,
    ["hash", "TEXT", "object name, maybe abbreviated", ({ hash }) => hash],
    ["message", "TEXT NOT NULL", "", ({ message }) => message],
  ]),
  definePublicTable("issue_attempts", "what was tried and did not help", (issue) => issue.attempts, [
    owner,
    ["text", "TEXT NOT NULL", "", (attempt) => attempt.text],
  ]),
  definePublicTable("history", "one row a report of an issue, oldest first", (issue) => issue.history, [
    owner,
    ["number", "INTEGER NOT NULL", "counts from 1, oldest first", (_, __, at) => at + 1],
    ["session", "TEXT NOT NULL", "slug of the note", ({ session }) => session],
    ["date", "TEXT", "day of the note", ({ date }) => date],
    ["title", "TEXT NOT NULL", "as this note has it", ({ report }) => report.title],
    ["status", "TEXT NOT NULL", "as this note has it", ({ report }) => report.status],
    ["status_text", "TEXT", "its words", ({ report }) => report.statusText],
    ["severity", "TEXT", "as this note has it", ({ report }) => report.severity],
    ["line", "INTEGER NOT NULL", "where it begins", ({ report }) => report.place.start.line],
  ]),
];

function isOpen({ status }: Issue): boolean {
  return openStatuses.has(status);
}

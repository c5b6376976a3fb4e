/** The project's own notes are read completely: what each says of itself, and each issue and lesson in it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readNote } from "./read-note.ts";

const folder = join(dirname(import.meta.dirname), "content");
const notes = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, ...readNote(readFileSync(join(folder, name)), name) }));

describe("the session of the flaky tests", () => {
  const note = notes.find(({ name }) => name === "2026-01-04-data-storage-flaky-tests.md");
  const { session, issues = [], lessons = [] } = note ?? {};
  const find = (id: string) => issues.find((issue) => issue.id === id);

  it("says when, where, how long and how far", () => {
    expect(session).toMatchObject({
      date: "2026-01-04",
      duration: "~4 hours",
      branch: "fix/ci-python-dependencies-path",
      status: "partial",
    });
  });

  it("has five issues, four of them fixed", () => {
    const statuses = issues.map(({ id, status }) => `${id} ${status}`).sort();
    expect(statuses).toEqual([
      "DS-FLAKY-001 fixed",
      "DS-FLAKY-002 fixed",
      "DS-FLAKY-003 partial",
      "DS-FLAKY-004 fixed",
      "DS-FLAKY-005 fixed",
    ]);
  });

  it.each([
    ["DS-FLAKY-001", ["audit_events_query_api_test.go:517"], "10 minutes"],
    ["DS-FLAKY-002", ["repository_adr033_integration_test.go:108"], "20 minutes"],
    ["DS-FLAKY-003", ["graceful_shutdown_test.go:849", "graceful_shutdown_test.go:888", "server.go:null"], "1.5 hours"],
    ["DS-FLAKY-004", ["workflow_label_scoring_integration_test.go:108"], "30 minutes"],
    ["DS-FLAKY-005", ["workflow_label_scoring_integration_test.go:464"], "30 minutes"],
  ])("%s: files, prose, code with its sides, time", (id, files, time) => {
    const issue = find(id);
    expect(issue?.files.map(({ path, line }) => `${path.split("/").at(-1)}:${line}`)).toEqual(files);
    for (const field of ["problem", "rootCause", "fix", "verification"] as const)
      expect(issue?.[field], field).toBeTruthy();
    expect(issue?.code.map(({ role }) => role)).toEqual(["before", "after"]);
    expect(issue?.timeToFix).toMatch(new RegExp(`^${time}`));
    expect(issue?.commits).toHaveLength(1);
  });

  it("says what is left of the third", () => {
    const issue = find("DS-FLAKY-003");
    expect(issue?.symptoms?.text).toContain("INTERRUPTED by Other Ginkgo Process");
    expect(issue?.possibleCauses?.text).toMatch(/^Time limit/);
    expect(issue?.nextSteps?.text).toMatch(/^Mark the shutdown tests/);
    expect(issue?.estimate).toBe("2-4 hours");
  });

  it("has its lessons, insights, metrics, actions, commits, documents and checklist", () => {
    expect(lessons.filter(({ kind }) => kind === "insight")).toHaveLength(8);
    expect(lessons.slice(0, 5).map(({ title }) => title)).toEqual([
      "Pick out your own data inside the wait",
      "Names of resources say which test made them",
      "A server is complete when it is constructed",
      "What happens later has to be waited for",
      "A test cleans up after itself only",
    ]);
    expect(session?.metrics.map(({ name }) => name)).toHaveLength(4);
    expect(session?.actions.map(({ state }) => state).join(" ")).toBe(
      "done done done partial todo todo todo todo todo todo",
    );
    expect(session?.commits).toHaveLength(4);
    expect(session?.documents.filter(({ kind }) => kind === "created")).toHaveLength(5);
    expect(session?.documents.filter(({ kind }) => kind === "related")).toHaveLength(3);
    expect(session?.checklist.map(({ done }) => done)).toEqual([true, true, true, false, false]);
  });
});

describe("every note of the project", () => {
  it.each(notes.map(({ name, ...note }) => [name, note] as const))("%s is read without complaint", (_, note) => {
    expect(note.diagnostics).toEqual([]);
    expect(note.session.date).not.toBeNull();
    expect(note.session.status).not.toBe("unknown");
    expect(note.lessons.length).toBeGreaterThan(0);
    for (const issue of note.issues.filter(({ id }) => id !== null)) {
      expect(issue.files.length, `${issue.id} files`).toBeGreaterThan(0);
      for (const field of ["problem", "rootCause", "fix", "verification"] as const) {
        expect(issue[field], `${issue.id} ${field}`).toBeTruthy();
      }
    }
  });
});

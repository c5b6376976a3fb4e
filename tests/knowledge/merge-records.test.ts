/** One issue out of many notes: who is who, whose words win, and what is kept of the rest. */
import { describe, expect, it } from "vitest";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";
import type { Issue } from "../../src/model.ts";
import { excerpt } from "../query/create-base.ts";
import { createExtraction, type GivenNote } from "./create-extraction.ts";

const merge = (...notes: GivenNote[]) => mergeRecords(notes.map(createExtraction));
const slugs = (issues: readonly Issue[]): string[] => issues.map(({ slug }) => slug).sort();
const rules = (base: ReturnType<typeof merge>): string[] => base.diagnostics.map(({ ruleId }) => ruleId);

const monday: GivenNote = {
  path: "monday.md",
  date: "2026-03-02",
  issues: [
    {
      id: "MILL-BUG-7",
      title: "Grain sensor reads twice",
      status: "open",
      severity: "high",
      problem: excerpt("Two readings for each sack."),
      files: [{ path: "./src/sensor.ts", line: 4, endLine: null, note: null }],
    },
  ],
};
const friday: GivenNote = {
  path: "friday.md",
  date: "2026-03-06",
  issues: [
    {
      id: "mill_bug_7",
      title: "Grain sensor reads twice a sack",
      status: "fixed",
      statusText: "done",
      fix: excerpt("Debounce the reading."),
      files: [{ path: "src/sensor.ts", line: 4, endLine: null, note: null }],
    },
  ],
};

describe("an issue of several notes", () => {
  it("has the newest statement of each field and says where each is from", () => {
    const [issue, ...others] = merge(monday, friday).issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      slug: "mill-bug-7",
      id: "MILL-BUG-7",
      title: "Grain sensor reads twice a sack",
      status: "fixed",
      statusText: "done",
      severity: "high",
      sessions: ["monday", "friday"],
      firstSeen: "2026-03-02",
      updated: "2026-03-06",
      origin: { title: "friday", status: "friday", problem: "monday", fix: "friday" },
    });
    expect(issue?.problem?.text).toBe("Two readings for each sack.");
    expect(issue?.fix?.text).toBe("Debounce the reading.");
    expect(issue?.files.map(({ path }) => path)).toHaveLength(1);
  });

  it("keeps every report, oldest first, as its note has it", () => {
    const [issue] = merge(friday, monday).issues;
    expect(issue?.history.map(({ session, date, report }) => [session, date, report.status])).toEqual([
      ["monday", "2026-03-02", "open"],
      ["friday", "2026-03-06", "fixed"],
    ]);
  });

  it("keeps a known status when a later note knows none", () => {
    const later: GivenNote = {
      path: "later.md",
      date: "2026-04-01",
      issues: [{ id: "MILL-BUG-7", title: "Grain sensor", status: "unknown" }],
    };
    const [issue] = merge(monday, friday, later).issues;
    expect(issue).toMatchObject({ status: "fixed", updated: "2026-04-01", origin: { status: "friday" } });
  });

  it("takes an undated note for the oldest", () => {
    const undated: GivenNote = { ...friday, date: null, path: "undated.md" };
    const [issue] = merge(monday, undated).issues;
    expect(issue).toMatchObject({ status: "open", firstSeen: "2026-03-02", sessions: ["undated", "monday"] });
  });

  it("does not let a title that says nothing hide one that does", () => {
    const later: GivenNote = {
      path: "later.md",
      date: "2026-04-01",
      issues: [{ id: "MILL-BUG-7", title: "MILL-BUG-7" }],
    };
    expect(merge(monday, later).issues[0]?.title).toBe("Grain sensor reads twice");
  });

  it("names two statuses of one day", () => {
    const evening: GivenNote = { ...friday, path: "monday-evening.md", date: "2026-03-02" };
    const base = merge(monday, evening);
    const [diagnostic] = base.diagnostics.filter(({ ruleId }) => ruleId === "contradicting-status");
    expect(diagnostic).toMatchObject({ file: "monday.md", expected: ["fixed"] });
    expect(diagnostic?.message).toContain("monday-evening.md:1");
    expect(rules(merge(monday, friday))).not.toContain("contradicting-status");
  });
});

describe("identity", () => {
  const note = (path: string, id: string | null, title: string, more: Partial<GivenNote> = {}): GivenNote => ({
    path,
    date: "2026-05-01",
    issues: [{ id, title }],
    ...more,
  });

  it.each(["MILL-BUG-7", "OVEN-3", "CVE-2026-12345"])("%s is one issue wherever it stands", (id) => {
    expect(merge(note("a.md", id, "The belt slips at night"), note("b.md", id, "Sacks pile up")).issues).toHaveLength(
      1,
    );
  });

  it.each(["BUG-1", "GAP-003", "S-001", "P1.1", "#142", "ISSUE-2", "GAP-C3-01"])(
    "%s is a counter: two notes, two issues",
    (id) => {
      const base = merge(note("a.md", id, "The belt slips at night"), note("b.md", id, "Sacks pile up"));
      expect(base.issues).toHaveLength(2);
      expect(rules(base)).toContain("shared-name");
    },
  );

  it("takes counters for one issue when their titles agree", () => {
    const base = merge(note("a.md", "BUG-1", "The belt slips at night"), note("b.md", "BUG-1", "Belt slips at night"));
    expect(slugs(base.issues)).toEqual(["bug-1"]);
  });

  it("takes counters for one issue when a note leads to the other and says no more than the number", () => {
    const linked = note("b.md", "BUG-1", "BUG-1", { links: ["a.md"] });
    expect(merge(note("a.md", "BUG-1", "The belt slips at night"), linked).issues).toHaveLength(1);
    expect(merge(note("a.md", "BUG-1", "The belt slips at night"), { ...linked, links: [] }).issues).toHaveLength(2);
  });

  it("does not take two counters for one because their notes know each other", () => {
    const linked = note("b.md", "BUG-1", "Sacks pile up", { links: ["a.md"] });
    expect(merge(note("a.md", "BUG-1", "The belt slips at night"), linked).issues).toHaveLength(2);
  });

  it("never joins issues without an identifier", () => {
    expect(merge(note("a.md", null, "The belt slips"), note("b.md", null, "The belt slips")).issues).toHaveLength(2);
  });
});

describe("addresses", () => {
  it("are the identifier, else the title and a hash that other parts of the note do not change", () => {
    const before = merge({ path: "a.md", issues: [{ title: "The belt slips" }] });
    const after = merge({
      path: "a.md",
      date: "2026-05-02",
      issues: [{ title: "Another thing" }, { title: "The belt slips", status: "fixed" }],
    });
    expect(before.issues[0]?.slug).toMatch(/^the-belt-slips-[0-9a-f]{6}$/);
    expect(slugs(after.issues)).toContain(before.issues[0]?.slug);
  });

  it("stay with the older note when a newer one begins its counter anew", () => {
    const older: GivenNote = { path: "z.md", date: "2026-05-01", issues: [{ id: "BUG-1", title: "The belt slips" }] };
    const newer: GivenNote = { path: "a.md", date: "2026-05-09", issues: [{ id: "BUG-1", title: "Sacks pile up" }] };
    const undated: GivenNote = { path: "b.md", issues: [{ id: "BUG-1", title: "Rain comes in" }] };
    const base = merge(newer, undated, older);
    expect(base.issues.find(({ slug }) => slug === "bug-1")?.title).toBe("The belt slips");
    expect(base.issues.map(({ slug }) => slug).filter((slug) => /^bug-1-[0-9a-f]{6}$/.test(slug))).toHaveLength(2);
  });

  it("tell two issues of one title in one note apart, and say so", () => {
    const base = merge({ path: "a.md", issues: [{ title: "Belt slips" }, { title: "Belt slips" }] });
    expect(new Set(slugs(base.issues)).size).toBe(2);
    const [shared] = base.diagnostics;
    expect(shared).toMatchObject({ ruleId: "shared-name", file: "a.md" });
    expect(shared?.message).toContain("a.md:1");
    expect(shared?.place?.start.line).toBe(2);
  });

  it.each([
    ["Ölpumpe läuft über", /^olpumpe-lauft-uber-[0-9a-f]{6}$/],
    ["会话超时", /^issue-[0-9a-f]{6}$/],
    ["../../etc/passwd", /^etc-passwd-[0-9a-f]{6}$/],
    [`${"a very long title ".repeat(20)}`, /^[a-z-]{20,60}-[0-9a-f]{6}$/],
  ])("of %s are safe in a path", (title, expected) => {
    expect(merge({ path: "a.md", issues: [{ title }] }).issues[0]?.slug).toMatch(expected);
  });

  it("of two notes whose paths read alike are told apart", () => {
    const base = merge({ path: "a/b.md" }, { path: "a-b.md" });
    expect(base.sessions.map(({ slug }) => slug).sort()).toEqual(["a-b", expect.stringMatching(/^a-b-[0-9a-f]{6}$/)]);
    expect(rules(base)).toEqual(["shared-name"]);
  });
});

describe("a report that continues an issue", () => {
  const further = (report: Partial<Issue>, path = "z.md"): GivenNote => ({
    path,
    date: "2026-03-06",
    issues: [{ continues: "mill-bug-7", title: "Sack sensor", ...report }],
  });

  it("says how it stands, whatever the path, and nothing that it was not asked", () => {
    const base = merge(monday, friday, further({ status: "open" }, "a.md"));
    const [issue, ...others] = base.issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ slug: "mill-bug-7", status: "open", title: "Grain sensor reads twice a sack" });
    expect(issue?.history.map(({ session }) => session)).toEqual(["monday", "friday", "a"]);
    expect(rules(base)).not.toContain("contradicting-status");
  });

  it("is an issue of its own where that is not there, and says so", () => {
    const base = merge(monday, further({ continues: "gone", id: "OVEN-3" }), further({ continues: "gone" }, "y.md"));
    expect(slugs(base.issues)).toHaveLength(3);
    expect(rules(base).filter((rule) => rule === "unknown-issue")).toHaveLength(2);
  });

  it("never takes the address of an issue that a note tells, however old it is", () => {
    const told: GivenNote = { path: "a.md", date: "2026-03-02", issues: [{ id: "#7", title: "Belt slips at night" }] };
    const stray: GivenNote = {
      path: "b.md",
      date: "2026-03-01",
      issues: [{ id: "#7", continues: "gone", title: "Sacks pile up" }],
    };
    const named = merge(told, stray).issues.map(({ slug, title }) => [title, slug]);
    expect(named).toHaveLength(2);
    expect(named).toContainEqual(["Belt slips at night", "7"]);
  });

  it("is joined to the issue of its identifier where the address has changed", () => {
    const base = merge(monday, further({ continues: "old-address", id: "MILL-BUG-7", status: "fixed" }));
    expect(base.issues.map(({ slug, status }) => [slug, status])).toEqual([["mill-bug-7", "fixed"]]);
  });
});

/** `fixlore diff` as a process: two folders of notes in, the comment and the data out. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const issue = (id: string, title: string, status: string, more = "") =>
  `## ${id}: ${title}\n\n**Status**: ${status}\n\n**Problem**: Water on the floor.\n${more}\n`;
const note = (date: string, ...issues: string[]) => `# Round of ${date}\n\n**Date**: ${date}\n\n${issues.join("\n")}`;

const before = {
  "monday.md": note(
    "2026-03-02",
    issue("PUMP-1", "Pump leaks", "Open"),
    issue("PUMP-2", "Valve sticks", "Fixed", "\n**Fix**: Grease.\n"),
    issue("PUMP-3", "Gauge shows years", "Open"),
    issue("PUMP-4", "Alarm rings twice", "Open"),
    issue("PUMP-5", "Door creaks", "Open"),
  ),
  "same.md": note("2026-03-01", issue("PUMP-8", "Light flickers", "Open")),
};
const after = {
  "monday.md": note(
    "2026-03-02",
    issue("PUMP-1", "Pump leaks", "Open"),
    issue("PUMP-2", "Valve sticks", "Fixed", "\n**Fix**: Grease.\n"),
    issue("PUMP-3", "Gauge shows years", "Open", "\n**Root Cause**: It counts from nought.\n"),
    issue("PUMP-5", "Door creaks", "Open"),
  ),
  "tuesday.md": `${note(
    "2026-03-03",
    issue("PUMP-1", "Pump leaks", "Fixed", "\n**Fix**: A new seal.\n"),
    issue("PUMP-2", "Valve sticks", "Open"),
    issue("PUMP-9", "Ask @everyone, see <b>#12</b> or https://example.com/*x*", "Open", "\n**Severity**: High\n"),
  )}\n## Lessons learned\n\n- **Seals age**: Change them every year.\n`,
  "same.md": before["same.md"],
};

let notes: NotesFolder;
beforeAll(() => {
  notes = createNotesFolder();
  for (const [folder, files] of Object.entries({ before, after })) {
    mkdirSync(join(notes.folder, folder));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(notes.folder, folder, name), text);
  }
  mkdirSync(join(notes.folder, "none"));
});
afterAll(() => notes.remove());

describe("fixlore diff", () => {
  it("is a comment that says what a change does to the records", () => {
    const { stdout, stderr, status } = notes.run(["diff", "before", "after"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`<!-- fixlore diff -->
### Knowledge base: issues 1 added, 1 closed, 1 reopened, 1 changed, 1 removed; 1 new lesson

**Closed**

- **PUMP-1** Pump leaks: open → fixed; 1 further report; new fix

**Reopened**

- **PUMP-2** Valve sticks: fixed → open; 1 further report

**Added**

- **PUMP-9** Ask @\u200Beveryone, see \\<b\\>#\u200B12\\</b\\> or https:\u200B//example.com/\\*x\\*: open, high

**Changed**

- **PUMP-3** Gauge shows years: new cause

**Removed**

- **PUMP-4** Alarm rings twice: open

**New lessons**

- Seals age

Read from 2 notes: 1 added, 1 changed, 0 removed.
`);
  });

  it("is the same as data", () => {
    const { stdout } = notes.run(["diff", "before", "after", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      kind: "diff",
      added: [{ id: "PUMP-9", status: "open", severity: "high" }],
      closed: [
        {
          slug: "pump-1",
          before: { status: "open" },
          after: { status: "fixed" },
          fields: ["status", "fix"],
          reports: 1,
        },
      ],
      reopened: [{ id: "PUMP-2" }],
      changed: [{ id: "PUMP-3", fields: ["rootCause"], reports: 0 }],
      removed: [{ id: "PUMP-4" }],
      lessons: { added: [{ title: "Seals age", kind: "lesson" }], removed: [] },
      notes: { added: ["tuesday.md"], changed: ["monday.md"], removed: [] },
    });
  });

  it("says that nothing differs, and counts what is too long to list", () => {
    expect(notes.run(["diff", "after", "after"]).stdout).toContain("### Knowledge base: no issue changes\n");
    const many = Array.from({ length: 40 }, (_, at) => issue(`LAMP-${at + 100}`, `Lamp ${at} is dark`, "Open"));
    writeFileSync(join(notes.folder, "none", "lamps.md"), note("2026-03-04", ...many));
    const { stdout } = notes.run(["diff", "before", "none"]);
    expect(stdout).toContain("issues 40 added, 6 removed");
    expect(stdout).toContain("- and 10 more\n");
  });

  it("is told a folder that is not there", () => {
    expect(notes.run(["diff", "before", "gone"])).toMatchObject({ stdout: "", status: 2 });
    expect(notes.run(["diff", "before"])).toMatchObject({ stdout: "", status: 2 });
  });
});

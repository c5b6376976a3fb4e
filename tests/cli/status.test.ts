/** `fixlore status` as a process, the whole round: recorded as a note, then said by every command and by the site. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildSite } from "../site/build-site.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

let notes: NotesFolder;
beforeEach(() => {
  notes = createNotesFolder({
    "2026-02-09-cellar.md":
      "# Cellar\n\n**Date**: 2026-02-09\n\n## Issues\n\n### Hatch does not lock\n\n**Status**: Open\n**Problem**: The bolt is short.\n**Fix**: A longer bolt, ordered.\n",
  });
});
afterEach(() => notes.remove());

/** Git must not know who runs the test. */
const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const change = (...args: string[]) => notes.run(["status", ...args], { env });
const show = (id: string) => JSON.parse(notes.run(["show", id, "--json"]).stdout).issue;

describe("fixlore status", () => {
  it("is the newest word on the issue, in every command and in the history on the site", async () => {
    const before = show("BOIL-2");
    const reason = "Rang twice again in `hall`; the <b> listener was not fixed";
    const { stdout, stderr, status } = change("boil-2", "open", "--reason", reason, "--date", "2026-05-06");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^content\/2026-05-06-\d{6}-boil-2-open\.md\n$/);
    expect(stderr).toBe("BOIL-2 was fixed, is open\n");

    const after = show("BOIL-2");
    const words = "Open. Rang twice again in hall; the <b> listener was not fixed";
    expect(after).toMatchObject({ status: "open", statusText: words, updated: "2026-05-06", title: before.title });
    expect(after.history).toHaveLength(3);
    expect(after.history.at(-1).report).toMatchObject({ status: "open", continues: "boil-2", statusText: words });
    for (const field of ["problem", "rootCause", "fix"]) expect(after[field]).toEqual(before[field]);
    expect(notes.run(["query", "is:open id:BOIL-2"]).stdout).toContain("boil-2");
    expect(notes.run(["show", "BOIL-2"]).stdout).toMatch(/2026-05-06 {2}open .*“Open\. Rang twice again in hall/);

    const { out, code } = await buildSite([join(notes.folder, "content")]);
    expect(code).toBe(0);
    const page = readFileSync(join(out, "issues/boil-2/index.html"), "utf8");
    const timeline = page.slice(page.indexOf('class="timeline"'));
    expect(timeline.match(/<li/g)?.length).toBeGreaterThanOrEqual(3);
    expect(timeline).toContain("Rang twice again in hall; the &lt;b&gt; listener");
  });

  it("reaches an issue without an identifier by its address", () => {
    const slug = JSON.parse(notes.run(["query", "hatch", "--format", "ndjson"]).stdout).slug;
    expect(change("hatch-does", "fixed", "--reason", "The bolt came", "--date", "2026-03-01").status).toBe(0);
    expect(show(slug)).toMatchObject({ slug, status: "fixed", title: "Hatch does not lock", sessions: { length: 2 } });
    expect(notes.run(["query", "hatch is:issue", "--format", "ndjson"]).stdout.trim().split("\n")).toHaveLength(1);
  });

  it("has the last word on a day on which other notes say otherwise", () => {
    const day = ["--date", "2026-02-09"];
    expect(change("hatch-does", "fixed", "--reason", "The bolt came", ...day).status).toBe(0);
    expect(change("BOIL-10", "wont-fix", "--reason", "The gauge is sold", ...day).status).toBe(0);
    expect(show("hatch-does").status).toBe("fixed");
    expect(show("BOIL-10").status).toBe("wont-fix");
    expect(notes.run(["parse", "content"]).stdout).not.toContain("contradicting-status");
  });

  it("prints the note and writes nothing with --dry-run", () => {
    const before = readdirSync(join(notes.folder, "content"));
    const { stdout } = change("BOIL-1", "open", "--reason", "Dry\nagain", "--date", "2026-04-05", "--dry-run");
    expect(stdout).toBe(`# BOIL-1: open

**Date**: 2026-04-05

## BOIL-1: Pump races the valve

<!-- fixlore: issue=boil-1, status=open -->

**Status**: Open. Dry again
`);
    expect(readdirSync(join(notes.folder, "content"))).toEqual(before);
  });

  it("is told apart from a note that continues nothing", () => {
    const stray = "# Stray\n\n**Date**: 2026-06-01\n\n## Gone\n\n<!-- fixlore: issue=gone-1 -->\n\n**Status**: Open\n";
    writeFileSync(join(notes.folder, "content/2026-06-01-stray.md"), stray);
    expect(show("gone").status).toBe("open");
    expect(notes.run(["stats"]).status).toBe(0);
  });

  it.each([
    [["BOIL-1", "fxed", "--reason", "x"], 2, /Unknown status "fxed"; did you mean "fixed"/],
    [["BOIL-1", "unknown", "--reason", "x"], 2, /Unknown status "unknown"/],
    [["BOIL-1", "open"], 2, /Nobody can be asked: this is not a terminal\n {2}Say why: --reason/],
    [["BOIL-1", "open", "--reason", " "], 2, /Unexpected empty reason/],
    [["BOIL-1", "open", "--reason", "x", "--date", "2025-01-01"], 2, /expected 2026-01-12 or later/],
    [["BOIL-1"], 2, /Missing STATUS/],
    [["BOIL", "open", "--reason", "x"], 1, /"BOIL" can mean 3 records/],
    [["PUMP-9", "open", "--reason", "x"], 1, /No issue, lesson or session is called "PUMP-9"/],
    [["2026-02-09-cellar.md", "open", "--reason", "x"], 1, /is a session, expected an issue/],
  ])("with %j exits with %i and writes nothing", (args, expected, message) => {
    const before = readdirSync(join(notes.folder, "content"));
    const { stdout, stderr, status } = change(...args);
    expect({ stdout, status }).toEqual({ stdout: "", status: expected });
    expect(stderr).toMatch(message);
    expect(readdirSync(join(notes.folder, "content"))).toEqual(before);
  });
});

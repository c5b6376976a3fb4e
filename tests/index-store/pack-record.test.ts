import { expect, test } from "vitest";
import { packRecord, unpackRecord } from "../../src/index-store/pack-record.ts";
import { mergeRecords } from "../../src/knowledge/index.ts";
import { readNote } from "../../src/build-knowledge.ts";
import type { Issue, Session } from "../../src/model.ts";

const note = (path: string, text: string) => readNote({ path, bytes: Buffer.from(text) });

const base = mergeRecords([
  note(
    "2026-02-01-pump.md",
    "# Pump\n\n## PUMP-7: The pump runs dry\n\n**Status**: Open\n\n**Problem**: No water comes.\n\n```sh\npump --start\n```\n",
  ),
  note(
    "2026-02-03-pump.md",
    "# Pump again\n\n## PUMP-7: The pump runs dry\n\n**Status**: Fixed\n\n**Fix**: The valve was turned in `valve.ts:4`.\n",
  ),
]);
const issue = base.issues.find(({ id }) => id === "PUMP-7")!;

test("a record comes back as it was, to the order of its fields", () => {
  expect(issue.history).toHaveLength(2);
  for (const record of [...base.issues, ...base.lessons, ...base.sessions]) {
    const { data, source } = packRecord(record);
    expect(JSON.stringify(unpackRecord(data, source))).toBe(JSON.stringify(record));
  }
});

test("what an issue has from a report is one thing again", () => {
  const { history, problem, fix, code } = unpackRecord<Issue>(packRecord(issue).data);
  expect(problem?.text).toContain("No water comes.");
  expect(history[0]!.report.problem).toBe(problem);
  expect(history[0]!.report.code[0]).toBe(code[0]);
  expect(history[1]!.report.fix).toBe(fix);
  expect(history[1]!.report.problem).toBeNull();
});

test("a session comes without its text where that is not given", () => {
  const session = base.sessions[0]!;
  const { data, source } = packRecord(session);
  expect(unpackRecord<Session>(data).source).toBe("");
  expect(unpackRecord<Session>(data, source).source).toBe(session.source);
});

/** What a note says of itself in the line "Status", and what it is then: each row is one line. */
import { expect, it } from "vitest";
import type { Status } from "../../src/model.ts";
import { readNote } from "../read-note.ts";

const said: readonly (readonly [string, Status])[] = [
  ["✅ COMPLETE - All identified leaks addressed", "fixed"],
  ["✅ 41 passed, 0 failed", "fixed"],
  ["✅ READY - 12/12 active tests passing", "fixed"],
  ["Valve fix complete - the pump is no longer blocked", "fixed"],
  ["Implemented, validation pending", "fixed"],
  ["Implemented, awaiting the night shift for verification", "fixed"],
  ["All 13 leaks addressed | the pump runs", "fixed"],
  ["24/28 valves tight (86 %) with 3 fixes in progress", "in-progress"],
  ["Ready for your review", "open"],
  ["Complete - ready for review", "fixed"],
  ["Done, 2 leaks remain", "partial"],
  ["Pump complete | valve tests still failing", "partial"],
  ["3/9 tests failing", "partial"],
  ["❌ 8/9 tests failed", "open"],
  ["61 % of the tests failing", "open"],
  ["TO FIX", "open"],
  ["The valve must be fixed before the season", "open"],
  ["Fixes documented, ready to apply", "open"],
  ["Not ready for the season", "open"],
  ["⚠️ Inconsistencies found", "open"],
  ["⚠️ The pump house is too small", "open"],
  ["⚠️ SUPERSEDED by the plan of March", "unknown"],
  ["⏸️ PAUSED - the boiler is cold", "blocked"],
];

it.each(said)("%s", (line, status) => {
  const note = `# Water works, week 7\n\n**Status**: ${line}\n\n## Notes\n\nThe pump house was painted.\n`;
  expect(readNote(Buffer.from(note), "water.md").session.status).toBe(status);
});

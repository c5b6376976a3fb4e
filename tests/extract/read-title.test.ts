/** Titles of units in, what they say out: what became an identifier leaves no husk behind. */
import { expect, it } from "vitest";
import { readTitle } from "../../src/extract/issues/read-title.ts";

it.each([
  ["Lamp stays dark (Issue #27)", "Lamp stays dark", ["#27"]],
  ["Lamp stays dark (Bug LAMP-7)", "Lamp stays dark", ["LAMP-7"]],
  ["Lamp stays dark (issue of the wiring)", "Lamp stays dark (issue of the wiring)", []],
])("%s", (raw, title, ids) => {
  expect(readTitle(raw)).toMatchObject({ title, ids });
});

it.each([
  ["Gap 2.1: Lamp stays dark", "Lamp stays dark", "2.1"],
  ["🔴 CRITICAL GAP #4: Lamp stays dark", "Lamp stays dark", "4"],
  ["High-priority issue 2 - lamp stays dark", "lamp stays dark", "2"],
  ["Bug 1 & 2: Lamp stays dark", "Lamp stays dark", "1"],
  ["Failure #3 and #4: Lamp stays dark", "Lamp stays dark", "3"],
  ["Issue 1, 2, and 3: Lamp stays dark", "Lamp stays dark", "1"],
  ["Issue 5-7: Lamp stays dark", "Lamp stays dark", "5"],
  ["Issue 1 - 2 lamps stay dark", "2 lamps stay dark", "1"],
  ["5-7. Lamps stay dark", "Lamps stay dark", "5"],
  ["2.1 P0 lamps stay dark", "P0 lamps stay dark", "2.1"],
  ["1.5 seconds too late", "1.5 seconds too late", null],
])("the counter of %s is no part of its title", (raw, title, number) => {
  expect(readTitle(raw).title).toBe(title);
  expect(readTitle(raw).counter?.number ?? null).toBe(number);
});

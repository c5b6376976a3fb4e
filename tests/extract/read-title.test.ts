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

/** What a component label names, and what it only says. */
import { expect, it } from "vitest";
import { readComponents } from "../../src/extract/words/read-components.ts";

it.each([
  ["Brakes (BR), Motor", ["Brakes", "Motor"]],
  ["Wheel Control", ["Wheel Control"]],
  ["@ferris/lights; src/music", ["@ferris/lights", "src/music"]],
  ["Motor, Motor (M)", ["Motor"]],
])("%s names components", (value, names) => expect(readComponents(value)).toEqual(names));

it.each(["✅ 4/4 (100%)", "✅ Fixed in all cabins", "", "cabin: 4", "the brakes of all the cabins at the top"])(
  "%s names none",
  (value) => expect(readComponents(value)).toEqual([]),
);

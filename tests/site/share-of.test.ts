/** Measures as they are written in, the shares of a whole that bars are drawn of out. */
import { expect, it } from "vitest";
import { shareOf } from "../../site/lib/share-of.ts";

it.each([
  ["80%", 0.8],
  ["4/5", 0.8],
  ["42/50 tests (84%)", 0.84],
  ["27/31 (87.1 %)", 0.871],
  ["4/5 (50%)", null],
  ["80% of 65%", null],
  ["3 s", null],
  ["7/5", null],
  [null, null],
])("%s", (value, share) => {
  expect(shareOf(value)).toBe(share);
});

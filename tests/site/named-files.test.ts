/** Places in files in, each file once out, in the order in which they are first named. */
import { expect, it } from "vitest";
import { namedFiles } from "../../site/lib/named-files.ts";
import type { FileReference } from "../../site/lib/knowledge.ts";

const place = (path: string, line: number | null, endLine: number | null = null, note: string | null = null) =>
  ({ path, line, endLine, note }) satisfies FileReference;

it("names each file once, with all its lines and what is said of it", () => {
  expect(
    namedFiles([
      place("dock/gate.ts", null),
      place("dock/lamp.ts", 7, 7),
      place("dock/gate.ts", 42, 50, "(opens)"),
      place("dock/gate.ts", 42, 50),
      place("dock/gate.ts", 60),
    ]),
  ).toEqual([
    { path: "dock/gate.ts", lines: ["42–50", "60"], first: 42, notes: ["(opens)"] },
    { path: "dock/lamp.ts", lines: ["7"], first: 7, notes: [] },
  ]);
});

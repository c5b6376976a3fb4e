/** Notes made to hang or break a reader: each is read and rendered in a process of its own, with a bound on time and memory. `HOSTILE=full` gives them their full size. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { places, structures, units } from "./hostile-notes.ts";

const isFull = process.env["HOSTILE"] === "full";
/** What takes the square of its input is far beyond the time allowed: what is linear needs a fraction of it. */
const [structureSize, lineSize, share] = isFull ? [1_000_000, 100_000, 1] : [12_000, 8_000, 13];
const minutes = isFull ? 60 : 2;

function readAll(...args: (string | number)[]): string[] {
  const script = join(import.meta.dirname, "read-hostile.ts");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=2000", script, ...args.map(String)],
    { encoding: "utf8", timeout: minutes * 60_000, maxBuffer: 2 ** 26 },
  );
  if (isFull) process.stderr.write(stdout);
  const lines = stdout.trim().split("\n");
  // The last name tells which note came before the one that hung or broke it.
  expect({ status, stderr, last: lines.at(-1) }).toEqual({ status: 0, stderr: "", last: lines.at(-1) });
  return lines;
}

describe("a hostile note ends", { timeout: minutes * 60_000 + 10_000 }, () => {
  it("whatever its structure, and says so where marks were not read", () => {
    const lines = readAll("structures", structureSize);
    expect(lines).toHaveLength(Object.keys(structures).length);
    const nested = lines.filter((line) =>
      /^(?:nested (?:quotes|lists)|emphasis inside words|character ref)/.test(line),
    );
    expect(nested).toHaveLength(4);
    for (const line of nested) expect(line).toContain("excessive-markup");
    for (const line of lines) {
      const [name, length, , , html] = line.split("\t");
      expect(Number(html), `HTML of ${name}`).toBeLessThan(Number(length) * 20 + 500_000);
    }
  });

  it("whatever stands in a long line, wherever that stands", () => {
    const pairs = Object.keys(places).length * units.length;
    expect(readAll("lines", lineSize, share)).toHaveLength(Math.ceil(pairs / share));
  });
});

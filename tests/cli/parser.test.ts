/** `--parser`, and what happens where the native parser cannot be loaded. */
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeNotes } from "../site/fixture-notes.ts";

const bin = join(import.meta.dirname, "../../src/cli/bin.js");
const notes = writeNotes();
const cwd = mkdtempSync(join(tmpdir(), "fixlore-parser-"));

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, ...env, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

/** A native library that is none: the loader of the parser then fails. */
const withoutNative = { NAPI_RS_NATIVE_LIBRARY_PATH: join(tmpdir(), "no-such-library.node") };

describe("--parser", () => {
  it("gives the same records by each parser, byte for byte", () => {
    const [usual, satteri, remark] = [[], ["--parser", "satteri"], ["--parser", "remark"]].map((args) =>
      run(["parse", notes, "--format", "json", ...args]),
    );
    expect(usual!.stdout).toContain('"kind": "documents"');
    expect(satteri!.stdout).toBe(usual!.stdout);
    expect(remark!.stdout).toBe(usual!.stdout);
  });

  it("is known to queries, and refuses a parser that there is not", () => {
    const query = (...args: string[]) =>
      run(["query", "is:issue", "--content", notes, "--json", "--fields", "slug,title,status,problem,files", ...args]);
    const usual = query();
    expect(JSON.parse(usual.stdout).total).toBeGreaterThan(1);
    expect(query("--parser", "remark").stdout).toBe(usual.stdout);
    const wrong = query("--parser", "marked");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("satteri, remark");
  });
});

describe("without the native parser", () => {
  it("reads the same with remark, and says so", () => {
    const args = ["parse", notes, "--format", "json"];
    const [usual, without] = [run(args), run(args, withoutNative)];
    expect(without.code).toBe(usual.code);
    expect(without.stdout).toBe(usual.stdout);
    expect(without.stderr).toContain("remark");
    expect(usual.stderr).not.toContain("remark");
  });
});

/** Commands run over extreme files and odd names as processes: each ends within bounds, the notes beside are read, and nothing is written but what was asked for. `HOSTILE=full` takes all files. */
import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extremeFiles } from "./extreme-files.ts";

const isFull = process.env["HOSTILE"] === "full";
const entry = join(import.meta.dirname, "../../src/cli/bin.js");
const good = "# Pumps\n\n## PUMP-1: Pump stops\n\n**Status**: Open\n\n**Problem**: It stands.\n";

/** Far above what any of them takes, far below what one without bounds would: seconds, and MiB of the heap. */
const [seconds, heap] = [120, 1_000];

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [`--max-old-space-size=${heap}`, entry, ...args], {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
    timeout: seconds * 1_000,
    maxBuffer: 2 ** 28,
  });
}

describe("an extreme file ends within bounds, and the note beside it is read:", { timeout: 300_000 }, () => {
  const chosen = Object.entries(extremeFiles).filter((_, index) => isFull || index % 5 === 2);
  it.each(chosen)("%s", (_name, { write, rule }) => {
    const folder = mkdtempSync(join(tmpdir(), "fixlore-extreme-"));
    writeFileSync(join(folder, "hostile.md"), write());
    writeFileSync(join(folder, "good.md"), good);
    const { stdout, stderr, status, signal } = run(["parse", folder, "--format", "ndjson"], folder);
    expect({ signal, isFault: stderr.includes("fault of fixlore") }).toEqual({ signal: null, isFault: false });
    expect([0, 1]).toContain(status);
    if (rule !== null) expect(stdout + stderr).toContain(rule);
    expect(run(["query", "id:PUMP-1", "--format", "ndjson", "--content", folder], folder).stdout).toContain(
      "It stands.",
    );
  });
});

/** Every name below a folder, links not followed. */
const namesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("whatever notes, identifiers and files are called", { timeout: 300_000 }, () => {
  const traps = [
    "../../../escaped",
    "..\\..\\escaped",
    "/tmp/escaped",
    "%2e%2e%2fescaped",
    "C:\\escaped",
    "con",
    "NUL",
    "aux.txt",
    ".",
    "..",
    "...",
    "~",
    "-rf",
    "index",
    "index.html",
    "api",
    "__proto__",
    "根".repeat(100),
    "e\u0301".repeat(100),
    "🧨".repeat(75),
    "a/b/c/d",
    "a b.",
  ];
  const note = (trap: string, number: number): string =>
    `---\n${["title", "branch", "id"].map((key) => `${key}: ${JSON.stringify(trap)}`).join("\n")}
tags: [${JSON.stringify(trap)}]\ncomponents: [${JSON.stringify(trap)}]\n---\n\n# ${trap}\n\n## ${trap}: Pump ${number} stops\n
**Component**: ${trap}\n**Status**: Open\n**Files**: \`${trap}.ts\`, \`${trap}\`\n\n**Problem**: It stands.\n
## PUMP/${number}/../x: Valve leaks\n\n**Status**: Fixed\n\n**Fix**: None.\n\n## Lessons learned\n\n- **${trap}**: never again.\n`;

  it("a build writes below --out alone, and no page over another", () => {
    const place = mkdtempSync(join(tmpdir(), "fixlore-names-"));
    const [notes, home, temporary, outside] = ["notes", "home", "temporary", "outside"].map((name) => {
      mkdirSync(join(place, name));
      return join(place, name);
    }) as [string, string, string, string];
    writeFileSync(join(outside, "secret.md"), "# Secret\n\nNobody reads this.\n");
    // What a file system takes of it: a slash is a folder there, and a name ends after 255 bytes.
    const names = traps.map((trap) => {
      // One that begins with a dot is hidden, and not read.
      const name = trap.replace(/^\./, "x.").replaceAll("/", "_");
      return `${Buffer.from(name).subarray(0, 240).toString().replaceAll("\ufffd", "")}.md`;
    });
    const written = new Set([...names, "Same.md", "same.md", "SAME.md", "same.markdown"]);
    [...written].forEach((name, number) => writeFileSync(join(notes, name), note(traps[number] ?? "same", number)));
    const deep = join(notes, ...Array.from({ length: 12 }, (_, level) => `${level}${"ü".repeat(60)}`));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "deep.md"), note("deep", 99));
    symlinkSync(join(outside, "secret.md"), join(notes, "out.md"));
    symlinkSync(outside, join(notes, "out"));
    symlinkSync(notes, join(notes, "round"));
    const env = { HOME: home, TMPDIR: temporary, XDG_CACHE_HOME: join(home, "cache"), ASTRO_TELEMETRY_DISABLED: "1" };
    const before = namesBelow(notes);

    const { status, stderr } = run(["build", "notes", "--out", "site"], place, env);
    expect(stderr).not.toContain("fault of fixlore");
    expect(status, stderr).toBe(0);
    expect(stderr).toContain("link-outside");
    expect(namesBelow(notes)).toEqual(before);
    expect(namesBelow(outside)).toEqual(["secret.md"]);
    // Node keeps what it has compiled there.
    expect(namesBelow(temporary).filter((name) => !name.startsWith("node-compile-cache"))).toEqual([]);
    expect(
      readdirSync(place)
        .filter((name) => name !== ".fixlore")
        .sort(),
    ).toEqual(["home", "notes", "outside", "site", "temporary"].sort());

    const files = namesBelow(join(place, "site"));
    for (const file of files) {
      const stats = lstatSync(join(place, "site", file));
      expect(stats.isFile() || stats.isDirectory(), file).toBe(true);
      expect(file).toMatch(/^[\x21-\x7e]+$/);
      for (const segment of file.split("/")) expect(segment.length, file).toBeLessThan(100);
      expect(file.split("/").filter((name) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name))).toEqual([]);
    }
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
    const pages = files.filter((file) => /^sessions\/[^/]+\/index\.html$/.test(file));
    // Where names that differ in case only are one file, there are fewer.
    const onDisk = before.filter((name) => /\.(?:md|markdown)$/.test(name) && !/out|round/.test(name));
    expect(pages).toHaveLength(onDisk.length);
    const all = files
      .filter((file) => file.endsWith(".html"))
      .map((file) => readFileSync(join(place, "site", file), "utf8"));
    expect(all.some((html) => html.includes("Nobody reads this"))).toBe(false);
  });

  it("add and new write below the folder of notes alone", () => {
    const place = mkdtempSync(join(tmpdir(), "fixlore-names-"));
    const inner = join(place, "a/b/c");
    mkdirSync(join(inner, "content"), { recursive: true });
    const chosen = isFull ? traps : traps.slice(0, 8);
    chosen.forEach((trap, number) => {
      writeFileSync(join(inner, "given.txt"), note(trap, number));
      const added = run(["add", "given.txt", "--yes"], inner);
      expect(added.stderr).not.toContain("fault of fixlore");
      const made = run(["new", trap], inner);
      expect(made.stderr).not.toContain("fault of fixlore");
      expect([0, 1, 2]).toContain(made.status);
    });
    const outside = namesBelow(place).filter(
      (name) => !/^a(?:\/b(?:\/c(?:\/(?:content|\.fixlore)(?:\/.*)?|\/given\.txt)?)?)?$/.test(name),
    );
    expect(outside).toEqual([]);
    const notes = readdirSync(join(inner, "content")).filter((name) => name.endsWith(".md"));
    expect(notes.length).toBeGreaterThan(chosen.length);
    for (const name of notes) expect(dirname(name)).toBe(".");
  });
});

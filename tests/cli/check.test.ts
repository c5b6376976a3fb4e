/** `fixlore check` as a process: what it prints in each form, what it exits with, and what `--fix` writes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { createNotesFolder, type NotesFolder } from "./query-notes.ts";

const pump = `# Pump of hall 3

**Date**: 2026-02-03

## PUMP-3: The pump starts dry

**Status**: Wednesday, 7% of it

**Problem**: The pump starts before the valve is open.
`;
const password = ["q7Rw", "2kfT", "9xLm"].join("");
const store = `# Store\n\n**Date**: 2026-02-04\n\n## ${password}\n\nWe use postgres://shop:${password}@db.shop.example.com/orders there.\n`;
const cafe = Buffer.from(
  "# Caf\u00c3\u00a9 of hall 3\r\n\r\n**Date**: 2026-02-05\r\n\r\n\u00e2\u0153\u2026 F\u00c3\u00bcr alle.\r\n",
);

let notes: NotesFolder;
const check = (...args: string[]) => notes.run(["check", "--today", "2026-03-01", ...args]);
const file = (name: string) => join(notes.folder, "content", name);

beforeAll(() => {
  notes = createNotesFolder({ "pump.md": pump, "a, odd: 100%.md": pump.replace("PUMP-3", "PUMP-4") });
});
afterAll(() => notes.remove());

describe("pretty", () => {
  it("shows place, lines, rule and what was expected, and counts the rules", () => {
    const { stdout, stderr, status } = check("content/pump.md");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`content/pump.md:7:1  warning  unknown-status
  Unexpected status "Wednesday, 7% of it", expected words that state one
  7 │ **Status**: Wednesday, 7% of it
    │ ^^^^^^^^^^^
  expected: open, in progress, blocked`);
    expect(stdout).toMatch(
      /\n1 note checked: 1 warning\n {2}1 {2}warning {2}unknown-status {2}file:.*unknown-status\.md\n$/,
    );
    expect(stdout).not.toContain("\u001B");
  });

  it("prints warnings of a whole content, counts what it leaves out", () => {
    const { stdout } = check();
    expect(stdout).toMatch(/\n\d notes checked: 2 warnings, 1 info\n/);
    expect(stdout).toMatch(/1 diagnostic not shown: --level info prints all of them/);
    expect(stdout).not.toContain("  info  missing-cause\n");
    expect(check("--level", "info").stdout).toContain("  info  missing-cause\n");
  });

  it("points at the title of a note that is one issue, not at its front matter", () => {
    const text =
      "---\ndate: 2026-02-03\n---\n\n# Root cause analysis: the pump starts dry\n\n**Root Cause**: The valve is shut.\n";
    writeFileSync(file("whole.md"), text);
    const { stdout } = check("content/whole.md");
    rmSync(file("whole.md"));
    expect(stdout).toContain("content/whole.md:5:1  warning  missing-status\n");
  });

  it("shows five of a rule that finds very many, and says how many more there are", () => {
    mkdirSync(join(notes.folder, "many"));
    for (let at = 0; at < 40; at++) writeFileSync(join(notes.folder, "many", `${at}.md`), pump);
    const count = (text: string) => text.match(/ {2}warning {2}unknown-status$/gm)?.length;
    const { stdout } = check("--level", "warning", "many");
    expect(count(stdout)).toBe(5);
    expect(stdout).toContain("The first 5 of each rule are shown, 35 more are not: --all prints them");
    expect(stdout).toMatch(/^ {2}40 {2}warning {2}unknown-status/m);
    expect(count(check("--level", "warning", "--all", "many").stdout)).toBe(40);
    rmSync(join(notes.folder, "many"), { recursive: true });
  });

  it("fails for warnings when it is strict, and for what a configuration says", () => {
    expect(check("--strict", "content/pump.md").status).toBe(1);
    const config = join(notes.folder, "strict.json");
    writeFileSync(config, JSON.stringify({ content: "content", rules: { "unknown-status": "error" } }));
    expect(check("--config", "strict.json", "content/pump.md")).toMatchObject({ status: 1 });
    writeFileSync(config, JSON.stringify({ content: "content", rules: { "unknown-status": "off" } }));
    expect(check("--config", "strict.json", "--strict", "content/pump.md").stdout).toBe(
      "1 note checked: nothing is wrong\n",
    );
  });

  it("says what is wrong with the command line, and prints nothing else", () => {
    for (const args of [["content/none.md"], ["--format", "xml"], ["--today", "soon"], ["--lvel", "info"]])
      expect(check(...args)).toMatchObject({ stdout: "", status: 2 });
  });
});

describe("between notes", () => {
  it("finds what a named note has to do with the others of the content, and only there", () => {
    writeFileSync(
      file("valve.md"),
      pump
        .replace("starts dry", "floods a corridor")
        .replace("starts before the valve is open", "has no lid")
        .replace("Wednesday, 7% of it", "Fixed"),
    );
    writeFileSync(
      file("gauge.md"),
      "# Gauge\n\n**Date**: 2026-02-09\n\n## PUMP-3: Gauge shows years\n\n**Status**: Open\n\n**Problem**: Dials from 1990.\n",
    );
    const named = JSON.parse(check("--format", "json", "content/gauge.md").stdout);
    expect(named.diagnostics).toMatchObject([{ ruleId: "reused-id", file: "content/gauge.md", severity: "warning" }]);
    // Outside of the content, notes have to do with each other only.
    const config = join(notes.folder, "other.json");
    writeFileSync(config, JSON.stringify({ content: "elsewhere" }));
    mkdirSync(join(notes.folder, "elsewhere"), { recursive: true });
    const alone = check("--format", "json", "--config", "other.json", "content/gauge.md");
    expect(JSON.parse(alone.stdout).diagnostics).toEqual([]);
    const both = check("--format", "json", "--config", "other.json", "content/gauge.md", "content/valve.md");
    expect(JSON.parse(both.stdout).diagnostics.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("reused-id");
  });
});

describe("github", () => {
  it("escapes what would end a command or a property", () => {
    const { stdout } = check("--format", "github", "content/a, odd: 100%.md");
    const [line, ...rest] = stdout.trimEnd().split("\n");
    expect(rest).toEqual([]);
    expect(line).toMatch(
      /^::warning file=content\/a%2C odd%3A 100%25\.md,line=7,endLine=7,col=1,endColumn=12,title=unknown-status::/,
    );
    expect(line).toContain('Unexpected status "Wednesday, 7%25 of it", expected words that state one%0AExpected: open');
  });
});

describe("sarif", () => {
  it("is a log of version 2.1.0 whose results point at their rules and places", () => {
    const log = JSON.parse(check("--format", "sarif").stdout);
    expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/) });
    const [{ tool, results, columnKind }] = log.runs;
    expect([tool.driver.name, columnKind]).toEqual(["Fixlore", "utf16CodeUnits"]);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of tool.driver.rules) {
      expect(["note", "warning", "error"]).toContain(rule.defaultConfiguration.level);
      expect(rule.shortDescription.text).toMatch(/^Finds .*\.$/);
      expect(rule.help.markdown).toContain(rule.shortDescription.text.slice(0, 40));
    }
    expect(results.length).toBeGreaterThan(4);
    const prints = new Set<string>();
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(["note", "warning", "error"]).toContain(level);
      expect(message.text).not.toBe("");
      const [{ physicalLocation }] = locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w./%-]+$/);
      for (const number of Object.values(physicalLocation.region ?? {})) expect(number).toBeGreaterThan(0);
      prints.add(partialFingerprints["fixlore/v1"]);
    }
    expect(prints.size).toBe(results.length);
    const odd = results.find(
      ({ ruleId, locations }: any) =>
        ruleId === "unknown-status" && /odd/.test(locations[0].physicalLocation.artifactLocation.uri),
    );
    expect(odd.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "content/a%2C%20odd%3A%20100%25.md", uriBaseId: "SRCROOT" },
      region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 12 },
    });
  });
});

describe("secrets", () => {
  it("are an error, and are printed nowhere", () => {
    writeFileSync(file("store.md"), store);
    for (const format of ["pretty", "json", "github", "sarif"]) {
      const { stdout, status } = check("--format", format, "content/store.md");
      expect(status).toBe(1);
      expect(stdout).toContain("Unexpected secret (PostgreSQL connection string)");
      expect(stdout).not.toContain(password);
    }
    expect(check("content/store.md").stdout).toContain("postgres://shop:████████████@db.shop.example.com/orders");
    writeFileSync(file("store.md"), "# Store\n\n**Date**: 2026-02-04\n");
  });
});

describe("--fix", () => {
  const kept = () => readdirSync(join(notes.folder, ".fixlore/originals"));
  beforeEach(() => writeFileSync(file("cafe.md"), cafe));

  it("writes the text as it was meant, keeps line ends and mode, and keeps the bytes", () => {
    chmodSync(file("cafe.md"), 0o640);
    expect(check("content/cafe.md").stdout).toContain("--fix can repair 1 file for good");
    const { stdout, stderr, status } = check("--fix", "content/cafe.md", "content/pump.md");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Repaired content\/cafe\.md; as it was: \.fixlore\/originals\/[0-9a-f]{16}-cafe\.md\n$/);
    expect(stdout).toContain("2 notes checked: 1 warning, 1 info\n");
    expect(readFileSync(file("cafe.md"), "utf8")).toBe(
      "# Café of hall 3\r\n\r\n**Date**: 2026-02-05\r\n\r\n✅ Für alle.\r\n",
    );
    expect(statSync(file("cafe.md")).mode & 0o777).toBe(0o640);
    expect(readFileSync(file("pump.md"), "utf8")).toBe(pump);
    expect(kept().map((name) => readFileSync(join(notes.folder, ".fixlore/originals", name)))).toEqual([cafe]);
    expect(readdirSync(join(notes.folder, "content")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    // There is nothing left to do.
    expect(check("--fix", "content/cafe.md").stderr).toBe("");
  });

  it("leaves each file as it was or as it should be when it is killed", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `killed/${at}.md`);
    mkdirSync(join(notes.folder, "killed"));
    for (const name of names)
      writeFileSync(join(notes.folder, name), Buffer.concat([cafe, Buffer.from(`\r\n${name}\r\n`)]));
    const bin = join(import.meta.dirname, "../../src/cli/bin.js");
    const child = spawn(process.execPath, [bin, "check", "--fix", "killed"], { cwd: notes.folder });
    child.stderr.once("data", () => child.kill("SIGKILL"));
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal).toBe("SIGKILL");
    const originals = kept().map((name) => readFileSync(join(notes.folder, ".fixlore/originals", name), "latin1"));
    let repaired = 0;
    for (const name of names) {
      const bytes = readFileSync(join(notes.folder, name));
      const before = Buffer.concat([cafe, Buffer.from(`\r\n${name}\r\n`)]);
      if (bytes.equals(before)) continue;
      repaired++;
      expect(bytes.toString()).toBe(
        `# Café of hall 3\r\n\r\n**Date**: 2026-02-05\r\n\r\n✅ Für alle.\r\n\r\n${name}\r\n`,
      );
      expect(originals).toContain(before.toString("latin1"));
    }
    expect(repaired).toBeGreaterThan(0);
  });

  it("leaves a file alone where characters are lost", () => {
    const lost = Buffer.concat([Buffer.from("# Pr"), Buffer.from([0x81, 0xfe, 0xff]), cafe]);
    writeFileSync(file("cafe.md"), lost);
    expect(check("--fix", "content/cafe.md").stderr).toBe("");
    expect(readFileSync(file("cafe.md"))).toEqual(lost);
  });

  it("says so where the originals cannot be kept, and writes nothing", () => {
    mkdirSync(join(notes.folder, "bad"), { recursive: true });
    writeFileSync(join(notes.folder, "bad", "fixlore.config.json"), "{}");
    writeFileSync(join(notes.folder, "bad", ".fixlore"), "a file where a folder should be");
    const { stdout, stderr, status } = check("--fix", "--config", "bad/fixlore.config.json", "content/cafe.md");
    expect([stdout, status]).toEqual(["", 1]);
    expect(stderr).toContain("Could not repair content/cafe.md");
    expect(readFileSync(file("cafe.md"))).toEqual(cafe);
  });
});

/** `fixlore dev` as a process: each save is seen, said and served; what is wrong with a note is said and never ends it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDev, type RunningDev } from "./start-dev.ts";

const entry = join(import.meta.dirname, "../../src/cli/bin.js");
/** Put together here, so that nobody takes this file for one that leaks. */
const token = ["ghp", "8Zq3Lw7Nc1Vb5Xk9Rt2Ym6Jd4Hs0Pf8Ga3Qe"].join("_");

const note = (id: string, title: string, status = "Fixed"): string =>
  `# Session about ${title}\n\n**Date**: 2026-02-03\n\n## ${id}: ${title}\n\n**Status**: ${status}\n\n**Problem**: It stalls.\n\n**Root Cause**: Dust.\n\n**Fix**: Clean it.\n`;

let folder: string;
let dev: RunningDev;
const write = (name: string, text: string): void => writeFileSync(join(folder, "content", name), text);
const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(dev.address + path);
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-dev-test-"));
  mkdirSync(join(folder, "content"));
  write("pump.md", note("PUMP-1", "The pump stalls"));
  write("mill.md", note("MILL-1", "The mill stalls"));
  dev = await startDev([], { cwd: folder, args: ["--base", "/kb"] });
}, 60_000);
afterAll(async () => {
  await dev?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("saves", () => {
  it("are served as they are, from the start", async () => {
    expect(dev.address).toMatch(/^http:\/\/localhost:\d+\/kb\/$/);
    expect(dev.said()).toContain("2 notes, 2 issues, 0 lessons in ");
    await dev.wait(/Nothing is wrong in the notes\n/);
    expect(await get("issues/pump-1/")).toMatchObject({
      status: 200,
      text: expect.stringContaining("The pump stalls"),
    });
    const assets = /\/kb\/_assets\/Page\.[^"]+\.css/.exec((await get("")).text)![0];
    expect((await fetch(new URL(assets, dev.address))).headers.get("cache-control")).toContain("immutable");
    expect((await fetch(dev.address.slice(0, -1), { redirect: "manual" })).headers.get("location")).toBe("/kb/");
    expect((await get("issues/pump-1.md")).text).toContain("- Id: PUMP-1");
    expect(JSON.parse((await get("api/issues.json")).text)).toMatchObject({ total: 2 });
  });

  it("say what they change, what is wrong, and when it is mended", async () => {
    write("pump.md", note("PUMP-1", "The pump stalls", "Wobbly"));
    const said = await dev.wait(/a configuration\.\n|of the configuration\.\n/i);
    expect(said).toMatch(/^\d\d:\d\d:\d\d {2}content\/pump\.md: 1 issue open again \(PUMP-1\) \(\d+ ms\)\n/);
    expect(said).toContain("content/pump.md:7:1  warning  unknown-status\n");
    expect(said).toContain("│ **Status**: Wobbly\n");
    write("pump.md", note("PUMP-1", "The pump stalls"));
    expect(await dev.wait(/mended .*\n/)).toContain("mended content/pump.md: nothing is wrong any more\n");
    expect((await get("issues/pump-1/")).text).not.toContain("Wobbly");
  });

  it("are seen where editors put a new file in the place of the old one, and in folders that come later", async () => {
    writeFileSync(join(folder, "content/.pump.md.swp"), note("PUMP-1", "The pump hums"));
    renameSync(join(folder, "content/.pump.md.swp"), join(folder, "content/pump.md"));
    await dev.wait(/content\/pump\.md: 1 issue changed \(PUMP-1\)/);
    expect((await get("issues/pump-1/")).text).toContain("The pump hums");
    mkdirSync(join(folder, "content/later/deep"), { recursive: true });
    write("later/deep/oven.md", note("OVEN-1", "The oven is cold"));
    await dev.wait(/content\/later\/deep\/oven\.md is new: 1 issue new \(OVEN-1\)/);
    write("later/deep/oven.md", note("OVEN-1", "The oven is hot"));
    await dev.wait(/content\/later\/deep\/oven\.md: 1 issue changed/);
    expect((await get("issues/oven-1/")).text).toContain("The oven is hot");
  });

  it("of very many notes are counted", async () => {
    mkdirSync(join(folder, "content/many"));
    for (let number = 0; number < 30; number++)
      write(`many/${number}.md`, note(`MANY-${number}`, `Wheel ${number} stalls`));
    const said = await dev.wait(/30 notes: .*\n.*\n/);
    expect(said).toMatch(/30 notes: 30 issues new \(\d+ ms\)\n {10}`fixlore check` says what is wrong in them\n/);
    rmSync(join(folder, "content/many"), { recursive: true });
    await dev.wait(/30 notes: 30 issues gone/);
  });

  it("within a moment are one", async () => {
    for (const name of ["x1", "x2", "x3"]) write(`${name}.md`, note(name.toUpperCase().replace("X", "X-"), "Same"));
    const said = await dev.wait(/x3\.md is new: .*\n/);
    expect(said).toContain("content/x1.md is new, content/x2.md is new, content/x3.md is new: 3 issues new");
    for (const name of ["x1", "x2", "x3"]) rmSync(join(folder, `content/${name}.md`));
    await dev.wait(/x1\.md is gone, x2\.md is gone, x3\.md is gone: 3 issues gone/);
  });

  it("of notes that go or are renamed leave no page behind", async () => {
    write("gone.md", note("GONE-1", "Soon gone"));
    await dev.wait(/gone\.md is new/);
    expect((await get("sessions/gone/")).status).toBe(200);
    renameSync(join(folder, "content/gone.md"), join(folder, "content/kept.md"));
    await dev.wait(/gone\.md is now content\/kept\.md/);
    expect(await get("sessions/gone/")).toMatchObject({
      status: 404,
      text: expect.stringContaining("There is no such page"),
    });
    expect((await get("sessions/kept/")).text).toContain("Soon gone");
    rmSync(join(folder, "content/kept.md"));
    await dev.wait(/kept\.md is gone: 1 issue gone \(GONE-1\)/);
    expect((await get("issues/gone-1/")).status).toBe(404);
    expect((await get("issues/")).text).not.toContain("Soon gone");
  });

  it("of broken front matter and of bytes that are no text are said, and all goes on", async () => {
    write("broken.md", "---\ntags: [never closed\n---\n\n# Broken\n");
    expect(await dev.wait(/broken-front-matter\n/)).toContain("content/broken.md");
    writeFileSync(join(folder, "content/broken.md"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0]));
    expect(await dev.wait(/binary-file\n/)).toContain("content/broken.md");
    writeFileSync(join(folder, "content/broken.md"), "words ".repeat(400_000));
    expect(await dev.wait(/oversized-file\n/)).toContain("broken.md is gone");
    write("broken.md", note("OVEN-2", "The oven hums"));
    await dev.wait(/broken\.md is new/);
    rmSync(join(folder, "content/broken.md"));
    await dev.wait(/broken\.md is gone/);
    expect((await get("")).status).toBe(200);
  });

  it("with secrets show and say none", async () => {
    write("leak.md", note("LEAK-1", `The key ${token} is refused`, `Open, as ${token}`));
    expect(await dev.wait(/leak\.md:.* secret\n/)).not.toContain(token);
    for (const path of [
      "",
      "issues/leak-1/",
      "issues/leak-1.md",
      "issues/leak-1.json",
      "sessions/leak/",
      "api/browse.json",
    ])
      expect((await get(path)).text).not.toContain(token);
    expect((await get("sessions/leak/")).text).toMatch(/█{9}|(?:&block;){9}/);
    rmSync(join(folder, "content/leak.md"));
    await dev.wait(/leak\.md is gone/);
    expect(dev.said()).not.toContain(token);
  });
});

describe("the configuration", () => {
  it("is gone by as it is now; while it is wrong, the one from before holds", async () => {
    const config = join(folder, "fixlore.config.json");
    writeFileSync(
      config,
      JSON.stringify({ site: { title: "Harbour casebook" }, lexicon: { statuses: { Wobbly: "partial" } } }),
    );
    await dev.wait(/The configuration has changed: everything is read anew\.\n[^]*\d notes.*\n/);
    write("pump.md", note("PUMP-1", "The pump hums", "Wobbly"));
    const said = await dev.wait(/content\/pump\.md: .*\n/);
    expect(said).not.toContain("unknown-status");
    expect((await get("")).text).toContain("<title>Harbour casebook</title>");
    writeFileSync(config, '{ "site": { "titel": "Casebook" } }');
    expect(await dev.wait(/The settings from before hold\.\n/)).toContain("titel");
    expect((await get("")).text).toContain("<title>Harbour casebook</title>");
    rmSync(config);
    await dev.wait(/The configuration has changed.*\n[^]*\d notes.*\n/);
  });
});

describe("the server", () => {
  it("answers to its own names only, and to nothing but reading", async () => {
    const { port } = new URL(dev.address);
    const ask = (host: string, method = "GET"): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({ host: "127.0.0.1", port, path: "/kb/", method, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await ask(`localhost:${port}`)).toBe(200);
    expect(await ask(`127.0.0.1:${port}`)).toBe(200);
    expect(await ask("notes.example")).toBe(403);
    expect(await ask(`localhost:${port}`, "POST")).toBe(403);
    expect(await ask(`localhost:${port}`, "HEAD")).toBe(200);
    const made = join(
      tmpdir(),
      readdirSync(tmpdir()).find((name) => name.startsWith(`fixlore-dev-${dev.pid}-`))!,
    );
    const code = readdirSync(join(made, ".prerender")).find((name) => name.endsWith(".mjs"))!;
    const away = [`.prerender/${code}`, "%E0%A4%A", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f..%2fetc%2fpasswd"];
    for (const path of away) expect((await get(path)).status, path).toBe(404);
  });
});

describe("the end", () => {
  it("is clean at Ctrl+C, also right after the start, and leaves nothing behind", async () => {
    const other = mkdtempSync(join(tmpdir(), "fixlore-dev-test-"));
    cpSync(join(folder, "content"), join(other, "content"), { recursive: true });
    const short = await startDev([], { cwd: other });
    const left = (): string[] =>
      readdirSync(tmpdir()).filter((name) => /^fixlore-(?:dev|astro)-(\d+)-/.exec(name)?.[1] === String(short.pid));
    expect(left().sort()).toEqual([expect.stringContaining("astro"), expect.stringContaining("dev")]);
    expect(await short.stop()).toBe(0);
    expect(left()).toEqual([]);
    rmSync(other, { recursive: true, force: true });
  });
});

describe("what is wrong with the command line", () => {
  const fail = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, "dev", ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };

  it("is said, with nothing on standard output", async () => {
    expect(fail("nowhere")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("nowhere") });
    expect(fail("--port", "seven")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining('"seven"'),
    });
    const holder = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => holder.once("listening", resolve));
    const { port } = holder.address() as AddressInfo;
    const args = ["dev", "--port", String(port)];
    const taken = spawnSync(process.execPath, [entry, ...args], { cwd: folder, encoding: "utf8", timeout: 60_000 });
    holder.close();
    expect(taken).toMatchObject({ status: 1, stdout: "" });
    expect(taken.stderr).toContain(`Port ${port} cannot be used`);
  });
});

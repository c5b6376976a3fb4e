import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkLinks } from "./check-links.ts";

function writeSite(pages: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-links-"));
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), html);
  }
  return folder;
}

describe("checkLinks", () => {
  it("follows relative and absolute links, anchors and files", () => {
    const folder = writeSite({
      "index.html": `<a href="/kb/a/">a</a><a href="a/#two">two</a><a href="#here" id="here"></a><img src="/kb/x.svg"><a href="https://example.com/gone">out</a>`,
      "a/index.html": `<p id="two"></p><a href="../">up</a>`,
      "x.svg": "<svg/>",
    });
    expect(checkLinks(folder, "/kb/")).toEqual({ pages: 2, links: 6, broken: [] });
  });

  it("tells what leads nowhere, and why", () => {
    const folder = writeSite({
      "index.html": `<a href="b/">b</a><a href="#no">no</a><a href="/elsewhere/">out of the base</a><a href="http://[">bad</a>`,
    });
    expect(checkLinks(folder, "/kb").broken).toEqual([
      { page: "index.html", link: "b/", reason: "no such file" },
      { page: "index.html", link: "#no", reason: "no such anchor" },
      { page: "index.html", link: "/elsewhere/", reason: "outside of the base" },
      { page: "index.html", link: "http://[", reason: "not an address" },
    ]);
  });
});

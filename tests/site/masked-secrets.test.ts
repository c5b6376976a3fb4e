/** A site built from a note with secrets: none of them is in any file of it, and the build says where they stand. */
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildSite } from "./build-site.ts";
import { writeNotes } from "./fixture-notes.ts";

/** Put together here, so that nobody takes this file for one that leaks. */
const password = ["q7Rw", "2kfT", "9xLm"].join("");
const token = ["ghp", "8Zq3Lw7Nc1Vb5Xk9Rt2Ym6Jd4Hs0Pf8Ga3Qe"].join("_");
const key = ["MIIEpAIBAAKCAQEAr7Kq9", "Zt5uX2nB8vL4wQ0pS6dF3"].map((part) => part.repeat(3)).join("\n");
const secrets = [password, token, ...key.split("\n")];

const note = `---
date: 2026-02-03
tags: [store, "${token}"]
---

# Store: access with ${token}

## STORE-1: Orders at postgres://shop:${password}@db.shop.example.com/orders are lost

**Status**: Fixed

**Problem**: The address \`postgres://shop:${password}@db.shop.example.com/orders\` was refused.

**Fix**: The right key:

\`\`\`
-----BEGIN RSA PRIVATE KEY-----
${key}
-----END RSA PRIVATE KEY-----
\`\`\`

## STORE-2: Orders wait

**Status**: Open, until ${token} is replaced
**Severity**: high
**Component**: ${token}
**File**: \`src/${token}.ts:3\`
**Problem**: Orders wait for ${token}.
**Root Cause**: ${token} has run out.
**Fix**: Ask for another than ${token}.
**Verification**: \`curl -H ${token}\`
**Impact**: Whoever has ${token} can order.
**Remaining Work**: Take ${token} back.

## Lessons learned

- **Keep ${token} out of notes**: it stays in the history.

## Metrics

| Metric     | Before   | After |
| ---------- | -------- | ----- |
| ${token}   | ${token} | 3     |

## Next steps

- [ ] Replace ${token}
- [x] [The plan of ${token}](plan-${token}.md)

Branch: fix/${token}
`;

/** Files that hold one of the secrets, in their names or in what they unpack to. */
function listLeaks(out: string): string[] {
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(out, name)).isFile(),
  );
  for (const kind of ["api/issues.json", "llms.txt", "feed.xml", "feed.json"]) expect(files).toContain(kind);
  expect(files.some((name) => name.startsWith("pagefind/fragment/"))).toBe(true);
  return files.filter((name) => {
    const bytes = readFileSync(join(out, name));
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1").toLowerCase();
    return secrets.some((secret) => name.includes(secret) || text.includes(secret.toLowerCase()));
  });
}

it("publishes no secret in any file, and says where they stand", async () => {
  const folder = writeNotes({ "store.md": note, "pump.md": "# Pump of hall 3\n\n**Date**: 2026-02-04\n" });
  const build = { out: join(folder, "../", `${basename(folder)}-site`), cwd: folder };
  const { out, code, stderr } = await buildSite(["."], build);
  expect(code).toBe(0);
  const told = stderr.split("\n").filter((line) => line.includes("(secret)"));
  expect(told.length).toBeGreaterThanOrEqual(20);
  expect(told[0]).toMatch(/^store\.md:3:\d+ warning: Unexpected secret \(GitHub Token/);
  expect(listLeaks(out)).toEqual([]);
  for (const secret of secrets) expect(stderr).not.toContain(secret);
  // What is read are slices of the masked note, at the places of the note.
  const { issue } = JSON.parse(readFileSync(join(out, "issues/store-1.json"), "utf8"));
  const { markdown, place } = issue.problem;
  expect(markdown).toBe("The address `postgres://shop:████████████@db.shop.example.com/orders` was refused.");
  expect(note.slice(place.start.offset, place.end.offset).replace(password, "█".repeat(password.length))).toBe(
    markdown,
  );
  expect(note.split("\n")[place.start.line - 1]).toContain("**Problem**");
  const second = JSON.parse(readFileSync(join(out, "issues/store-2.json"), "utf8")).issue;
  for (const field of ["problem", "rootCause", "fix", "verification", "impact"])
    expect([field, second[field]?.markdown]).toEqual([field, expect.stringContaining("█")]);

  // The next build takes what it read from the index, which knows the notes as they are.
  appendFileSync(join(folder, "pump.md"), "\nIt was looked at.\n");
  const again = await buildSite(["."], build);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain("store.md:3:");
  expect(readFileSync(join(out, "sessions/pump/index.html"), "utf8")).toContain("It was looked at.");
  expect(listLeaks(out)).toEqual([]);
  const unchanged = await buildSite(["."], build);
  expect(unchanged.stdout).toContain("nothing has changed");
  expect(unchanged.stderr).toContain("store.md:3:");
}, 60_000);

/** A site built from a note with secrets: none of them is in any file of it, and the build says where they stand. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
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

## Lessons learned

- **Keep ${token} out of notes**: it stays in the history.
`;

it("publishes no secret in any file, and says where they stand", async () => {
  const { out, code, stderr } = await buildSite([writeNotes({ "store.md": note })]);
  expect(code).toBe(0);
  const told = stderr.split("\n").filter((line) => line.includes("(secret)"));
  expect(told.length).toBeGreaterThanOrEqual(6);
  expect(told[0]).toMatch(/^store\.md:3:\d+ warning: Unexpected secret \(GitHub Token/);
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(out, name)).isFile(),
  );
  expect(files).toContain("api/issues.json");
  expect(files.some((name) => name.startsWith("pagefind/fragment/"))).toBe(true);
  const leaks = files.flatMap((name) => {
    const bytes = readFileSync(join(out, name));
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
    return secrets
      .filter((secret) => name.includes(secret) || text.toLowerCase().includes(secret.toLowerCase()))
      .map(() => name);
  });
  expect(leaks).toEqual([]);
  expect(stderr).not.toContain(password);
  // What is read are slices of the masked note, at the places of the note.
  const { issue } = JSON.parse(readFileSync(join(out, "issues/store-1.json"), "utf8"));
  const { markdown, place } = issue.problem;
  expect(markdown).toBe("The address `postgres://shop:████████████@db.shop.example.com/orders` was refused.");
  expect(note.slice(place.start.offset, place.end.offset).replace(password, "█".repeat(password.length))).toBe(
    markdown,
  );
  expect(note.split("\n")[place.start.line - 1]).toContain("**Problem**");
});

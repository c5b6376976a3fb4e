/** What counts as a secret, what stands for one, and how it is masked. Secrets are put together here: the file holds none. */
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { findSecrets, maskSecrets } from "../../src/rules/index.ts";

const password = ["q7Rw", "2kfT", "9xLm"].join("");
const token = ["ghp", "8Zq3Lw7Nc1Vb5Xk9Rt2Ym6Jd4Hs0Pf8Ga3Qe"].join("_");
const find = async (text: string) =>
  (await findSecrets("note.md", text)).map(({ start, end, what }) => [text.slice(start, end), what]);

describe("findSecrets", () => {
  it("finds the password of an address, and not the rest of it", async () => {
    expect(await find(`See postgres://shop:${password}@db.example.com:5432/orders?x=1.`)).toEqual([
      [password, "PostgreSQL connection string"],
    ]);
    expect(
      await find(`mongodb+srv://shop:${password}@cluster.example.net/x and https://me:${password}@example.com/`),
    ).toEqual([
      [password, "MongoDB connection string"],
      [password, "basic auth credential"],
    ]);
  });

  it("finds tokens and keys, each once, in the order of the text", async () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAB${"aB3x".repeat(24)}\n-----END RSA PRIVATE KEY-----`;
    const found = await find(`\`${token}\`\n\n${key}\n\n${token}\n`);
    expect(found.map(([text]) => text)).toEqual([token, expect.stringContaining("aB3x"), token]);
    expect(found[0]![1]).toMatch(/^GitHub Token/);
  });

  it.each([
    ["a test database on the own machine", `postgres://app:${"test_password"}@localhost:5432/x`],
    ["one in a container", `postgres://app:${"password123"}@postgres:5432/x`],
    ["a variable", "postgres://app:$DB_PASSWORD@db.example.com/x"],
    ["a template", "postgres://app:${password}@db.example.com/x and postgres://app:%s@db.example.com/x"],
    ["code", 'postgres://"+user+":"+password+"@"+host+"/x"'],
    ["a placeholder", `ghp_${"X".repeat(36)} and ghp_${"abcdefghijklmnopqrstuvwxyz0123456789"}`],
    ["a word for one", "postgres://app:your-password@db.example.com/x"],
  ])("lets %s through", async (_, text) => {
    expect(await find(text)).toEqual([]);
  });

  it("does as the author says", async () => {
    expect(await find(`${token} <!-- secretlint-disable-line -->\n`)).toEqual([]);
  });
});

it("masking keeps the length, the lines and all that is no secret", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.nat(40), { maxLength: 6 }), (text, cuts) => {
      const offsets = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
      const ranges = offsets.flatMap((start, index) =>
        index % 2 === 0 && offsets[index + 1] !== undefined ? [{ start, end: offsets[index + 1]! }] : [],
      );
      const masked = maskSecrets(text, ranges);
      expect(masked.length).toBe(text.length);
      expect(masked.split("\n").map((line) => line.length)).toEqual(text.split("\n").map((line) => line.length));
      for (let index = 0; index < text.length; index++) {
        const isSecret = ranges.some(({ start, end }) => index >= start && index < end);
        if (!isSecret) expect(masked[index]).toBe(text[index]);
        else expect(["█", "\n", "\r"]).toContain(masked[index]);
      }
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/source/decode-source.ts";
import { damages, linesOnDamage, rightLines } from "./damage.ts";

const decode = (bytes: Uint8Array | number[] | string) =>
  decodeSource({
    path: "note.md",
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
  });
/** Each character is one byte. */
const binary = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const kinds = (bytes: Parameters<typeof decode>[0]) =>
  decode(bytes).repairs.map(({ kind, count, place }) => [kind, count, place.start.line, place.start.column]);
const rules = (bytes: Parameters<typeof decode>[0]) =>
  decode(bytes).diagnostics.map(({ severity, ruleId }) => `${severity} ${ruleId}`);

describe("decodeSource", () => {
  it("leaves right text as it is and says nothing", () => {
    const text = [...rightLines, ...linesOnDamage].join("\n");
    expect(decode(text)).toEqual({ path: "note.md", text, repairs: [], diagnostics: [] });
  });

  it("never throws, whatever the bytes, and its places are within the text", () => {
    const unit = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.constantFrom("é", "✅", "a b\r\n", "\0", "\ufeff", "\xed\xa0\xbc\xed\xbe\xaf", "‚úÖ").map(binaryOrUtf8),
    );
    const property = fc.property(fc.array(unit), (parts) => {
      const { text, repairs } = decode(parts.flatMap((part) => Array.from(part)));
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\r\0]/);
      for (const { place, count } of repairs) {
        expect(count).toBeGreaterThan(0);
        expect(place.start.offset).toBeLessThanOrEqual(place.end.offset);
        expect(place.end.offset).toBeLessThanOrEqual(text.length);
        const lines = text.slice(0, place.start.offset).split("\n");
        expect([place.start.line, place.start.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it("has nothing to do on its own result", () => {
    const unit = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom("é ", "✅ ", "words ", "\r\n").map(binaryOrUtf8),
    );
    const property = fc.property(fc.array(unit), (parts) => {
      const { text } = decode(parts.flatMap((part) => Array.from(part)));
      expect(decode(text).text).toBe(text);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it("gives the same text for a note however it is wrapped", () => {
    const text = "# Title ✅\n\nL’été → “fin” ⚠️\n";
    const bytes = new TextEncoder().encode(text);
    const utf16 = Uint8Array.from(Buffer.from(text, "utf16le"));
    const swapped = Uint8Array.from(Buffer.from(text, "utf16le").swap16());
    const wrapped: Uint8Array[] = [
      Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes),
      new TextEncoder().encode(text.replaceAll("\n", "\r\n")),
      new TextEncoder().encode(text.replaceAll("\n", "\r")),
      Uint8Array.of(0xff, 0xfe, ...utf16),
      Uint8Array.of(0xfe, 0xff, ...swapped),
      ...Object.values(damages).map((damage) => new TextEncoder().encode(damage(text))),
      ...Object.values(damages).map((damage) =>
        new TextEncoder().encode(damage(`\ufeff${text}`).replaceAll("\n", "\r\n")),
      ),
    ];
    for (const variant of wrapped) expect(decode(variant).text).toBe(text);
  });

  it("reads UTF-16 without a byte order mark", () => {
    expect(decode(Uint8Array.from(Buffer.from("# A title\nand é\n", "utf16le"))).text).toBe("# A title\nand é\n");
    expect(decode(Uint8Array.from(Buffer.from("# A title\n", "utf16le").swap16())).text).toBe("# A title\n");
  });

  it("counts what it took out and says where the first was", () => {
    expect(kinds("a\r\nb\rc\n")).toEqual([["line-endings", 2, 1, 2]]);
    expect(kinds("one\ntwo\0\0 three\0")).toEqual([["nul", 2, 2, 4]]);
    expect(kinds("\ufeff# One\n\ufeff# Two\n")).toEqual([["bom", 2, 1, 1]]);
    expect(decode("\ufeff# One\n\ufeff# Two\n").text).toBe("# One\n# Two\n");
  });

  it("gives places of the text after all repairs", () => {
    const damaged = damages["Mac Roman"]?.("\r\n✅ one → two") ?? "";
    expect(kinds(Uint8Array.of(...new TextEncoder().encode(`${damaged} `), 0xe2, 0x9c, 0x20))).toEqual([
      ["invalid-utf-8", 1, 2, "✅ one → two ".length + 1],
      ["line-endings", 1, 1, 1],
      ["mojibake", 2, 2, 1],
    ]);
  });
});

function binaryOrUtf8(text: string): Uint8Array {
  return text.startsWith("\xed") ? binary(text) : new TextEncoder().encode(text);
}

describe("bytes that are not UTF-8", () => {
  it("are read as Windows-1252 where they make sense so", () => {
    const note = decode(binary("caf\xe9 \x93quoted\x94 don\x92t 25\xb0C \x80 5"));
    expect(note.text).toBe("café “quoted” don’t 25°C € 5");
    expect(note.repairs).toMatchObject([{ kind: "windows-1252", count: 6, encoding: "Windows-1252" }]);
    expect(note.diagnostics).toMatchObject([{ severity: "info", ruleId: "repaired-encoding", file: "note.md" }]);
  });

  it("are read so beside valid UTF-8, which stays", () => {
    const mixed = Uint8Array.of(...new TextEncoder().encode("✅ déjà\n"), ...binary("na\xefve caf\xe9"));
    expect(decode(mixed).text).toBe("✅ déjà\nnaïve café");
    expect(kinds(mixed)).toEqual([["windows-1252", 2, 2, 3]]);
  });

  it("are all Windows-1252 where what looks like UTF-8 is a word that ends in a capital", () => {
    expect(decode(binary("CAF\xc9\xbb \xab\xa0\xe9t\xe9\xa0\xbb l\x92\xc9tat gar\xe7on")).text).toBe(
      "CAFÉ» «\u00a0été\u00a0» l’État garçon",
    );
  });

  it("are replaced where they make no sense", () => {
    expect(decode(binary("a \x81 b")).text).toBe("a \ufffd b");
    expect(rules(binary("a \x81 b"))).toEqual(["warning invalid-utf-8"]);
    expect(rules(binary("\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0\xf3"))).toEqual(["error invalid-utf-8"]);
  });

  it("are one character where one was cut short", () => {
    expect(decode(Uint8Array.of(...new TextEncoder().encode("✅ and ✅").subarray(0, -1))).text).toBe("✅ and \ufffd");
    expect(decode(binary("\xe2\x9c\x85 \xf0\x9f\x8e x")).text).toBe("✅ \ufffd x");
  });

  it("are joined where they are surrogates", () => {
    expect(decode(binary("a \xed\xa0\xbc\xed\xbe\xaf b")).text).toBe("a 🎯 b");
    expect(decode(binary("a \xed\xa0\xbc b")).text).toBe("a \ufffd b");
    // Half an emoji tells the whole where only one ends so.
    expect(decode(binary("a \xed\xbe\xaf b")).text).toBe("a 🎯 b");
    expect(decode(binary("a \xed\xb4\xa5 b")).text).toBe("a \ufffd b");
  });
});

describe("what is no note", () => {
  it.each([
    ["PNG image", "\x89PNG\r\n\x1a\n\0\0"],
    ["ZIP archive or Office document", "PK\x03\x04 more"],
    ["PDF document", "%PDF-1.7\n"],
    ["ELF program", "\x7fELF\x02\x01"],
    ["binary data", "\0\x01\x02\x03\x04\x05\x06\x0e\x0f\x10 x"],
  ])("gives an error and no text: %s", (name, content) => {
    const note = decode(binary(content));
    expect(note.text).toBe("");
    expect(note.diagnostics).toMatchObject([{ severity: "error", ruleId: "binary-file" }]);
    expect(note.diagnostics[0]?.message).toContain(name);
  });

  it.each(["", " \n\t\r\n", "\ufeff"])("gives a warning where nothing is written: %j", (content) => {
    expect(rules(content)).toContain("warning empty-note");
  });

  it("is not a log with escape codes", () => {
    expect(decode("\u001b[31mred\u001b[0m \u001b[1mbold\u001b[0m ".repeat(20)).repairs).toEqual([]);
  });
});

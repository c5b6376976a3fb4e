import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairMojibake } from "../../src/source/repair-mojibake.ts";
import { damages, linesOnDamage, rightLines } from "./damage.ts";

const repair = (text: string): string => repairMojibake(text).text;
const names = Object.keys(damages);
const damage = (text: string, ...kinds: string[]): string =>
  kinds.reduce((damaged, kind) => damages[kind]?.(damaged) ?? damaged, text);

const words = [
  ..."fixed note café naïve größer Österreich ação não à é España señor İstanbul žluť łódź μ λ x".split(" "),
  ..."✅ ⚠️ → ← 🎉 📊 ⏳ ❌ 👨‍💻 • – — … ™ © § ° ± × ≠ ≤ ≥ ∞ ✓ ✗ ├──┤ ║ ▓ “right” ‘yes’ user’s 25°C".split(" "),
  ..."日本語 テスト、 成功。 Привет Ελλάδα שלום مرحبا 한국어 हिन्दी Việt".split(" "),
];
const rightText = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(" "));
/** With one character that nobody could mistake: what is doubtful alone is meant to be left alone. */
const damageable = rightText.map((text) => `- ✅ ${text}`);

describe("repairMojibake", () => {
  it.each(names)("gives back the text that was decoded as %s", (kind) => {
    for (const line of rightLines) {
      const text = `✅ ${line}`;
      expect(repair(damage(text, kind))).toBe(text);
    }
  });

  it.each(names.flatMap((first) => names.map((second) => [first, second])))(
    "gives back the text that was decoded as %s and then as %s",
    (...kinds) => {
      for (const line of rightLines) {
        const text = `✅ ${line}`;
        expect(repair(damage(text, ...kinds))).toBe(text);
      }
    },
  );

  it("gives back any damaged text", () => {
    const kinds = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
    const property = fc.property(fc.array(damageable, { minLength: 1 }), kinds, (lines, chosen) => {
      const text = lines.join("\n");
      expect(repair(damage(text, ...chosen))).toBe(text);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("repairs the damaged lines of a text and leaves the others", () => {
    const line = fc.oneof(
      fc.record({ text: fc.oneof(rightText, fc.constantFrom(...rightLines)), kinds: fc.constant([]) }),
      fc.record({ text: damageable, kinds: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }) }),
    );
    const property = fc.property(fc.array(line), (lines) => {
      const damaged = lines.map(({ text, kinds }) => damage(text, ...kinds)).join("\n");
      expect(repair(damaged)).toBe(lines.map(({ text }) => text).join("\n"));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("never changes text that was right", () => {
    for (const line of [...rightLines, ...linesOnDamage]) expect(repair(line)).toBe(line);
    const line = fc.oneof(rightText, fc.constantFrom(...rightLines, ...linesOnDamage));
    const property = fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      expect(repairMojibake(text)).toMatchObject({ text, repairs: [] });
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("repairs shown damage once the note itself is damaged throughout", () => {
    const text = '✅ one\n🎉 two\n→ three\nprint("⚠️")';
    expect(repair(damage(text, "Mac Roman"))).toBe(text);
  });

  it("changes nothing the second time, whatever the text", () => {
    const alphabet = 'aA é√©√π≈‚úÖÔ∏è\uf8ffüéâ€™œðŸš€ÃÂ¢\u00a0\u0085\u009cÄ“’—–"`\n';
    const unit = fc.oneof(fc.constantFrom(...alphabet), fc.constantFrom(...names.map((kind) => damage("✅é→", kind))));
    const property = fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const once = repair(text);
      expect(repair(once)).toBe(once);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it.each([
    ["°C", "25°C"],
    ["a quote that opens a word", "“note"],
    ["an apostrophe", "user’s"],
    ["a lone letter", "José"],
    ["Cyrillic", "Привет мир"],
    ["kana and Han", "テスト成功"],
    ["a variation selector", "⚠️"],
  ])("is certain of %s alone", (_name, text) => {
    for (const kind of names) expect(repair(damage(text, kind))).toBe(text);
  });

  it("counts the places, and names the first and what it was misread as", () => {
    const { text, repairs } = repairMojibake(
      `right → text\nthen ${damage("🎉", "Mac Roman")} and ${damage("⚠️ é", "Mac Roman")}`,
    );
    expect(text).toBe("right → text\nthen 🎉 and ⚠️ é");
    expect(repairs).toEqual([
      {
        encoding: "Mac Roman",
        count: 3,
        place: { start: { line: 2, column: 6, offset: 18 }, end: { line: 2, column: 8, offset: 20 } },
      },
    ]);
  });

  it("tells Latin-1 from Windows-1252 by its controls", () => {
    expect(repairMojibake(damage("✅", "Latin-1")).repairs[0]?.encoding).toBe("Latin-1");
    expect(repairMojibake(damage("✅", "Windows-1252")).repairs[0]?.encoding).toBe("Windows-1252");
  });

  it("follows a place through the repair", () => {
    const damaged = `${damage("✅✅", damage("", "Latin-1") || "Mac Roman")} here ${damage("→", "Mac Roman")} there`;
    const { text, moved } = repairMojibake(damaged);
    expect(text.slice(moved(damaged.indexOf("here")))).toBe("here → there");
    expect(text.slice(moved(damaged.indexOf("there")))).toBe("there");
    const twice = `${damage("✅", "Mac Roman", "Latin-1")} end`;
    expect(repairMojibake(twice).moved(twice.indexOf("end"))).toBe("✅ ".length);
  });
});

describe("bytes lost on the way", () => {
  const undefinedBytes = /[\u0081\u008d\u008f\u0090\u009d]/g;
  const text = "⚠️ warn → ❌ no ⏳ wait ” “q” ← back ⭐ new ⏭️ next 👨‍💻 one";

  it("restores characters of which Windows-1252 lost a byte", () => {
    expect(repair(damage(text, "Windows-1252").replace(undefinedBytes, ""))).toBe(text);
    expect(repair(damage(text, "Windows-1252").replace(undefinedBytes, "\ufffd"))).toBe(text);
  });

  it("restores a no-break space that became a plain one", () => {
    const damaged = damage("⚠️ voilà, à la carte ✅ → 5\u00a0€", "Windows-1252").replaceAll("\u00a0", " ");
    expect(repair(damaged)).toBe("⚠️ voilà, à la carte ✅ → 5\u00a0€");
  });

  it("restores emoji of which Mac Roman lost the first byte", () => {
    const emoji = "✅ done 🎉 → 🚀";
    expect(repair(damage(emoji, "Mac Roman").replaceAll("\uf8ff", ""))).toBe(emoji);
  });

  it("restores nothing where there is no other damage", () => {
    for (const right of ["pâ— ï¸ Ã la", "küüü töö", "üéâ", "Â "]) expect(repair(right)).toBe(right);
  });

  it("leaves alone what could be several characters", () => {
    expect(repair(`${damage("✅ a → b", "Windows-1252")} ðŸ“ x`)).toBe("✅ a → b ðŸ“ x");
  });
});

import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cardSize, drawCard, type Card } from "../../src/render/draw-card.ts";

const card: Card = {
  above: "Harbour casebook",
  title: "Hook sways when the brake closes early",
  about: "",
  below: ["CRANE-001", "High"],
  status: "Fixed",
  hue: "green",
};

/** The pixels of a picture as numbers of its palette: enough of PNG for pictures of our own. */
function readPixels(png: Buffer): number[][] {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const byte = rows[y * (width / 2 + 1) + 1 + Math.floor(x / 2)] ?? 0;
      return x % 2 === 0 ? byte >> 4 : byte & 15;
    }),
  );
}

/** Rows in which the title or more than one text has ink. */
const inked = (rows: readonly number[][], from: number, to: number): number =>
  rows.slice(from, to).filter((row) => row.slice(20).some((pixel) => pixel !== 0)).length;

describe("drawCard", () => {
  it("is a picture of the size that services want, the same each time", () => {
    const png = drawCard(card);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect(png.length).toBeLessThan(30_000);
    const hash = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
    expect(hash(drawCard(card))).toBe(hash(png));
    expect(hash(drawCard({ ...card, hue: "red" }))).not.toBe(hash(png));
  });

  it("breaks long titles into at most four lines and cuts what is left", () => {
    const [short, long, longest] = [card.title, "word ".repeat(30), "word".repeat(300)].map((title) =>
      readPixels(drawCard({ ...card, title })),
    );
    const title = [150, 500] as const;
    expect(inked(short!, ...title)).toBeLessThan(inked(long!, ...title));
    for (const rows of [long!, longest!]) {
      // Nothing runs over the edges, nor into the line of the status.
      expect(rows.every((row) => row.slice(1130).every((pixel) => pixel === 0))).toBe(true);
      expect(inked(rows, 470, 525)).toBe(0);
    }
  });

  it("tells under the title what is wrong, in three lines at most and only where there is room", () => {
    const about = "the hook sways by two metres and more ".repeat(12);
    const [none, some, crowded] = [card, { ...card, about }, { ...card, about, title: "word ".repeat(60) }].map(
      (drawn) => readPixels(drawCard(drawn)),
    );
    const under = [320, 470] as const;
    expect(inked(none!, ...under)).toBe(0);
    expect(inked(some!, ...under)).toBeGreaterThan(50);
    expect(inked(some!, 470, 525)).toBe(0);
    expect(some!.every((row) => row.slice(1130).every((pixel) => pixel === 0))).toBe(true);
    expect(crowded).toEqual(readPixels(drawCard({ ...card, title: "word ".repeat(60) })));
    expect(drawCard({ ...card, about }).length).toBeLessThan(40_000);
  });

  it("leaves out what it has no letters for", () => {
    const [plain, decorated, foreign] = [card.title, `✅ ${card.title} 🚀`, "מנוף"].map((title) =>
      drawCard({ ...card, title }).toString("base64"),
    );
    expect(decorated).toBe(plain);
    expect(inked(readPixels(Buffer.from(foreign!, "base64")), 150, 500)).toBe(0);
  });
});

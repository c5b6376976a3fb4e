/** Notes of one line, longer and longer: what they cost grows as they do, whatever the line is made of. */
import { parseDocument } from "../../src/document/parse-document.ts";
import { extractRecords } from "../../src/extract/index.ts";
import { decodeSource } from "../../src/source/decode-source.ts";
import type { BenchContext, Benchmark, BenchTable } from "./benchmark.ts";
import { median } from "./benchmark.ts";

/** What a line repeats: prose, and what patterns begin again and again at. */
const units: readonly (readonly [name: string, unit: string])[] = [
  ["one letter", "a"],
  ["words", "fixed src/a.ts because of it "],
  ["blanks", " "],
  ["stars", "*"],
  ["bars", "|"],
  ["brackets", "["],
  ["links", "[a]("],
  ["backticks", "`"],
  ["colons", "a: "],
  ["items", "- "],
  ["digits", "1"],
  ["misread text", "Ã©"],
];
const sizes = [1.25, 2.5, 5];

export const longLines: Benchmark = {
  name: "long-lines",
  about: "notes of a single line of 1.25, 2.5 and 5 MB, of words, marks and brackets, from bytes to records",
  async run({ repeats, say }: BenchContext): Promise<BenchTable[]> {
    const rows: Record<string, string | number>[] = [];
    // The first note also pays for what is loaded and compiled.
    read("Warm. ", 1);
    for (const [name, unit] of units) {
      say(`  ${name}`);
      const seconds = sizes.map((size) => median(Array.from({ length: repeats }, () => read(unit, size))));
      const [least = 0, , most = 0] = seconds;
      rows.push({
        line: name,
        ...Object.fromEntries(sizes.map((size, index) => [`${size} MB`, seconds[index] ?? 0])),
        "as long": most / least,
      });
    }
    return [
      {
        title: "Notes of one line",
        columns: [
          { name: "line" },
          ...sizes.map((size) => ({ name: `${size} MB`, unit: "s" })),
          { name: "as long", unit: "×" },
        ],
        rows,
        notes: ["as long: 5 MB against 1.25 MB; 4 is a line, 16 would be a square."],
      },
    ];
  },
};

function read(unit: string, megabytes: number): number {
  const bytes = Buffer.from(
    `# Note\n\n## Bug 1: It fails\n\n**Fix**: ${unit.repeat((megabytes * 1e6) / unit.length)}\n`,
  );
  const started = process.cpuUsage();
  const text = decodeSource({ path: "note.md", bytes });
  extractRecords(parseDocument(text));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

/** Both parsers on every note, in turn: how long each takes, and whether a single record differs. */
import { parseDocument } from "../../src/document/parse-document.ts";
import { parserNames, type ParserName } from "../../src/document/parser-names.ts";
import { extractRecords } from "../../src/extract/index.ts";
import { decodeSource } from "../../src/source/decode-source.ts";
import { readSources } from "../../src/source/read-sources.ts";
import type { BenchContext, Benchmark, BenchTable } from "./benchmark.ts";

export const parsers: Benchmark = {
  name: "parsers",
  about: "satteri against remark, note by note in turn, and whether their records are the same",
  async run({ folder, bytes }: BenchContext): Promise<BenchTable[]> {
    const { files } = await readSources([folder]);
    const seconds: Record<ParserName, number> = { satteri: 0, remark: 0 };
    let differing = 0;
    for (const file of files) {
      const text = decodeSource(file);
      const records = parserNames.map((parser) => {
        const started = performance.now();
        const document = parseDocument(text, parser);
        seconds[parser] += (performance.now() - started) / 1000;
        return JSON.stringify(extractRecords(document));
      });
      if (records[0] !== records[1]) differing++;
    }
    return [
      {
        title: "Parsers, in turn on each note",
        columns: [
          { name: "parser" },
          { name: "time", unit: "s" },
          { name: "speed", unit: "MB/s" },
          { name: "times satteri", unit: "×" },
          { name: "notes with other records" },
        ],
        rows: parserNames.map((parser) => ({
          parser,
          time: seconds[parser],
          speed: bytes / 1e6 / seconds[parser],
          "times satteri": seconds[parser] / seconds.satteri,
          "notes with other records": parser === "satteri" ? 0 : differing,
        })),
      },
    ];
  },
};

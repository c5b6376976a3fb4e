/** Stack traces as people paste them, in several languages: the issue that a note tells of comes first, whatever has changed since. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readKnowledge } from "../../src/build-knowledge.ts";
import type { KnowledgeBase } from "../../src/model.ts";
import { rankErrorText } from "../../src/query/index.ts";

const issues: Record<string, string> = {
  "FERRY-1": `Timetable crashes on a closed pier
**Problem**: The service dies with \`panic: runtime error: invalid memory address or nil pointer dereference\` in \`internal/timetable/merge.go:88\`.
**Root cause**: \`MergeSailings\` takes the pier without asking whether it is closed.`,
  "FERRY-2": `Ticket import stops at an umlaut
**Problem**: \`UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc\` from \`tickets/importer.py\` in \`read_manifest\`.
**Fix**: Read the manifest as Windows-1252.`,
  "FERRY-3": `Seat map is empty after a reload
**Problem**: \`TypeError: Cannot read properties of undefined (reading 'deck')\` at \`renderSeatMap\` in \`web/src/seat-map.tsx\`.`,
  "FERRY-4": `Fares are computed twice
**Problem**: \`java.lang.IllegalStateException: fare already settled\` from \`com.ferry.fares.FareLedger.settle\`.`,
  "FERRY-5": `The scanner panics on a torn ticket
**Problem**: \`called \\\`Result::unwrap()\\\` on an \\\`Err\\\` value: ChecksumMismatch\` in \`scanner/src/barcode.rs\`.`,
  "FERRY-6": `Database refuses connections at noon
**Problem**: \`FATAL: sorry, too many clients already\` from the pool in \`internal/store/pool.go\`; the tests time out.`,
  "FERRY-7": `The crew list loses its last entry
**Problem**: The page of the crew shows one person less than the table has.
**Root cause**: The paging in \`web/src/crew-list.tsx\` counts from one.`,
  "FERRY-8": `Tests time out on the small runner
**Problem**: The suite is \`INTERRUPTED by Other Ginkgo Process\`, and every test after it fails.`,
};

const traces: [name: string, trace: string, id: string][] = [
  [
    "Go",
    `2026-03-01T10:11:12Z ERR request failed
panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x6f2a91]

goroutine 4711 [running]:
github.com/ferry/backend/internal/timetable.MergeSailings(0x0, {0xc000512000, 0x3, 0x4})
        /build/internal/timetable/merge.go:91 +0x51
github.com/ferry/backend/internal/api.(*Server).handleTimetable(0xc0001a6000)
        /build/internal/api/server.go:204 +0x1f5
exit status 2`,
    "FERRY-1",
  ],
  [
    "Python",
    `Traceback (most recent call last):
  File "/srv/app/manage.py", line 22, in <module>
    main()
  File "/srv/app/tickets/importer.py", line 131, in read_manifest
    for row in csv.reader(handle):
  File "/usr/lib/python3.13/codecs.py", line 325, in decode
    (result, consumed) = self._buffer_decode(data, self.errors, final)
UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe4 in position 9177: invalid continuation byte`,
    "FERRY-2",
  ],
  [
    "JavaScript",
    `Uncaught TypeError: Cannot read properties of undefined (reading 'deck')
    at renderSeatMap (https://ferry.example/assets/index-D4f9a1c2.js:41:2210)
    at Object.react_stack_bottom_frame (https://ferry.example/assets/vendor-9bc01aa7.js:12:8801)
    at renderWithHooks (https://ferry.example/assets/vendor-9bc01aa7.js:8:1190)`,
    "FERRY-3",
  ],
  [
    "Java",
    `Exception in thread "worker-17" java.lang.RuntimeException: job 8f14e45f-ceea-467f-a1d5-91e3b7c0aa11 failed
	at com.ferry.jobs.Runner.run(Runner.java:55)
	at java.base/java.lang.Thread.run(Thread.java:1583)
Caused by: java.lang.IllegalStateException: fare already settled
	at com.ferry.fares.FareLedger.settle(FareLedger.java:140)
	... 12 more`,
    "FERRY-4",
  ],
  [
    "Rust",
    `thread 'main' panicked at scanner/src/barcode.rs:77:34:
called \`Result::unwrap()\` on an \`Err\` value: ChecksumMismatch { expected: 17, found: 4 }
stack backtrace:
   0: rust_begin_unwind
   1: core::panicking::panic_fmt
   2: core::result::unwrap_failed
note: run with \`RUST_BACKTRACE=full\``,
    "FERRY-5",
  ],
  [
    "a log in colours",
    "\u001b[31m12:00:03.114\u001b[0m pool.go:61 dial tcp 10.1.4.17:5432: FATAL: sorry, too many clients already (SQLSTATE 53300)\n".repeat(
      20,
    ),
    "FERRY-6",
  ],
  [
    "one line",
    "Summarizing 1 Failure: [INTERRUPTED] [It] boards a car\n  INTERRUPTED by Other Ginkgo Process",
    "FERRY-8",
  ],
];

let folder: string;
let base: KnowledgeBase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fixlore-traces-"));
  for (const [id, text] of Object.entries(issues)) {
    const [title, ...fields] = text.split("\n");
    writeFileSync(
      join(folder, `${id}.md`),
      `# Day of ${id}\n\n## Issues\n\n### ${id}: ${title}\n\n**Status**: Fixed\n\n${fields.join("\n\n")}\n`,
    );
  }
  base = await readKnowledge([folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(traces)("a trace of %s finds its issue", (_, trace, id) => {
  const ranked = rankErrorText(trace, base);
  expect(ranked[0]?.issue.id).toBe(id);
  expect(ranked[0]!.terms.length).toBeGreaterThan(1);
  // The next one is far behind, so that nobody is led astray.
  expect(ranked[1]?.score ?? 0).toBeLessThan(ranked[0]!.score / 1.5);
});

it("what nobody has seen finds nothing, or nothing that is sure", () => {
  expect(rankErrorText("0x7ffee3 12:33:01 +0x51 8f14e45f-ceea-467f-a1d5-91e3b7c0aa11", base)).toEqual([]);
  expect(rankErrorText("", base)).toEqual([]);
});

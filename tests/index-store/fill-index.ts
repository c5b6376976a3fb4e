/** A knowledge base in, an index with its records out, whatever notes they may have come from. */
import { relateRecords, transact, updateIndex, type AnyRecord, type Index } from "../../src/index-store/index.ts";
import type { Extraction, KnowledgeBase } from "../../src/model.ts";
import { searchTerms } from "../../src/query/index.ts";
import { createExtraction } from "../knowledge/create-extraction.ts";

let filled = 0;

export function fillIndex(index: Index, base: KnowledgeBase): void {
  const lists: Record<string, readonly AnyRecord[]> = {
    issue: base.issues,
    lesson: base.lessons,
    session: base.sessions,
  };
  const extraction: Extraction = createExtraction({ path: "all.md" });
  transact(index.database, "IMMEDIATE", () => {
    updateIndex(
      index,
      { stamp: "s", notes: [{ path: "all.md", stamp: "s", hash: String(++filled), extraction }], diagnostics: [] },
      {
        summarize: () => null,
        planAlike: () => false,
        plan: () => ({
          records: (["issue", "lesson", "session"] as const).flatMap((kind) =>
            lists[kind]!.map(({ slug }) => ({ kind, slug })),
          ),
          diagnostics: base.diagnostics,
        }),
        notesOf: () => ["all.md"],
        build: ({ kind, slug }) => {
          const record = lists[kind]!.find((one) => one.slug === slug)!;
          return { record: "related" in record ? { ...record, related: [] } : record, diagnostics: [] };
        },
        termsOf: ({ kind }, record) => searchTerms(kind, record, base),
        describe: ({ slug }) => ({ slug }),
      },
    );
    relateRecords<{ slug: string }>(
      index,
      () => new Map(base.issues.map(({ slug, related }) => [slug, related] as const)),
    );
  });
}

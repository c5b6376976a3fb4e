/** Issues in, the source files they name out: those with most issues first. */
import type { FileEntry, Issue } from "../model.ts";
import { normalisePath } from "./merge-issue.ts";
import { nameRecords, toSlug } from "./name-slugs.ts";
import { compareText } from "./order-reports.ts";

/** `issues` are most recent first, and so are those of each file. */
export function collectFiles(issues: readonly Issue[]): FileEntry[] {
  const byPath = new Map<string, Set<string>>();
  for (const issue of issues) {
    for (const file of issue.files) {
      const path = normalisePath(file.path);
      const slugs = byPath.get(path) ?? new Set();
      byPath.set(path, slugs.add(issue.slug));
    }
  }
  const paths = [...byPath.keys()].sort(compareText);
  const named = nameRecords(paths.map((path) => ({ wanted: toSlug(path) || "file", identity: path, record: path })));
  return named
    .map(({ slug, record }) => ({ path: record, slug, issues: [...byPath.get(record)!] }))
    .sort((a, b) => b.issues.length - a.issues.length || compareText(a.path, b.path));
}

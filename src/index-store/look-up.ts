/** What a user named in, the records of the index that it can mean out, without reading all of them. */
import type { Issue } from "../model.ts";
import { loadBase, type LoadedRecords } from "./load-base.ts";
import type { Index } from "./open-index.ts";
import type { RecordKind } from "./schema.ts";

/** A record as it can be called. */
export interface RecordName {
  kind: RecordKind;
  slug: string;
  title: string;
  /** Of an issue, where it has one. */
  id: string | null;
  /** Of a session: its note. */
  path: string | null;
}

export function listRecordNames({ database }: Index): RecordName[] {
  const sql = `
    SELECT 'issue' AS kind, slug, title, id, NULL AS path FROM issues
    UNION ALL SELECT 'lesson', slug, title, NULL, NULL FROM lessons
    UNION ALL SELECT 'session', slug, title, NULL, path FROM sessions`;
  return database.prepare(sql).all() as unknown as RecordName[];
}

/** One record with all that its page shows: its notes, lessons, issues, and what is related to it. */
export function loadRecord(index: Index, { kind, slug }: Pick<RecordName, "kind" | "slug">): LoadedRecords {
  const load = (slugs: readonly string[], related: boolean): LoadedRecords =>
    loadBase(index, { narrowing: { kind, statuses: null, severities: null, words: [], slugs }, related });
  const loaded = load([slug], kind === "issue");
  const others = kind === "issue" ? loaded.issues.flatMap((issue: Issue) => issue.related.map((one) => one.slug)) : [];
  return others.length === 0 ? loaded : { ...loaded, issues: [...loaded.issues, ...load(others, false).issues] };
}

/** The issues that name a file which passes the test, with what they are linked to. */
export function loadIssuesOfFiles(index: Index, isMeant: (path: string) => boolean, related: boolean): LoadedRecords {
  const rows = index.database.prepare("SELECT issue, path FROM issue_files").all() as { issue: string; path: string }[];
  const known = new Map<string, boolean>();
  const slugs = new Set<string>();
  for (const { issue, path } of rows) {
    let meant = known.get(path);
    if (meant === undefined) known.set(path, (meant = isMeant(path)));
    if (meant) slugs.add(issue);
  }
  const narrowing = { kind: "issue" as const, statuses: null, severities: null, words: [], slugs: [...slugs] };
  return loadBase(index, { narrowing, related });
}

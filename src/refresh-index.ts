/** An index and the notes as they are now in, the same index brought up to them out: only what has changed is read. */
import type { ReadOptions, ReportProgress } from "./build-knowledge.ts";
import type { ReadingSettings } from "./config.ts";
import {
  areRelated,
  hashBytes,
  isCurrent,
  listKnownNotes,
  relateRecords,
  stampFile,
  transact,
  updateIndex,
  type Index,
  type IndexedState,
  type NoteState,
  type Stages,
} from "./index-store/index.ts";
import {
  buildRecord,
  describeIssue,
  mergeRecords,
  notesOfPlan,
  planAlike,
  planBase,
  relateIssues,
  summarizeNote,
  type IssueTraits,
  type NoteSummary,
  type RecordPlan,
} from "./knowledge/index.ts";
import type { Extraction, Issue, KnowledgeBase, Session } from "./model.ts";
import { searchTerms } from "./query/index.ts";
import { readNotesInThreads } from "./read-in-threads.ts";
import { findSources, readEntries, readSources } from "./source/read-sources.ts";

export interface RefreshNeeds {
  cwd: string;
  settings: ReadingSettings;
  /** Of all inputs, null where nothing can vouch for them. */
  stamp: string | null;
  related: boolean;
  onProgress?: ReportProgress | undefined;
}

/** Another process may be writing all of it: as long as that takes, waiting is quicker than reading all notes. */
const patience = 60_000;

/** Reads, then writes and gives the index to `use` in one transaction. */
export async function refreshIndex<T>(
  index: Index,
  inputs: readonly string[],
  { cwd, settings, stamp, related, onProgress }: RefreshNeeds,
  use: (index: Index) => T,
): Promise<T> {
  const isKnown = stamp !== null && isCurrent(index, stamp);
  const state = isKnown ? null : await readChanged(index, inputs, { cwd, settings, onProgress });
  index.database.exec(`PRAGMA busy_timeout = ${patience}`);
  return transact(index.database, "IMMEDIATE", () => {
    if (state !== null) updateIndex(index, { stamp, ...state }, createStages(settings));
    if (related && !areRelated(index)) relateRecords<IssueTraits>(index, relateIssues);
    return use(index);
  });
}

/** Without any index. */
export async function readPlainly(
  inputs: readonly string[],
  { cwd, settings, parser, onProgress }: ReadOptions & { cwd: string },
): Promise<KnowledgeBase> {
  const { files, diagnostics } = await readSources(inputs, { cwd });
  const base = mergeRecords(await readNotesInThreads(files, { settings, parser, onProgress }), settings);
  return { ...base, diagnostics: [...diagnostics, ...base.diagnostics] };
}

/** The bytes of a note are read when its file looks different, the note is read when its bytes are. */
async function readChanged(
  index: Index,
  inputs: readonly string[],
  { cwd, settings, onProgress }: ReadOptions & { cwd: string },
): Promise<Omit<IndexedState, "stamp">> {
  const known = listKnownNotes(index);
  const { notes: found, diagnostics } = await findSources(inputs, cwd);
  const states = new Map<string, NoteState>();
  const stamps = new Map<string, string | null>();
  const unsure = found.filter(({ path, absolute }) => {
    const stamp = stampFile(absolute);
    stamps.set(path, stamp);
    const before = known.get(path);
    const isSame = stamp !== null && before?.stamp === stamp;
    if (isSame) states.set(path, { path, stamp, hash: before.hash, extraction: null });
    return !isSame;
  });
  const { files, diagnostics: unread } = await readEntries(unsure);
  const changed = files.filter(({ path, bytes }) => {
    const hash = hashBytes(bytes);
    states.set(path, { path, stamp: stamps.get(path)!, hash, extraction: null });
    return known.get(path)?.hash !== hash;
  });
  const extractions = await readNotesInThreads(changed, { settings, onProgress });
  for (const [at, { path }] of changed.entries()) states.get(path)!.extraction = extractions[at]!;
  return { notes: found.flatMap(({ path }) => states.get(path) ?? []), diagnostics: [...diagnostics, ...unread] };
}

/** How the other stages make the records of an index. */
export function createStages(settings: ReadingSettings): Stages<NoteSummary, RecordPlan> {
  return {
    summarize: summarizeNote,
    planAlike,
    plan(summaries) {
      const { issues, lessons, sessions, diagnostics } = planBase(summaries, settings.ids);
      return { records: [...issues, ...lessons, ...sessions], diagnostics };
    },
    notesOf: notesOfPlan,
    build: buildRecord,
    termsOf: (plan, record, get) => searchTerms(plan.kind, record, surround(plan, get)),
    describe: describeIssue,
  };
}

/** As much of the base as the terms of one record are looked up in: its notes, and the identifiers of its issues. */
function surround(plan: RecordPlan, get: (path: string) => Extraction): KnowledgeBase {
  const notes =
    plan.kind === "issue" ? plan.reports : plan.kind === "lesson" ? [{ path: plan.path, session: plan.session }] : [];
  const issues = plan.kind === "session" ? plan.issues.map((slug, at) => ({ slug, id: plan.ids[at] }) as Issue) : [];
  return {
    sessions: notes.map(({ path, session }) => ({ ...get(path).session, slug: session }) as Session),
    issues,
    lessons: [],
    files: [],
    diagnostics: [],
  };
}

/** Paths of notes in, the base of them out, kept in memory and brought up to what the notes are whenever somebody asks: without a secret in it. */
import { readMaskedNote, type ReportProgress } from "./build-knowledge.ts";
import type { ReadingSettings } from "./config.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { hashBytes, listRelations, loadExtraction, stampFile } from "./index-store/index.ts";
import { describeIssue, growBase, relateIssues, type Comparison } from "./knowledge/index.ts";
import { lookForSecrets } from "./look-for-secrets.ts";
import type { Extraction, KnowledgeBase, SourceFile } from "./model.ts";
import { withIndex } from "./read-indexed.ts";
import { readNotesInThreads } from "./read-in-threads.ts";
import { openRelating, type Relating } from "./relate-in-thread.ts";
import { findSources, readEntries, type FoundSources } from "./source/read-sources.ts";

/** A note as it was read, null where it is gone. Its text has no secrets. */
export interface SavedNote {
  path: string;
  absolute: string;
  before: Extraction | null;
  after: Extraction | null;
}

export interface Refreshed {
  notes: SavedNote[];
  /** What a reader sees of it. */
  comparison: Comparison;
  /** What was lost in finding and reading the files, all of it. */
  missed: readonly Diagnostic[];
  /** Slugs of issues that have other relations, once those are found; null where none can have changed. */
  related: Promise<string[]> | null;
}

export interface FollowedNotes {
  /** A new object after each change. */
  readonly base: KnowledgeBase;
  /** What was lost in finding and reading the files. */
  readonly missed: readonly Diagnostic[];
  /** As they are in the base, with where they are. */
  readonly notes: ReadonlyMap<string, FollowedNote>;
  /** Null where nothing has changed. One at a time: who asks meanwhile waits. `inputs` may be others than before. */
  refresh(inputs?: readonly string[]): Promise<Refreshed | null>;
  close(): Promise<void>;
}

export interface FollowedNote {
  absolute: string;
  extraction: Extraction;
}

interface KnownNote extends FollowedNote {
  /** Of the file, null where it may have been changed unseen. */
  stamp: string | null;
  hash: string;
}

export interface FollowOptions {
  cwd: string;
  settings: ReadingSettings;
  onProgress?: ReportProgress | undefined;
}

/** Fewer are related at once; the relations of more take longer than anybody waits for a page. */
const fewIssues = 300;

export async function followNotes(
  given: readonly string[],
  { cwd, settings, onProgress }: FollowOptions,
): Promise<FollowedNotes> {
  let inputs = given;
  const growing = growBase(settings);
  const known = new Map<string, KnownNote>();
  let missed: Diagnostic[] = [];
  let base = growing.base;
  let relating: Relating | null = null;

  const search = lookForSecrets(cwd);
  /** A note with secrets is read again from its masked text. */
  const withoutSecrets = async (file: SourceFile, plain: Extraction): Promise<Extraction> =>
    (await search.isLeaky(file.path, plain.source)) ? await readMaskedNote(file, settings) : plain;
  const assemble = (): void => {
    base = { ...growing.base, diagnostics: [...missed, ...growing.base.diagnostics] };
  };
  const isMany = (): boolean => growing.base.issues.length >= fewIssues;
  const relateHere = (): void => void growing.relate(relateIssues(growing.base.issues.map(describeIssue)));

  const start = async (): Promise<void> => {
    const { files, stamps, found, diagnostics } = await readFiles(await findSources(inputs, cwd), () => null);
    missed = diagnostics;
    const kept = await withIndex(inputs, { cwd, settings, related: true, onProgress }, (index) => ({
      extractions: files.map(({ path, bytes }) => loadExtraction(index, path, hashBytes(bytes))),
      relations: listRelations(index),
    }));
    const unread = files.filter((_, at) => kept?.extractions[at] == null);
    const read = await readNotesInThreads(unread, { settings, onProgress });
    const fresh = new Map(unread.map(({ path }, at) => [path, read[at]!]));
    let isMasked = false;
    for (const [at, file] of files.entries()) {
      const plain = fresh.get(file.path) ?? kept!.extractions[at]!;
      const extraction = await withoutSecrets(file, plain);
      isMasked ||= extraction !== plain;
      known.set(file.path, {
        absolute: found.get(file.path)!,
        stamp: stamps.get(file.path) ?? null,
        hash: hashBytes(file.bytes),
        extraction,
      });
    }
    search.keep();
    growing.take(new Map([...known].map(([path, { extraction }]) => [path, extraction])));
    // The index has relations of the notes as they are written: they hold where nothing is masked and all was kept.
    if (kept !== null && !isMasked && unread.length === 0) growing.relate(kept.relations);
    else relateHere();
    assemble();
    if (isMany()) relating = openRelating(base.issues);
  };

  const refresh = async (): Promise<Refreshed | null> => {
    const { files, stamps, found, diagnostics, same } = await readFiles(
      await findSources(inputs, cwd),
      (path) => known.get(path) ?? null,
    );
    const changed = files.filter(({ path, bytes }) => {
      const note = known.get(path);
      if (note?.hash !== hashBytes(bytes)) return true;
      Object.assign(note, { stamp: stamps.get(path) ?? null, absolute: found.get(path)! });
      return false;
    });
    const here = new Set([...same, ...files.map(({ path }) => path)]);
    const gone = [...known.keys()].filter((path) => !here.has(path));
    const wasMissed = JSON.stringify(missed);
    missed = diagnostics;
    if (changed.length === 0 && gone.length === 0 && JSON.stringify(missed) === wasMissed) return null;
    const read = await readNotesInThreads(changed, { settings });
    const notes: SavedNote[] = [];
    for (const [at, file] of changed.entries()) {
      const absolute = found.get(file.path)!;
      const after = await withoutSecrets(file, read[at]!);
      notes.push({ path: file.path, absolute, before: known.get(file.path)?.extraction ?? null, after });
      const note = { absolute, stamp: stamps.get(file.path) ?? null, hash: hashBytes(file.bytes), extraction: after };
      known.set(file.path, note);
    }
    for (const path of gone) {
      const { absolute, extraction } = known.get(path)!;
      notes.push({ path, absolute, before: extraction, after: null });
      known.delete(path);
    }
    const { comparison, traits } = growing.take(new Map(notes.map(({ path, after }) => [path, after])));
    if (traits.size > 0 && !isMany()) relateHere();
    assemble();
    if (traits.size === 0 || !isMany()) return { notes, comparison, missed, related: null };
    relating ??= openRelating(growing.base.issues);
    const related = relating.relate(traits).then((found) => {
      const others = found === null ? [] : growing.relate(found);
      if (others.length > 0) assemble();
      return others;
    });
    // Who stops meanwhile asks no more.
    related.catch(() => undefined);
    return { notes, comparison, missed, related };
  };

  await start();
  let last: Promise<unknown> = Promise.resolve();
  return {
    get base() {
      return base;
    },
    get missed() {
      return missed;
    },
    notes: known,
    refresh(others = inputs) {
      const next = last.then(() => {
        inputs = others;
        return refresh();
      });
      last = next.catch(() => undefined);
      return next;
    },
    async close() {
      await relating?.close();
    },
  };
}

interface ReadFiles {
  /** Those that look different. */
  files: SourceFile[];
  /** Paths of those that do not. */
  same: string[];
  stamps: Map<string, string | null>;
  /** Where each note is. */
  found: Map<string, string>;
  diagnostics: Diagnostic[];
}

async function readFiles(
  { notes, diagnostics }: FoundSources,
  knownOf: (path: string) => KnownNote | null,
): Promise<ReadFiles> {
  const stamps = new Map(notes.map(({ path, absolute }) => [path, stampFile(absolute)]));
  const isSame = ({ path, absolute }: { path: string; absolute: string }): boolean => {
    const [stamp, known] = [stamps.get(path), knownOf(path)];
    return stamp != null && known?.stamp === stamp && known.absolute === absolute;
  };
  const { files, diagnostics: unread } = await readEntries(notes.filter((note) => !isSame(note)));
  return {
    files,
    same: notes.filter(isSame).map(({ path }) => path),
    stamps,
    found: new Map(notes.map(({ path, absolute }) => [path, absolute])),
    diagnostics: [...diagnostics, ...unread],
  };
}

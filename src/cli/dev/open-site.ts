/** Notes and settings in, the site of them out as it stands: brought up to the notes whenever somebody asks, with what is wrong in those that were saved. */
import type { Settings } from "../../config.ts";
import type { Diagnostic } from "../../diagnostics.ts";
import { followNotes, type FollowedNotes, type SavedNote } from "../../follow-notes.ts";
import type { Comparison } from "../../knowledge/index.ts";
import { createPageReads } from "../../page-reads.ts";
import { offerSite, recallColours, rememberColours, renderBase, type SiteOptions } from "../../prepare-site.ts";
import type { Renderer } from "../../render/create-renderer.ts";
import { weighDiagnostics } from "../../rules/index.ts";
import { CliError } from "../cli-error.ts";
import { listRecords } from "../list-records.ts";
import type { Progress } from "../report-progress.ts";
import { createChecker, type CheckedNote } from "./check-notes-again.ts";

export interface OpenSite {
  readonly followed: FollowedNotes;
  readonly options: SiteOptions;
  /** Notes that were saved since the start and are not right yet. */
  readonly faulty: ReadonlyMap<string, CheckedNote>;
  /** Null where nothing has changed. */
  refresh(inputs: readonly string[]): Promise<SiteRefresh | null>;
  /** Of files that have become unreadable as notes since the start. */
  readonly unread: readonly Diagnostic[];
  /** All notes, until `signal` ends it. Takes its time, and lets others have theirs. */
  checkAll(signal: AbortSignal): Promise<CheckedNote[]>;
  close(): Promise<void>;
}

export interface SiteRefresh {
  notes: SavedNote[];
  comparison: Comparison;
  /** Of the notes that are still there; none of very many. */
  checked: CheckedNote[];
  /** Of files that have become unreadable as notes. */
  unread: Diagnostic[];
  /** How many diagnostics notes had before, by path. */
  before: Map<string, number>;
  /** Slugs of issues whose pages show other relations, when those are found; null where none can. */
  related: Promise<string[]> | null;
}

export interface OpenSiteSource {
  inputs: readonly string[];
  /** What they are relative to. */
  cwd: string;
  /** What diagnostics are relative to. */
  shownFrom: string;
  settings: Settings;
  options: SiteOptions;
}

/** More notes than a person saves at once are only counted. */
const manyNotes = 20;

/** Throws a usage error where a folder is missing. */
export async function openSite(
  { inputs, cwd, shownFrom, settings, options }: OpenSiteSource,
  progress: Progress,
): Promise<OpenSite> {
  const followed = await followNotes(inputs, {
    cwd,
    settings: settings.reading,
    onProgress: (done, total) => progress.update("Reading notes", done, total),
  });
  const missing = followed.base.diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing !== undefined) {
    await followed.close();
    throw new CliError("usage", missing.message, missing.note === null ? [] : [missing.note]);
  }
  const checker = createChecker(settings, shownFrom);
  const faulty = new Map<string, CheckedNote>();
  const weigh = (diagnostics: readonly Diagnostic[]): Diagnostic[] => weighDiagnostics(diagnostics, settings.rules);
  const missedAtStart = new Set(followed.missed.map((one) => JSON.stringify(one)));
  let unread: Diagnostic[] = [];
  let renderer: Renderer | undefined;
  /** Makes pages be of the base as it is. */
  const offer = async (known?: ReadonlyMap<string, string>): Promise<void> => {
    const reads = createPageReads();
    const { base } = followed;
    renderer = await renderBase(base, options, {
      reads,
      before: renderer,
      ...(known !== undefined && { known }),
      onHighlight: (done, total) => progress.update("Colouring code", done, total),
    });
    const context = offerSite(base, renderer, options, { inputs, cwd, reads });
    context.listRecords = (kind) => listRecords(base, kind);
  };
  const colours = recallColours(cwd);
  await offer(colours);
  rememberColours(cwd, colours, renderer!.highlighted);
  return {
    followed,
    options,
    faulty,
    get unread() {
      return unread;
    },
    async refresh(inputs) {
      const old = followed.base;
      const refreshed = await followed.refresh(inputs);
      if (refreshed === null) return null;
      await offer();
      const { notes, comparison } = refreshed;
      unread = weigh(refreshed.missed.filter((one) => !missedAtStart.has(JSON.stringify(one))));
      const saved = notes.length > manyNotes ? [] : notes;
      const were = saved.flatMap(({ path, absolute, before }) =>
        before === null ? [] : [[path, { absolute, extraction: before }] as const],
      );
      const before = new Map(
        (await checker.check(were, old)).map(({ path, diagnostics }) => [path, diagnostics.length]),
      );
      // What is found between notes may be mended in another one.
      const paths = new Set([...faulty.keys(), ...saved.map(({ path }) => path)]);
      const here = [...paths].flatMap((path) => {
        const note = followed.notes.get(path);
        return note === undefined ? [] : [[path, note] as const];
      });
      faulty.clear();
      const checked = await checker.check(here, followed.base);
      for (const note of checked)
        if (note.diagnostics.some(({ severity }) => severity !== "info")) faulty.set(note.path, note);
      const isSaved = new Set(saved.map(({ path }) => path));
      const related =
        refreshed.related?.then(async (slugs) => {
          if (slugs.length > 0) await offer();
          return slugs;
        }) ?? null;
      related?.catch(() => undefined);
      return { notes, comparison, unread, checked: checked.filter(({ path }) => isSaved.has(path)), before, related };
    },
    checkAll: (signal) => checker.check([...followed.notes], followed.base, signal),
    close: () => followed.close(),
  };
}

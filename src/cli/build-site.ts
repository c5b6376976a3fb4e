/** Folders of notes in, the files of the site that shows them out: read, rendered by Astro, indexed, put in place in one step. */
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { ReadingSettings } from "../config.ts";
import type { ParserName } from "../document/parser-names.ts";
import { prepareSite, type SiteContext, type SiteOptions } from "../prepare-site.ts";
import { beginSearchIndex, type SearchIndex } from "../search-index/write-search-index.ts";
import { CliError } from "./cli-error.ts";
import { explainFailure } from "./explain-failure.ts";
import { listRecords } from "./list-records.ts";
import { openBuildMemory, type BuiltSite } from "./remember-build.ts";
import type { Progress } from "./report-progress.ts";
import { reusePages } from "./reuse-pages.ts";
import { beginSwap } from "./swap-folder.ts";
import { writePages, type WritePagesOptions } from "./write-pages.ts";

export interface BuildResult {
  site: BuiltSite;
  /** Whether the folder held just this site before. */
  isUnchanged: boolean;
}

/** What to read: folders and notes, from the folder `cwd`, with a team's words. */
export interface SiteSource {
  inputs: readonly string[];
  cwd: string;
  settings: ReadingSettings;
  parser?: ParserName | undefined;
  /** Characters of notes that one part of the search index holds at most; what a machine has memory for where not given. */
  searchPartSize?: number | undefined;
}

/**
 * V8 lets a heap grow to twice what is in use before it looks for what is not: with a large base that is half a gigabyte
 * of pages long written. Looking more often costs a second in a minute. Percent; V8 reads it whenever it has looked.
 */
const heapGrowth = "--heap-growing-percent=30";

/** Throws where the site could not be built; what was at `out` is then as it was. */
export async function buildSite(
  source: SiteSource,
  out: string,
  options: SiteOptions,
  progress: Progress,
): Promise<BuildResult> {
  const { inputs, cwd, settings, parser, searchPartSize } = source;
  setFlagsFromString(heapGrowth);
  const swap = await beginSwap(
    out,
    inputs.map((input) => resolve(cwd, input)),
  );
  let search: SearchIndex | null = null;
  const { promise: prepared, resolve: tellPrepared, reject: tellFailed } = Promise.withResolvers<WritePagesOptions>();
  // A failure is told where it is awaited: what it waits for may fail first.
  const holdBack = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const pagesBegun: Promise<void>[] = [];
  const beginPages = (): void => {
    if (pagesBegun.length > 0) return;
    pagesBegun.push(writePages(swap.folder, options, prepared));
    holdBack(pagesBegun[0]!);
  };
  holdBack(prepared);
  try {
    const memory = openBuildMemory(source, out, options);
    const known = memory.recall();
    if (known !== null) {
      await swap.rollBack();
      return { site: known, isUnchanged: true };
    }
    const context = await prepareSite(inputs, options, {
      cwd,
      settings,
      parser,
      onRead(done, total) {
        progress.update("Reading notes", done, total);
        // What follows keeps one processor busy.
        if (done === total) beginPages();
      },
      onHighlight: (done, total) => progress.update("Colouring code", done, total),
    });
    refuseMissing(context);
    context.listRecords = (kind) => listRecords(context.knowledge, kind);
    const { issues, lessons, sessions, files } = context.knowledge;
    const expected = issues.length + lessons.length + sessions.length + files.length;
    let pages = 0;
    const { promise: folderIsReady, resolve: tellFolderIsReady } = Promise.withResolvers<void>();
    const onPage = (): void => {
      progress.update("Writing pages", ++pages, Math.max(pages, expected));
    };
    context.onPage = onPage;
    progress.update("Writing pages", 0, expected);
    const last = memory.recallFiles();
    search = beginSearchIndex(context.knowledge, {
      last: last && { folder: resolve(out), parts: last.searchParts },
      partSize: searchPartSize,
    });
    const indexed = folderIsReady.then(() => search!.write(swap.folder));
    holdBack(indexed);
    const { reads } = context;
    const reuse = reusePages(out, swap.folder, last?.traces ?? null, reads.isSame);
    tellPrepared({
      reads,
      reuse,
      // Astro empties the folder before its first page: what is written sooner would be lost.
      onStart: tellFolderIsReady,
      onTaken: (file) => {
        if (file.endsWith(".html")) onPage();
      },
    });
    beginPages();
    await Promise.all(pagesBegun);
    progress.update("Indexing for search");
    const { count: searchable, parts: searchParts } = await indexed;
    await swap.commit();
    const site: BuiltSite = {
      notes: sessions.length,
      issues: issues.length,
      lessons: lessons.length,
      files: files.length,
      pages,
      searchable,
      diagnostics: context.knowledge.diagnostics,
    };
    memory.remember(site, { traces: reuse.traces(), searchParts });
    return { site, isUnchanged: false };
  } catch (error) {
    tellFailed(error);
    await Promise.allSettled(pagesBegun);
    // Before anything is taken away: a full disk is empty again after that.
    const told = await explainFailure(error, swap.folder);
    await search?.abandon().catch(() => undefined);
    await swap.rollBack();
    throw told;
  } finally {
    progress.end();
  }
}

/** A site of nothing because of a mistyped folder helps nobody. */
function refuseMissing({ knowledge }: SiteContext): void {
  const missing = knowledge.diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing === undefined) return;
  throw new CliError("usage", missing.message, missing.note === null ? [] : [missing.note]);
}

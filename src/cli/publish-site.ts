/** Checked options in, a finished site out: read, render and index beside the target, then swap it in one step. */
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "astro";
import type { Diagnostic } from "../diagnostics.ts";
import type { KnowledgeBase } from "../model.ts";
import { prepareSite } from "../prepare-site.ts";
import { CliError } from "./cli-error.ts";
import { indexSearch } from "./index-search.ts";
import { createProgress } from "./progress.ts";
import { markerName, readSiteOptions, type RawSiteOptions } from "./read-site-options.ts";
import { reportDiagnostics } from "./report-diagnostics.ts";

export { siteArguments } from "./read-site-options.ts";

export interface PublishedSite {
  /** Absolute path of the folder. */
  out: string;
  base: string;
  diagnostics: readonly Diagnostic[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Throws a usage error for a wrong option or a missing folder; the site that was there stays until the new one is whole. */
export async function publishSite(raw: RawSiteOptions): Promise<PublishedSite> {
  const started = performance.now();
  const { inputs, out, options } = readSiteOptions(raw);
  for (const input of inputs) {
    await stat(input).catch(() => {
      throw new CliError("usage", `Unexpected path "${input}": no such file or folder, expected a note or a folder of notes`, raw.inputs.length === 0 ? ["Start it where your notes are in `content/`, or name their folder."] : []);
    });
  }
  const progress = createProgress();
  await mkdir(dirname(out), { recursive: true });
  const draft = await mkdtemp(join(dirname(out), `.${basename(out)}-`));
  try {
    progress.stage("Reading the notes");
    let isHighlighting = false;
    const context = await prepareSite(inputs, options, {
      onRead: progress.advance,
      onHighlight: (done, total) => {
        if (!isHighlighting) progress.stage("Colouring the code");
        isHighlighting = true;
        progress.advance(done, total);
      },
    });
    const { knowledge } = context;
    progress.stage("Making the pages");
    const total = countPages(knowledge);
    let pages = 0;
    context.onPage = () => progress.advance(++pages, Math.max(pages, total));
    const search = await indexSearch(knowledge, options.base);
    await buildPages(draft, options.base, options.origin);
    progress.stage("Making the search index");
    await search.write(join(draft, "site", "pagefind"));
    await writeFile(join(draft, "site", markerName), "Written by fixlore: the next build replaces this folder.\n");
    await swap(join(draft, "site"), out);
    progress.end();
    report(knowledge, pages, raw.out, performance.now() - started);
    return { out, base: options.base, diagnostics: knowledge.diagnostics };
  } finally {
    progress.end();
    await rm(draft, { recursive: true, force: true });
  }
}

async function buildPages(draft: string, base: string, origin: string | null): Promise<void> {
  await build({
    root,
    base,
    ...(origin !== null && { site: origin }),
    outDir: join(draft, "site"),
    cacheDir: join(draft, "cache"),
    logLevel: "error",
    vite: { logLevel: "error", cacheDir: join(draft, "vite") },
  });
}

/** The old site steps aside, the new one takes its place, the old one goes. */
async function swap(made: string, out: string): Promise<void> {
  const aside = await mkdtemp(join(dirname(out), `.${basename(out)}-old-`));
  const exists = await readdir(out).then(() => true, () => false);
  if (exists) await rename(out, join(aside, "site"));
  try {
    await rename(made, out);
  } catch (error) {
    if (exists) await rename(join(aside, "site"), out);
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const countPages = ({ issues, lessons, sessions, files }: KnowledgeBase): number => issues.length + lessons.length + sessions.length + files.length + 20;

function report(knowledge: KnowledgeBase, pages: number, out: string, milliseconds: number): void {
  const { sessions, issues, lessons, files, diagnostics } = knowledge;
  const counts = [[sessions.length, "notes"], [issues.length, "issues"], [lessons.length, "lessons"], [files.length, "files"], [pages, "pages"]] as const;
  reportDiagnostics(diagnostics, { from: "error" });
  process.stdout.write(`${counts.map(([number, noun]) => `${number} ${number === 1 ? noun.slice(0, -1) : noun}`).join(", ")} in ${(milliseconds / 1000).toFixed(1)} s: ${out}\n`);
}

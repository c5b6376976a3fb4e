/** Paths of notes in, all that the pages of the site read out: the base, and a renderer of its Markdown. */
import type { ReportProgress } from "./build-knowledge.ts";
import { usualReading, type ReadingSettings } from "./config.ts";
import { parseDocument } from "./document/parse-document.ts";
import { parseMarkdown } from "./document/parse-markdown.ts";
import type { ParserName } from "./document/parser-names.ts";
import { keepData, readKept } from "./index-store/index.ts";
import { locateNotes } from "./locate-notes.ts";
import { maskBase } from "./mask-base.ts";
import type { KnowledgeBase } from "./model.ts";
import { pagePath } from "./page-path.ts";
import { createPageReads, type PageReads } from "./page-reads.ts";
import { createRenderer, type Renderer } from "./render/create-renderer.ts";
import { drawCard, type Card } from "./render/draw-card.ts";
import { readIndexed } from "./read-indexed.ts";
import { refreshApart } from "./refresh-apart.ts";
import { siteVersion } from "./site-version.ts";

export interface SiteOptions {
  title: string;
  /** Begins and ends with a slash. */
  base: string;
  /** Origin the site will have, as "https://notes.example", null when not known. */
  origin: string | null;
  /** Address of the repository, for links to files; null without one. */
  repository: string | null;
  /** Its root on this machine, for links to notes; null to look for it above them. */
  repositoryRoot: string | null;
}

export interface SiteContext {
  /** All of it: a page that asks for this is made anew in each build. */
  readonly knowledge: KnowledgeBase;
  renderer: Renderer;
  options: SiteOptions;
  /** The path of a note within its repository, by the path that the base knows it by; empty where no repository is named. */
  readonly notePlaces: ReadonlyMap<string, string>;
  /** What the page under way reads. */
  reads: PageReads;
  drawCard(card: Card): Buffer;
  /** All records of a kind as the command prints them; only a command knows that. */
  listRecords?: (kind: "issue" | "lesson" | "session") => { query: string; total: number; results: object[] };
  /** Called for each page made. */
  onPage?: () => void;
}

export interface PrepareOptions {
  /** What relative inputs are relative to; the working directory by default. */
  cwd?: string | undefined;
  /** What a team adds to the reading of its notes. */
  settings?: ReadingSettings | undefined;
  parser?: ParserName | undefined;
  onRead?: ReportProgress | undefined;
  onHighlight?: ReportProgress | undefined;
}

const contextKey = Symbol.for("fixlore.site");

/**
 * The pages run in modules that the bundler made, so what was read once is handed to them through the global object.
 * What was read and coloured before, for a site or a query, is taken from where the index is kept.
 */
export async function prepareSite(
  inputs: readonly string[],
  options: SiteOptions,
  { cwd = process.cwd(), settings = usualReading, parser, onRead, onHighlight }: PrepareOptions = {},
): Promise<SiteContext> {
  if (parser === undefined) await refreshApart({ inputs, cwd, settings }, onRead);
  const read = await readIndexed(inputs, { cwd, settings, parser, onProgress: onRead });
  const knowledge = await maskBase(read, inputs, { cwd, settings });
  const reads = createPageReads();
  const known = recallColours(cwd);
  const renderer = await renderBase(knowledge, options, { parser, known, reads, onHighlight });
  rememberColours(cwd, known, renderer.highlighted);
  return offerSite(knowledge, renderer, options, { inputs, cwd, reads });
}

interface RenderOptions extends Pick<PrepareOptions, "parser" | "onHighlight"> {
  reads: PageReads;
  /** Highlighted code by key. */
  known?: ReadonlyMap<string, string>;
  /** The renderer of the base as it was. */
  before?: Renderer | undefined;
}

export function renderBase(
  knowledge: KnowledgeBase,
  options: SiteOptions,
  { parser, reads, known, before, onHighlight }: RenderOptions,
): Promise<Renderer> {
  return createRenderer({
    notes: knowledge.sessions.map(({ path, source, slug }) => ({
      path,
      text: source,
      address: options.base + pagePath("sessions", slug),
    })),
    parse: (markdown) => parseMarkdown(markdown, parser),
    parseNote: (path, text) => parseDocument({ path, text, repairs: [], diagnostics: [] }, parser).tree,
    ...(known !== undefined && { highlighted: known }),
    before,
    through: reads.through,
    onProgress: onHighlight,
  });
}

/** From here on pages are made of this. */
export function offerSite(
  knowledge: KnowledgeBase,
  renderer: Renderer,
  options: SiteOptions,
  { inputs, cwd, reads }: { inputs: readonly string[]; cwd: string; reads: PageReads },
): SiteContext {
  let places: ReadonlyMap<string, string> | null = null;
  const locate = (): ReadonlyMap<string, string> => {
    const notes = options.repository === null ? [] : knowledge.sessions.map(({ path }) => path);
    return locateNotes(notes, { inputs, cwd, root: options.repositoryRoot });
  };
  const context: SiteContext = {
    get knowledge() {
      reads.spoil();
      return knowledge;
    },
    get notePlaces() {
      reads.spoil();
      return (places ??= locate());
    },
    renderer,
    options,
    reads,
    drawCard,
  };
  (globalThis as Record<symbol, unknown>)[contextKey] = context;
  return context;
}

const colours = "coloured-code";

export function recallColours(cwd: string): ReadonlyMap<string, string> {
  const version = siteVersion();
  return new Map(version === null ? [] : readKept<[string, string][]>(cwd, colours, version));
}

/** Just the code of these notes: what is no longer in them would be kept for ever. */
export function rememberColours(
  cwd: string,
  known: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
): void {
  const version = siteVersion();
  if (version === null || (made.size === known.size && [...made.keys()].every((key) => known.has(key)))) return;
  keepData(cwd, colours, version, [...made]);
}

/** The name of a stage and a folder of notes in, what one run of the stage costs out, as JSON: run by stages.ts in a process of its own. */
import { join } from "node:path";
import { parseDocument } from "../../src/document/parse-document.ts";
import { parseMarkdown } from "../../src/document/parse-markdown.ts";
import { extractRecords } from "../../src/extract/index.ts";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";
import { issueFields, type KnowledgeBase, type SourceFile } from "../../src/model.ts";
import { readKnowledge, readNote } from "../../src/build-knowledge.ts";
import { codeKey, type CodeBlock } from "../../src/render/code-block.ts";
import { createRenderer, type Renderer } from "../../src/render/create-renderer.ts";
import { highlightAll } from "../../src/render/highlight-all.ts";
import { surveyNote } from "../../src/render/survey-note.ts";
import { decodeSource } from "../../src/source/decode-source.ts";
import { readSources } from "../../src/source/read-sources.ts";
import { beginSearchIndex } from "../../src/search-index/write-search-index.ts";
import { median } from "./benchmark.ts";

export interface StageCost {
  seconds: number;
  /** Resident before the first run. */
  beforeBytes: number;
  /** How many things one run has made. */
  items: number;
}

/** Makes what the stage works on, once, and gives the stage: each call of it does all of the work, and counts it. */
type PrepareStage = (folder: string, scratch: string) => Promise<() => number | Promise<number>>;

const readFiles = async (folder: string): Promise<SourceFile[]> => (await readSources([folder])).files;

const parseNote = (path: string, text: string) => parseDocument({ path, text, repairs: [], diagnostics: [] }).tree;

function prepareRenderer(base: KnowledgeBase): Promise<Renderer> {
  const notes = base.sessions.map(({ path, source, slug }) => ({ path, text: source, address: `/sessions/${slug}/` }));
  return createRenderer({ notes, parse: (text) => parseMarkdown(text), parseNote });
}

const stages: Record<string, PrepareStage> = {
  read: async (folder) => async () => (await readFiles(folder)).length,
  decode: async (folder) => {
    const files = await readFiles(folder);
    return () => files.map((file) => decodeSource(file)).length;
  },
  parse: async (folder) => {
    const texts = (await readFiles(folder)).map((file) => decodeSource(file));
    return () => count(texts, (text) => parseDocument(text));
  },
  extract: async (folder) => {
    const documents = (await readFiles(folder)).map((file) => parseDocument(decodeSource(file)));
    return () => count(documents, (document) => extractRecords(document));
  },
  merge: async (folder) => {
    const extractions = (await readFiles(folder)).map((file) => readNote(file));
    return () => mergeRecords(extractions).issues.length;
  },
  survey: async (folder) => {
    const { sessions } = await readKnowledge([folder]);
    return () => count(sessions, ({ path, source }) => surveyNote(parseNote(path, source), source));
  },
  highlight: async (folder) => {
    const { sessions } = await readKnowledge([folder]);
    const blocks = new Map<string, CodeBlock>();
    for (const { path, source } of sessions)
      for (const block of surveyNote(parseNote(path, source), source).code) blocks.set(codeKey(block), block);
    return async () => {
      await highlightAll([...blocks.values()], new Map(), { processes: 1 });
      return blocks.size;
    };
  },
  "render-notes": async (folder) => {
    const base = await readKnowledge([folder]);
    const renderer = await prepareRenderer(base);
    return () => count(base.sessions, ({ path, title }) => renderer.renderNote(path, title, [], []));
  },
  "render-fields": async (folder) => {
    const base = await readKnowledge([folder]);
    const renderer = await prepareRenderer(base);
    const fields = base.issues.flatMap((issue) =>
      issueFields.flatMap((field) => {
        const excerpt = issue[field];
        return excerpt === null ? [] : [{ excerpt, session: issue.origin[field] ?? issue.sessions.at(-1) ?? "" }];
      }),
    );
    const paths = new Map(base.sessions.map(({ slug, path }) => [slug, path]));
    return () => count(fields, ({ excerpt, session }) => renderer.renderExcerpt(excerpt, paths.get(session) ?? ""));
  },
  search: async (folder, scratch) => {
    const base = await readKnowledge([folder]);
    return async () => (await beginSearchIndex(base).write(join(scratch, "search"))).count;
  },
};

/** Nothing made is kept, as nothing is kept where notes go through the stages one by one. */
function count<Item>(items: readonly Item[], run: (item: Item) => unknown): number {
  for (const item of items) run(item);
  return items.length;
}

const [name = "", folder = "", repeats = "1", scratch = ""] = process.argv.slice(2);
const run = await stages[name]!(folder, scratch);
globalThis.gc?.();
const beforeBytes = process.memoryUsage.rss();
const times: number[] = [];
let items = 0;
for (let round = 0; round < Number(repeats); round++) {
  const started = performance.now();
  items = await run();
  times.push((performance.now() - started) / 1000);
}
process.stdout.write(JSON.stringify({ seconds: median(times), beforeBytes, items } satisfies StageCost));

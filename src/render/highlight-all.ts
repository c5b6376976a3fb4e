/** All code blocks of a base in, their HTML by key out: in this thread for a few, in several for many. */
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { codeKey, type CodeBlock } from "./code-block.ts";
import { createHighlighter, type Highlighter } from "./highlight-code.ts";

export interface HighlightOptions {
  /** 1 keeps the work in this thread. As many as there are processors by default, at most 8. */
  threads?: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Below this a worker's start costs more than it saves. */
const fewBlocks = 400;
const batchSize = 100;

/** One for this thread: each has an engine and grammars of its own, which are never given back. */
let shared: Promise<Highlighter> | null = null;

/** `known` holds what need not be done again. */
export async function highlightAll(
  blocks: readonly CodeBlock[],
  known: ReadonlyMap<string, string> = new Map(),
  options: HighlightOptions = {},
): Promise<Map<string, string>> {
  const missing = new Map<string, CodeBlock>();
  const coloured = new Map<string, string>();
  for (const block of blocks) {
    const key = codeKey(block);
    const html = known.get(key);
    if (html === undefined) missing.set(key, block);
    else coloured.set(key, html);
  }
  const entries = [...missing];
  const threads = Math.min(options.threads ?? availableParallelism(), 8);
  if (entries.length === 0) return coloured;
  if (entries.length < fewBlocks || threads < 2) {
    const highlighter = await (shared ??= createHighlighter());
    await highlighter.load(entries.map(([, block]) => block.language));
    for (const [key, block] of entries) coloured.set(key, highlighter.highlight(block));
    return coloured;
  }
  let next = 0;
  let done = 0;
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(`./highlight-worker${extname(import.meta.url)}`, import.meta.url));
      let batch: [string, CodeBlock][] = [];
      const send = (): void => {
        batch = entries.slice(next, (next += batchSize));
        if (batch.length === 0) void worker.terminate().then(() => resolve());
        else worker.postMessage(batch.map(([, block]) => block));
      };
      worker.on("message", (html: string[]) => {
        batch.forEach(([key], index) => coloured.set(key, html[index] ?? ""));
        done += batch.length;
        options.onProgress?.(done, entries.length);
        send();
      });
      worker.on("error", reject);
      send();
    });
  await Promise.all(Array.from({ length: threads }, runWorker));
  return coloured;
}

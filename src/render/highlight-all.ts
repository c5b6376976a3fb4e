/** All code blocks of a base in, their HTML by key out: in this thread for a few, in several processes for many. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { codeKey, type CodeBlock } from "./code-block.ts";
import { createHighlighter, type Highlighter } from "./highlight-code.ts";

export interface HighlightOptions {
  /** 1 keeps the work in this thread. As many as there are processors by default, at most 8. */
  processes?: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Below this the start of a process costs more than it saves. */
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
  const processes = Math.min(options.processes ?? availableParallelism(), 8);
  if (entries.length === 0) return coloured;
  if (entries.length < fewBlocks || processes < 2) {
    const highlighter = await (shared ??= createHighlighter());
    await highlighter.load(entries.map(([, block]) => block.language));
    for (const [key, block] of entries) coloured.set(key, highlighter.highlight(block));
    return coloured;
  }
  let next = 0;
  let done = 0;
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const runProcess = (): Promise<void> =>
    new Promise((resolve) => {
      // A thread would leave what its engine took to this process: as much as all coloured code.
      const child = fork(new URL(`./highlight-process${extname(import.meta.url)}`, import.meta.url), {
        execArgv: [],
        serialization: "advanced",
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      let batch: [string, CodeBlock][] = [];
      const send = (): void => {
        batch = entries.slice(next, (next += batchSize));
        if (batch.length === 0) child.disconnect();
        else child.send(batch.map(([, block]) => block));
      };
      child.on("message", (html: string[]) => {
        batch.forEach(([key], index) => coloured.set(key, html[index] ?? ""));
        done += batch.length;
        options.onProgress?.(done, entries.length);
        send();
      });
      child.on("error", reject);
      child.on("exit", (code) => {
        if (batch.length === 0) resolve();
        else reject(new Error(`Code could not be coloured: the process that did it ended with ${code}`));
      });
      send();
    });
  await Promise.race([Promise.all(Array.from({ length: processes }, runProcess)), failure]);
  return coloured;
}

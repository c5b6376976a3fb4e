/** A worker's side of highlighting: batches of code blocks in, their HTML out, in the same order. */
import { parentPort } from "node:worker_threads";
import type { CodeBlock } from "./code-block.ts";
import { createHighlighter } from "./highlight-code.ts";

const highlighter = await createHighlighter();

parentPort?.on("message", async (blocks: CodeBlock[]) => {
  await highlighter.load(blocks.map((block) => block.language));
  parentPort?.postMessage(blocks.map((block) => highlighter.highlight(block)));
});

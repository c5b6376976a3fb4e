/** A process's side of highlighting: batches of code blocks in, their HTML out, in the same order. */
import module from "node:module";
import type { CodeBlock } from "./code-block.ts";

module.enableCompileCache?.();

const { createHighlighter } = await import("./highlight-code.ts");
const highlighter = await createHighlighter();

process.on("message", (blocks: CodeBlock[]) => void answer(blocks));

async function answer(blocks: CodeBlock[]): Promise<void> {
  await highlighter.load(blocks.map((block) => block.language));
  process.send?.(blocks.map((block) => highlighter.highlight(block)));
}

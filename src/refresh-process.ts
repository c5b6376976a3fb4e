/** A process's side of refreshing: what to read in, its index brought up to it out, with word of how far it is. */
import module from "node:module";
import type { RefreshOrder } from "./refresh-apart.ts";

module.enableCompileCache?.();

// Nobody waits for the index of a process that was stopped; what is half written is rolled back.
process.once("disconnect", () => process.kill(process.pid));
process.once("message", ({ inputs, cwd, settings }: RefreshOrder) => {
  void refresh({ inputs, cwd, settings }).finally(() => process.removeAllListeners("disconnect").disconnect());
});

async function refresh({ inputs, cwd, settings }: RefreshOrder): Promise<void> {
  const { withIndex } = await import("./read-indexed.ts");
  const onProgress = (done: number, total: number): void => void process.send?.([done, total]);
  await withIndex(inputs, { cwd, settings, related: true, onProgress }, () => null);
}

/** Paths of notes and folders in, the knowledge base out as `readKnowledge` gives it; many notes are read on all processors. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readKnowledge, type ReadOptions } from "./build-knowledge.ts";
import { usualReading } from "./config.ts";
import { mergeRecords } from "./knowledge/merge-records.ts";
import type { Extraction, KnowledgeBase, SourceFile } from "./model.ts";
import { readSources } from "./source/read-sources.ts";

/** Fewer are read before a worker has started. */
const fewNotes = 200;
/** Notes sent at once: enough to make the sending cheap, few enough to end together. */
const batchSize = 20;
/** Each worker holds the code of all stages and its own garbage. */
const mostThreads = 4;

export async function readKnowledgeInThreads(
  inputs: readonly string[],
  options: ReadOptions = {},
  threads = Math.min(availableParallelism(), mostThreads),
): Promise<KnowledgeBase> {
  const { cwd = process.cwd(), settings = usualReading, onProgress } = options;
  if (threads < 2) return readKnowledge(inputs, options);
  const { files, diagnostics } = await readSources(inputs, { cwd });
  if (files.length < fewNotes) return readKnowledge(inputs, options);
  const extractions: Extraction[] = Array.from({ length: files.length });
  let next = 0;
  let done = 0;
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./read-note-worker.ts", import.meta.url), { workerData: settings });
      let start = 0;
      const send = (): void => {
        start = next;
        next += batchSize;
        const batch: SourceFile[] = files.slice(start, next);
        if (batch.length === 0) void worker.terminate().then(() => resolve());
        else worker.postMessage(batch);
      };
      worker.on("message", (read: Extraction[]) => {
        for (const [index, extraction] of read.entries()) extractions[start + index] = extraction;
        done += read.length;
        onProgress?.(done, files.length);
        send();
      });
      worker.on("error", reject);
      send();
    });
  await Promise.all(Array.from({ length: threads }, runWorker));
  const base = mergeRecords(extractions, settings);
  return { ...base, diagnostics: [...diagnostics, ...base.diagnostics] };
}

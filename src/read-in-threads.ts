/** Notes as bytes in, what was read from each out, in the same order; many notes are read on all processors. */
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { readNote, type ReadOptions } from "./build-knowledge.ts";
import { usualReading } from "./config.ts";
import type { Extraction, SourceFile } from "./model.ts";

/** Fewer are read before a worker has started. */
const fewNotes = 200;
/** Notes sent at once: enough to make the sending cheap, few enough to end together. */
const batchSize = 20;
/** Each worker holds the code of all stages and its own garbage. */
const mostThreads = 4;

const usualThreads = (): number => Math.min(availableParallelism(), mostThreads);

export async function readNotesInThreads(
  files: readonly SourceFile[],
  { settings = usualReading, parser, onProgress }: Omit<ReadOptions, "cwd"> = {},
  threads = usualThreads(),
): Promise<Extraction[]> {
  if (threads < 2 || files.length < fewNotes)
    return files.map((file, at) => {
      const extraction = readNote(file, settings, parser);
      onProgress?.(at + 1, files.length);
      return extraction;
    });
  const extractions: Extraction[] = Array.from({ length: files.length });
  let next = 0;
  let done = 0;
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(`./read-note-worker${extname(import.meta.url)}`, import.meta.url), {
        workerData: { settings, parser },
      });
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
  return extractions;
}

/** A worker's side of reading: batches of notes as bytes in, what was read from each out, in the same order. */
import { parentPort, workerData } from "node:worker_threads";
import { readNote, type ReadOptions } from "./build-knowledge.ts";
import type { SourceFile } from "./model.ts";

const { settings, parser } = workerData as Pick<ReadOptions, "settings" | "parser">;

parentPort?.on("message", (files: SourceFile[]) => {
  parentPort?.postMessage(files.map((file) => readNote(file, settings, parser)));
});

/** Paths of notes in, their index brought up to them out: where many have to be read, by a process of its own, whose memory is given back when it ends. */
import { fork } from "node:child_process";
import { extname } from "node:path";
import type { ReportProgress } from "./build-knowledge.ts";
import type { ReadingSettings } from "./config.ts";
import { extractorVersion, isCurrent, listKnownNotes, openIndex, stampFile, stampInputs } from "./index-store/index.ts";
import { findSources } from "./source/read-sources.ts";

export interface RefreshOrder {
  inputs: readonly string[];
  cwd: string;
  settings: ReadingSettings;
}

/** Fewer are read before a process has started. */
const manyNotes = 500;

/** Short-lived objects are most of what reading makes: with room for them, fewer are taken for lasting ones. MB. */
const flags = ["--max-semi-space-size=32"];

/** What it cannot do is left to those who ask the index next: they find what is missing and read it themselves. */
export async function refreshApart(
  { inputs, cwd, settings }: RefreshOrder,
  onProgress?: ReportProgress | undefined,
): Promise<void> {
  if ((await countUnread(inputs, cwd, settings)) < manyNotes) return;
  const child = fork(new URL(`./refresh-process${extname(import.meta.url)}`, import.meta.url), {
    execArgv: flags,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  child.on("message", (progress: Parameters<ReportProgress>) => onProgress?.(...progress));
  child.on("error", () => resolve());
  child.on("exit", () => resolve());
  child.send({ inputs, cwd, settings } satisfies RefreshOrder);
  await promise;
}

/** Notes that the index may not know as they are, 0 where there can be no index. */
async function countUnread(inputs: readonly string[], cwd: string, settings: ReadingSettings): Promise<number> {
  const stamp = stampInputs(inputs, cwd);
  const index = openIndex(inputs, cwd, extractorVersion(settings));
  if (index === null) return 0;
  try {
    if (stamp !== null && isCurrent(index, stamp)) return 0;
    const known = listKnownNotes(index);
    const { notes } = await findSources(inputs, cwd);
    return notes.filter(({ path, absolute }) => (known.get(path)?.stamp ?? "") !== stampFile(absolute)).length;
  } catch {
    return 0;
  } finally {
    index.close();
  }
}

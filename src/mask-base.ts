/** A knowledge base and the notes it was read from in, the same base without a secret in it out: for what is published. */
import type { ReadingSettings } from "./config.ts";
import { lookForSecrets } from "./look-for-secrets.ts";
import { mergeRecords } from "./knowledge/index.ts";
import type { KnowledgeBase } from "./model.ts";
import { readNotesIndexed } from "./read-indexed.ts";
import { findSources, readEntries } from "./source/read-sources.ts";

export interface MaskOptions {
  cwd: string;
  settings: ReadingSettings;
}

/**
 * Titles, addresses and excerpts all follow from the text of a note: one with secrets is read again from its masked text,
 * and the base is merged anew. Each secret is a diagnostic of the base. A base without secrets comes back as it is.
 */
export async function maskBase(
  base: KnowledgeBase,
  inputs: readonly string[],
  { cwd, settings }: MaskOptions,
): Promise<KnowledgeBase> {
  const leaky = new Set<string>();
  const search = lookForSecrets(cwd);
  for (const { path, source } of base.sessions) if (await search.isLeaky(path, source)) leaky.add(path);
  search.keep();
  if (leaky.size === 0) return base;
  const { notes, diagnostics: missed } = await findSources(inputs, cwd);
  const { files, diagnostics: unread } = await readEntries(notes);
  const { extractions } = await readNotesIndexed(inputs, files, { cwd, settings });
  const { readMaskedNote } = await import("./build-knowledge.ts");
  for (const [at, file] of files.entries())
    if (leaky.has(file.path)) extractions[at] = await readMaskedNote(file, settings);
  const masked = mergeRecords(extractions, settings);
  return { ...masked, diagnostics: [...missed, ...unread, ...masked.diagnostics] };
}

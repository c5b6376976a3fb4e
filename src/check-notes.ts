/** Notes by name, or all of the content, in; what the rules and the stages find wrong with them out. */
import { statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { readNote } from "./build-knowledge.ts";
import { checkExtraction, createRuleContext, groupShared } from "./check-extraction.ts";
import type { Settings } from "./config.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { mergeRecords } from "./knowledge/index.ts";
import { listRepository } from "./list-repository.ts";
import { readNotesIndexed } from "./read-indexed.ts";
import { maskSecrets, weighDiagnostics } from "./rules/index.ts";
import { findSources, readEntries } from "./source/read-sources.ts";

export interface CheckOptions {
  settings: Settings;
  /** Notes and folders, from `cwd`; all of the content without any. */
  named: readonly string[];
  cwd: string;
  /** ISO day. */
  today: string;
}

/** A note that was checked. */
export interface Checked {
  /** From `cwd`, `/` between segments: what diagnostics call it. */
  path: string;
  absolute: string;
  bytes: Uint8Array;
  /** Its repaired text, secrets masked: what a check prints is kept in logs. */
  source: string;
}

export interface CheckResult {
  notes: Checked[];
  /** In the order of the notes, and within a note of its lines. */
  diagnostics: Diagnostic[];
}

/** What is found between notes is found among all of the content where the named ones are part of it, else among those named. */
export async function checkNotes({ settings, named, cwd, today }: CheckOptions): Promise<CheckResult> {
  const { reading, repository } = settings;
  const content = named.every((name) => isContent(resolve(cwd, name), settings));
  const wanted = named.length === 0 ? settings.content : named;
  const root = named.length === 0 ? settings.root : cwd;
  const sources = await findSources(wanted, root);
  const { files, diagnostics: unread } = await readEntries(sources.notes);
  const locations = new Map(sources.notes.map(({ path, absolute }) => [path, absolute]));
  const base = content ? { inputs: settings.content, cwd: settings.root } : { inputs: named, cwd };
  // A few notes are read as they are; what is found between notes is asked of the index.
  const few = files.length < 20 ? files.map((file) => readNote(file, reading)) : null;
  const options = { cwd: base.cwd, settings: reading };
  const { diagnostics: shared, ...read } =
    few !== null && !content
      ? { extractions: few, diagnostics: mergeRecords(few, reading).diagnostics }
      : await readNotesIndexed(base.inputs, few === null ? files : [], options);
  const extractions = few ?? read.extractions;
  const byFile = groupShared(shared);
  const context = createRuleContext(today, repository.root === null ? null : await listRepository(repository.root));
  const notes: Checked[] = [];
  const diagnostics: Diagnostic[] = [...sources.diagnostics, ...unread].map((diagnostic) => ({
    ...diagnostic,
    file: shownPath(locations.get(diagnostic.file) ?? resolve(root, diagnostic.file), cwd),
  }));
  for (const [index, extraction] of extractions.entries()) {
    const { path, bytes } = files[index]!;
    const absolute = locations.get(path)!;
    const shown = shownPath(absolute, cwd);
    const between = namesInBase(path, absolute, base).flatMap((name) => byFile.get(name) ?? []);
    const found = await checkExtraction(extraction, between, context);
    const source = withoutSecrets(extraction.source, found);
    diagnostics.push(...found.map((diagnostic) => ({ ...diagnostic, file: shown })));
    notes.push({ path: shown, absolute, bytes, source });
  }
  return { notes, diagnostics: weighDiagnostics(diagnostics, settings.rules) };
}

/** Takes the secrets out of the messages as well, which may quote the note. */
function withoutSecrets(source: string, diagnostics: Diagnostic[]): string {
  const secrets = diagnostics
    .filter(({ ruleId, place }) => ruleId === "secret" && place !== null)
    .map(({ place }) => ({ start: place!.start.offset, end: place!.end.offset }))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of secrets) {
    const secret = source.slice(start, end);
    for (const diagnostic of diagnostics)
      diagnostic.message = diagnostic.message.replaceAll(
        secret,
        maskSecrets(secret, [{ start: 0, end: secret.length }]),
      );
  }
  return maskSecrets(source, secrets);
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isContent(path: string, { content, root }: Settings): boolean {
  return content.some((entry) => isWithin(path, resolve(root, entry)));
}

/** What a base calls the note: its path within its folder, with the folder's name where another note is called so. */
function namesInBase(
  path: string,
  absolute: string,
  { inputs, cwd }: { inputs: readonly string[]; cwd: string },
): string[] {
  const names = inputs.flatMap((input) => {
    const folder = resolve(cwd, input);
    if (!isWithin(absolute, folder)) return [];
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [withSlashes(relative(cwd, folder))];
    const within = withSlashes(relative(folder, absolute));
    return [within, `${basename(folder)}/${within}`, `${basename(dirname(folder))}/${basename(folder)}/${within}`];
  });
  return [...new Set(names.length === 0 ? [path] : names)];
}

const withSlashes = (path: string): string => path.split(sep).join("/");

function shownPath(absolute: string, cwd: string): string {
  return withSlashes(relative(cwd, absolute)) || absolute;
}

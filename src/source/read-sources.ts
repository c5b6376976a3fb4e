/** Turns the paths that a user names, folders or files, into the bytes of the notes found there. */
import { readdir, realpathSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import type { Diagnostic } from "../diagnostics.ts";
import type { SourceFile } from "../model.ts";
import {
  describeMissing,
  describeNoNotes,
  describeOutside,
  describeOversized,
  describeUnreadable,
} from "./describe-input.ts";
import { nameNotes, type FoundNote } from "./name-notes.ts";

export interface ReadSourcesOptions {
  /** What relative inputs are relative to; the working directory by default. */
  cwd?: string;
  /** Larger files are refused, 2 MiB by default: the largest of three thousand real notes had 75 KB. */
  maximumBytes?: number;
}

export interface Sources {
  /** Sorted by path, each file once, no two with the same path. */
  files: SourceFile[];
  diagnostics: Diagnostic[];
}

const noteGlobs = ["**/*.{md,markdown,mdown,txt}"];
const notePattern = /\.(?:md|markdown|mdown|txt)$/i;
/** Folders that hold other people's texts or built ones. Those that begin with a dot are left out as well. */
const ignoredNames = ["node_modules", "dist"];

/** Whether notes are read from nothing of that name. */
export const isIgnoredName = (name: string): boolean => name.startsWith(".") || ignoredNames.includes(name);

const withSlashes = (path: string): string => path.split(sep).join("/");
const isInside = (path: string): boolean => path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);

/** A note that was found and not yet read. */
export type SourceEntry = Pick<FoundNote, "path" | "absolute">;

export interface FoundSources {
  /** Sorted by path, each file once, no two with the same path. */
  notes: SourceEntry[];
  diagnostics: Diagnostic[];
}

/**
 * Folders are walked for notes (`.md`, `.markdown`, `.mdown`, `.txt`); a file named by itself is taken whatever its
 * extension. `path` is relative to the folder, or to `cwd` for a file named by itself; where two folders hold the
 * same path, their names come before it. Never throws for what is in the file system: a diagnostic tells.
 */
export async function findSources(inputs: readonly string[], cwd = process.cwd()): Promise<FoundSources> {
  const diagnostics: Diagnostic[] = [];
  const found: FoundNote[] = [];
  for (const input of inputs) {
    const absolute = resolve(cwd, input);
    const stats = await stat(absolute).catch((error: NodeJS.ErrnoException) => error);
    if (stats instanceof Error) diagnostics.push(describeMissing(input, stats));
    else if (stats.isDirectory()) found.push(...(await walkFolder(input, absolute, diagnostics)));
    else found.push(nameFile(input, absolute, cwd));
  }
  return { notes: nameNotes(found), diagnostics };
}

/** The bytes of what `findSources` found; what cannot be read is a diagnostic. */
export async function readEntries(notes: readonly SourceEntry[], maximumBytes: number = 2 * 2 ** 20): Promise<Sources> {
  const diagnostics: Diagnostic[] = [];
  const files: SourceFile[] = [];
  for (const { path, absolute } of notes) {
    try {
      const stats = await stat(absolute);
      if (!stats.isFile()) throw new Error("it is neither a file nor a folder");
      if (stats.size > maximumBytes) diagnostics.push(describeOversized(path, stats.size, maximumBytes));
      else files.push({ path, bytes: await readFile(absolute) });
    } catch (error) {
      diagnostics.push(describeUnreadable(path, error));
    }
  }
  return { files, diagnostics };
}

/** Finds and reads. */
export async function readSources(inputs: readonly string[], options: ReadSourcesOptions = {}): Promise<Sources> {
  const { notes, diagnostics } = await findSources(inputs, options.cwd);
  const { files, diagnostics: unread } = await readEntries(notes, options.maximumBytes);
  return { files, diagnostics: [...diagnostics, ...unread] };
}

/** Links resolved, or the path as it is. Blocking on purpose: thousands of small waits take four times as long. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function nameFile(input: string, absolute: string, cwd: string): FoundNote {
  const path = relative(cwd, absolute);
  return {
    path: withSlashes(isInside(path) ? path : input),
    folder: resolve(absolute, ".."),
    absolute,
    real: realPathOf(absolute),
  };
}

async function walkFolder(input: string, folder: string, diagnostics: Diagnostic[]): Promise<FoundNote[]> {
  const root = await realpath(folder);
  const links: string[] = [];
  const names = await glob(noteGlobs, {
    cwd: folder,
    ignore: ignoredNames.map((name) => `**/${name}/**`),
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { readdir: createReportingReaddir(folder, links, diagnostics) },
  });
  const notes: FoundNote[] = [];
  for (const name of names) {
    const absolute = resolve(folder, name);
    // No link was followed on the way.
    notes.push({ path: withSlashes(name), folder, absolute, real: resolve(root, name) });
  }
  for (const absolute of links.sort()) {
    const path = withSlashes(relative(folder, absolute));
    const real = await realpath(absolute).catch(() => null);
    if (real === null) {
      if (notePattern.test(path)) diagnostics.push(describeUnreadable(path, new Error("the link leads nowhere")));
    } else if (isInside(relative(root, real))) {
      if (notePattern.test(path) && notePattern.test(real)) notes.push({ path, folder, absolute, real });
    } else if (
      notePattern.test(path) ||
      (await stat(real).then(
        (stats) => stats.isDirectory(),
        () => false,
      ))
    ) {
      diagnostics.push(describeOutside(path));
    }
  }
  if (notes.length === 0) diagnostics.push(describeNoNotes(input));
  return notes;
}

/**
 * The walker passes over links, and over folders that it cannot read: neither must be lost in silence. `links` gets
 * their absolute paths.
 */
function createReportingReaddir(root: string, links: string[], diagnostics: Diagnostic[]): typeof readdir {
  const reporting = (path: string, options: { withFileTypes: true }, done: (...answer: unknown[]) => void): void => {
    readdir(path, options, (error, entries) => {
      if (error) diagnostics.push(describeUnreadable(withSlashes(relative(root, path)) || basename(root), error));
      for (const entry of entries ?? []) {
        if (entry.isSymbolicLink() && !isIgnoredName(entry.name)) links.push(resolve(path, entry.name));
      }
      done(error, entries);
    });
  };
  return reporting as unknown as typeof readdir;
}

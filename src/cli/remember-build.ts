/** What a site is to be made of in, whether the folder holds just that already out; and what to remember of a site made. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import { keepData, readKept, stampInputs } from "../index-store/index.ts";
import { findRepository } from "../locate-notes.ts";
import type { SiteOptions } from "../prepare-site.ts";
import { siteVersion } from "../site-version.ts";
import type { SiteSource } from "./build-site.ts";
import type { KeptTraces } from "./reuse-pages.ts";

/** What is said of a site when it is built. */
export interface BuiltSite {
  notes: number;
  issues: number;
  lessons: number;
  files: number;
  pages: number;
  /** What can be found by searching. */
  searchable: number;
  diagnostics: readonly Diagnostic[];
}

interface RememberedBuild {
  /** Of the notes, the options and the folder. */
  stamp: string;
  /** Of all files written. */
  output: string;
  site: BuiltSite;
}

/** What of the files in the folder can be taken over. */
export interface KnownFiles {
  /** What the pages have read. */
  traces: KeptTraces;
  /** Digests of the parts of the search index. */
  searchParts: string[];
}

interface RememberedFiles extends KnownFiles {
  /** Of the options. */
  stamp: string;
  /** Of all files written: none was touched since. */
  output: string;
}

export interface BuildMemory {
  /** The site that the folder holds, null where it is not of these notes, options and code, or was touched since. */
  recall(): BuiltSite | null;
  /** What is known of the files in the folder, null where they are not of these options and code, or one was touched since. */
  recallFiles(): KnownFiles | null;
  /** To be called when the site is in place. Changes of the notes while it was made are found the next time. */
  remember(site: BuiltSite, files: KnownFiles): void;
}

export function openBuildMemory(source: SiteSource, out: string, options: SiteOptions): BuildMemory {
  const folder = resolve(out);
  const version = siteVersion();
  if (version === null) return { recall: () => null, recallFiles: () => null, remember: () => undefined };
  const stamp = stampBuild(source, folder, options);
  const ofOptions = stampOptions(options);
  const place = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  const name = `site-${place}`;
  const filesName = `files-${place}`;
  let before: string | null | undefined;
  const outputBefore = (): string | null => (before === undefined ? (before = stampOutput(folder)) : before);
  return {
    recall() {
      if (stamp === null) return null;
      const known = readKept<RememberedBuild>(source.cwd, name, version);
      return known?.stamp === stamp && known.output === outputBefore() ? known.site : null;
    },
    recallFiles() {
      const known = readKept<RememberedFiles>(source.cwd, filesName, version);
      return known?.stamp === ofOptions && known.output === outputBefore() ? known : null;
    },
    remember(site, files) {
      const output = stampOutput(folder);
      if (output === null) return;
      keepData(source.cwd, filesName, version, { stamp: ofOptions, output, ...files } satisfies RememberedFiles);
      if (stamp !== null) keepData(source.cwd, name, version, { stamp, output, site } satisfies RememberedBuild);
    },
  };
}

/** Null where no stamp can vouch for the notes. The parser does not count: the records are the same. */
function stampBuild({ inputs, cwd, settings }: SiteSource, folder: string, options: SiteOptions): string | null {
  const notes = stampInputs(inputs, cwd);
  if (notes === null) return null;
  const roots = options.repository === null ? [] : [...inputs, "."].map((input) => findRepository(resolve(cwd, input)));
  return createHash("sha256")
    .update(JSON.stringify([notes, cwd, folder, options, settings, roots]))
    .digest("hex");
}

/** What pages are made of beside what they read of the base. */
const stampOptions = (options: SiteOptions): string =>
  createHash("sha256").update(JSON.stringify(options)).digest("hex");

/** By name, size and time of every file in it: a page that somebody mended by hand is not what was built. */
function stampOutput(folder: string): string | null {
  const hash = createHash("sha256");
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) {
      const { size, mtimeMs, ino } = lstatSync(file);
      hash.update(`${relative(folder, file)} ${size} ${mtimeMs} ${ino}\n`);
    }
  } catch {
    return null;
  }
  return hash.digest("hex");
}

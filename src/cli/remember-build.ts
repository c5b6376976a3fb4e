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

export interface BuildMemory {
  /** The site that the folder holds, null where it is not of these notes, options and code, or was touched since. */
  recall(): BuiltSite | null;
  /** To be called when the site is in place. Changes of the notes while it was made are found the next time. */
  remember(site: BuiltSite): void;
}

export function openBuildMemory(source: SiteSource, out: string, options: SiteOptions): BuildMemory {
  const folder = resolve(out);
  const version = siteVersion();
  const stamp = stampBuild(source, folder, options);
  if (version === null || stamp === null) return { recall: () => null, remember: () => undefined };
  const name = `site-${createHash("sha256").update(folder).digest("hex").slice(0, 8)}`;
  return {
    recall() {
      const known = readKept<RememberedBuild>(source.cwd, name, version);
      return known?.stamp === stamp && known.output === stampOutput(folder) ? known.site : null;
    },
    remember(site) {
      const output = stampOutput(folder);
      if (output !== null) keepData(source.cwd, name, version, { stamp, output, site } satisfies RememberedBuild);
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

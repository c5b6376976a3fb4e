/** The options of `build` and `start` as typed in, checked ones out: a usage error names what is wrong. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import { existsSync, readdirSync, statSync } from "node:fs";
import type { SiteOptions } from "../prepare-site.ts";
import { CliError } from "./cli-error.ts";

export const siteArguments = {
  out: { type: "string", valueHint: "DIR", default: "dist", description: "Where to write the site" },
  base: { type: "string", valueHint: "PATH", default: "/", description: "Path the site will be served below, as /kb" },
  site: { type: "string", valueHint: "URL", description: "Address the site will have, for feeds and the sitemap" },
  title: { type: "string", default: "Fixlore", description: "Name of the site" },
  repository: { type: "string", valueHint: "URL", description: "Repository of the code, for links to files" },
} as const;

export interface RawSiteOptions {
  inputs: readonly string[];
  out: string;
  base: string;
  site?: string | undefined;
  title: string;
  repository?: string | undefined;
}

export interface CheckedSiteOptions {
  inputs: string[];
  /** Absolute. */
  out: string;
  options: SiteOptions;
}

/** Says that a folder was written by us and may be replaced. */
export const markerName = ".fixlore-site";

export function readSiteOptions({ inputs, out, base, site, title, repository }: RawSiteOptions): CheckedSiteOptions {
  const folders = inputs.length > 0 ? [...inputs] : ["content"];
  const target = resolve(out);
  checkTarget(target, out, folders);
  return {
    inputs: folders,
    out: target,
    options: {
      title: title.replace(/\s+/g, " ").trim() || "Fixlore",
      base: readBasePath(base),
      origin: site === undefined ? null : readAddress(site, "site").origin,
      repository: repository === undefined ? null : readAddress(repository, "repository").href.replace(/\/$/, ""),
    },
  };
}

function readBasePath(base: string): string {
  const path = `/${base}/`.replace(/\/+/g, "/");
  if (!/^\/(?:[\w.~-]+\/)*$/.test(path) || /\/\.{1,2}\//.test(path)) throw new CliError("usage", `Unexpected base "${base}", expected a path of letters, digits, "-", "_" and "." such as /kb`);
  return path;
}

function readAddress(text: string, name: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw new CliError("usage", `Unexpected ${name} "${text}", expected an address such as https://notes.example`);
}

/** The folder is replaced as a whole: it must not hold anything but a site of ours. */
function checkTarget(target: string, out: string, folders: readonly string[]): void {
  const isWithin = (inner: string, outer: string): boolean => {
    const path = relative(outer, inner);
    return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
  };
  const holder = [process.cwd(), ...folders.map((folder) => resolve(folder))].find((path) => isWithin(path, target));
  if (holder !== undefined) throw new CliError("usage", `Unexpected --out "${out}": it holds ${holder === process.cwd() ? "the working directory" : "the notes"}, and the site replaces all of it`);
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new CliError("usage", `Unexpected --out "${out}": it is a file`);
  const names = readdirSync(target);
  if (names.length > 0 && !names.includes(markerName)) {
    throw new CliError("usage", `Unexpected --out "${out}": it holds other files, and the site replaces all of it`, ["Name an empty or a new folder, or empty it yourself."]);
  }
}

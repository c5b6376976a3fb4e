/** The options of a site as typed in, the same checked and in one form out. */
import type { SiteOptions } from "../prepare-site.ts";
import { CliError } from "./cli-error.ts";

export interface TypedSiteOptions {
  title?: string | undefined;
  base?: string | undefined;
  site?: string | undefined;
  repository?: string | undefined;
}

/** Throws a usage error for what is no path or no address. */
export function readSiteOptions({ title, base, site, repository }: TypedSiteOptions): SiteOptions {
  return {
    title: title?.trim() || "Fixlore",
    base: readPath(base ?? "/"),
    origin: site === undefined ? null : readAddress("site", site).origin,
    repository: repository === undefined ? null : readAddress("repository", repository).href.replace(/\/$/, ""),
  };
}

function readPath(typed: string): string {
  const path = `/${typed}/`.replaceAll(/\/+/g, "/");
  if (!/^[\w\-./~%]*$/.test(path) || /\/\.\.?\//.test(path)) {
    throw new CliError("usage", `Unexpected base "${typed}", expected a path as /notes`);
  }
  return path;
}

function readAddress(option: string, typed: string): URL {
  const url = URL.parse(typed);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CliError("usage", `Unexpected ${option} "${typed}", expected an address as https://notes.example.org`);
  }
  return url;
}

/** The options of a site as typed, and the settings for what is not, in; the same checked and in one form out. */
import type { Settings } from "../config.ts";
import type { SiteOptions } from "../prepare-site.ts";
import { CliError } from "./cli-error.ts";

export interface TypedSiteOptions {
  title?: string | undefined;
  base?: string | undefined;
  site?: string | undefined;
  repository?: string | undefined;
  config?: string | undefined;
  parser?: string | undefined;
}

/** Throws a usage error for what is no path or no address. */
export function readSiteOptions(
  typed: TypedSiteOptions,
  { site, repository }: Pick<Settings, "site" | "repository">,
): SiteOptions {
  const address = typed.site ?? site.url;
  const code = typed.repository ?? repository.url;
  return {
    title: typed.title?.trim() || site.title || "Fixlore",
    base: readPath(typed.base ?? site.base ?? "/"),
    origin: address === null ? null : readAddress("site", address).origin,
    repository: code === null ? null : readAddress("repository", code).href.replace(/\/$/, ""),
    repositoryRoot: repository.root,
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

/** The options of `build` and `start` in, a built site and what was said of it on the terminal out. */
import type { Diagnostic } from "../diagnostics.ts";
import { weighDiagnostics } from "../rules/index.ts";
import { buildSite } from "./build-site.ts";
import { chooseParser, parserArgument } from "./choose-parser.ts";
import { reportDiagnostics } from "./report-diagnostics.ts";
import { chooseInputs, configArgument, readSettings } from "./read-settings.ts";
import { reportProgress } from "./report-progress.ts";
import { readSiteOptions, type TypedSiteOptions } from "./site-options.ts";
import { plural } from "./plural.ts";

/** What a site is made of, what it is called and where it will be. */
export const sourceArguments = {
  folders: {
    type: "positional",
    required: false,
    valueHint: "DIR…",
    description: "Folders or notes to read (default: content)",
  },
  base: { type: "string", valueHint: "PATH", description: "Path the site will be served below, as /kb (default: /)" },
  site: { type: "string", valueHint: "URL", description: "Address the site will have, for feeds and the sitemap" },
  title: { type: "string", description: "Name of the site (default: Fixlore)" },
  repository: { type: "string", valueHint: "URL", description: "Repository of the code, for links to files" },
  config: configArgument,
} as const;

export const siteArguments = {
  out: { type: "string", valueHint: "DIR", default: "dist", description: "Where to write the site" },
  ...sourceArguments,
  parser: parserArgument,
} as const;

export interface PublishedSite {
  out: string;
  base: string;
  diagnostics: readonly Diagnostic[];
}

/** Throws a usage error for a wrong option or a missing folder; the site that was there stays until the new one is whole. */
export async function publishSite(
  inputs: readonly string[],
  out: string,
  typed: TypedSiteOptions,
): Promise<PublishedSite> {
  const started = performance.now();
  const settings = await readSettings(typed.config);
  const options = readSiteOptions(typed, settings);
  const { site, isUnchanged } = await buildSite(
    { ...chooseInputs(inputs, settings), settings: settings.reading, parser: await chooseParser(typed.parser) },
    out,
    options,
    reportProgress(process.stderr),
  );
  const diagnostics = weighDiagnostics(site.diagnostics, settings.rules);
  const isSecret = ({ ruleId }: Diagnostic): boolean => ruleId === "secret";
  reportDiagnostics(diagnostics.filter(isSecret), { from: "warning" });
  reportDiagnostics(
    diagnostics.filter((diagnostic) => !isSecret(diagnostic)),
    { from: "error" },
  );
  const counts = [
    plural(site.notes, "note"),
    plural(site.issues, "issue"),
    plural(site.lessons, "lesson"),
    plural(site.files, "file"),
    plural(site.pages, "page"),
    `${site.searchable} searchable`,
  ];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const what = isUnchanged ? `nothing has changed, looked at in ${seconds} s` : `in ${seconds} s`;
  process.stdout.write(`${counts.join(", ")} ${what}: ${out}\n`);
  return { out, base: options.base, diagnostics };
}

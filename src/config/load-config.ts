/** The folder a command was started in in, its settings out: those of the configuration file that holds there, or the usual ones. */
import { readFile, stat } from "node:fs/promises";
import { dirname, extname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { usualReading, type Settings } from "../config.ts";
import { ConfigError } from "./config-error.ts";
import type { Config } from "./config-schema.ts";
import { findConfig } from "./find-config.ts";

export interface LoadConfigOptions {
  cwd?: string;
  /** A configuration file by name, instead of the one that would be found. */
  file?: string | null;
}

/** Throws a `ConfigError` for a file that is missing, cannot be run, or does not hold what is expected. */
export async function loadConfig({ cwd = process.cwd(), file = null }: LoadConfigOptions = {}): Promise<Settings> {
  const [found, other] = file === null ? findConfig(cwd) : [resolve(cwd, file)];
  if (found === undefined) return fillIn({}, null, cwd);
  const shown = relative(cwd, found) || found;
  if (other !== undefined)
    throw new ConfigError(shown, [
      { key: "", message: `Unexpected second configuration ${relative(cwd, other)}, expected one of the two` },
    ]);
  const value = await readConfig(found, shown);
  // Loaded only where there is a file: checking costs more than many a query.
  const [{ validateConfig }, { ruleIds }] = await Promise.all([
    import("./validate-config.ts"),
    import("../rules/index.ts"),
  ]);
  const config = validateConfig(value, shown, ruleIds);
  const settings = fillIn(config, found, dirname(found));
  const { expandContent } = await import("./expand-content.ts");
  return { ...settings, content: await expandContent(settings.content, settings.root) };
}

async function readConfig(file: string, shown: string): Promise<unknown> {
  const fail = (message: string): never => {
    throw new ConfigError(shown, [{ key: "", message }]);
  };
  const stats = await stat(file).catch(() => null);
  if (stats === null) return fail("no such file, expected a configuration in TypeScript or JSON");
  const kind = extname(file);
  if (![".ts", ".mts", ".js", ".mjs", ".json"].includes(kind))
    return fail(`Unexpected kind of file "${kind}", expected .ts or .json`);
  try {
    if (kind === ".json") return JSON.parse((await readFile(file, "utf8")).replace(/^\ufeff/, ""));
    // The time in the address: a changed file is run anew by a process that stays.
    const module = await importQuietly(`${pathToFileURL(file).href}?${stats.mtimeMs}`);
    return (
      module.default ?? fail("Unexpected module without a default export, expected `export default defineConfig({…})`")
    );
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    return fail(`Could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Node warns of a module in a package that does not say what its modules are; it is right all the same. */
async function importQuietly(address: string): Promise<{ default?: unknown }> {
  const warn = process.emitWarning;
  process.emitWarning = ((warning: string, ...rest: [NodeJS.EmitWarningOptions]) => {
    if (rest[0]?.code !== "MODULE_TYPELESS_PACKAGE_JSON") warn(warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return (await import(address)) as { default?: unknown };
  } finally {
    process.emitWarning = warn;
  }
}

function fillIn(config: Config, file: string | null, root: string): Settings {
  const { site, repository, lexicon } = config;
  const hasReading = config.ids ?? lexicon ?? config.components;
  return {
    file,
    root,
    content: [config.content ?? "content"].flat(),
    site: { title: site?.title ?? null, url: site?.url ?? null, base: site?.base ?? null },
    repository: {
      url: repository?.url ?? null,
      root: repository?.root === undefined ? null : resolve(root, repository.root),
    },
    reading:
      hasReading === undefined
        ? usualReading
        : {
            ids: config.ids ?? [],
            labels: lexicon?.labels ?? {},
            headings: lexicon?.headings ?? {},
            statuses: lexicon?.statuses ?? {},
            components: config.components ?? {},
          },
    templates: Object.fromEntries(
      Object.entries(config.templates ?? {}).map(([name, template]) => [name, resolve(root, template)]),
    ),
    rules: config.rules ?? {},
  };
}

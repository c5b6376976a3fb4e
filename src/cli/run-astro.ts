/** A folder and an integration in, a build of Astro there out, which the integration steers: pages are written, or made when they are asked for. */
import { accessSync, constants } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { AstroIntegration } from "astro";
import type { SiteOptions } from "../prepare-site.ts";
import { CliError } from "./cli-error.ts";
import { packageFolder } from "./package-folder.ts";

let runs = 0;

/** `outDir` is emptied first. Resolves when the build is over. Until then the working directory may be another. */
export async function runAstro(
  outDir: string,
  { base, origin }: Pick<SiteOptions, "base" | "origin">,
  integration: AstroIntegration,
  logLevel: "error" | "silent" = "error",
): Promise<void> {
  refuseLocked();
  // The bundler's allocator reads it when it is loaded: what bundling took is given back at once, not in the next second
  // in which the bundler works, which never comes.
  process.env["MIMALLOC_PURGE_DELAY"] ??= "0";
  // Loaded only here: no other command should wait for a bundler.
  const { build } = await import("astro");
  // One of pages that are held open may last longer than the next.
  const cache = join(tmpdir(), `fixlore-astro-${process.pid}-${++runs}`);
  // Where the output is not below the working directory, Astro keeps its own files in the latter, under a fixed name:
  // two builds at once would overwrite each other's, and a folder that is nobody's business would get an .astro.
  const startedIn = process.cwd();
  process.chdir(dirname(outDir));
  await build({
    root: packageFolder,
    configFile: "astro.config.mjs",
    outDir,
    base,
    ...(origin !== null && { site: origin }),
    cacheDir: cache,
    logLevel,
    mode: "production",
    integrations: [integration],
    // The pages are run from beside the output, where no package can be found: so all is bundled.
    vite: {
      logLevel,
      cacheDir: join(cache, "vite"),
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  }).finally(async () => {
    process.chdir(startedIn);
    await rm(cache, { recursive: true, force: true });
  });
}

/** Astro keeps types beside its pages, in every build, and cannot be told to keep them elsewhere. */
function refuseLocked(): void {
  try {
    accessSync(packageFolder, constants.W_OK);
  } catch {
    throw new CliError(
      "failure",
      `The site cannot be built with the fixlore in ${packageFolder}: it cannot be written to`,
      ["Install fixlore in the project, or run it with npx: then its folder is yours."],
    );
  }
}

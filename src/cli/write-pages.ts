/** The prepared site in, its pages as files out: Astro renders each, this module writes it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AstroIntegration } from "astro";
import type { PageReads } from "../page-reads.ts";
import type { SiteOptions } from "../prepare-site.ts";
import { createFolderMaker } from "./make-folders.ts";
import type { PageReuse } from "./reuse-pages.ts";
import { runAstro } from "./run-astro.ts";

/** Milliseconds between two pauses in which other work of this thread gets its turn: the search index is fed meanwhile. */
const longestTurn = 20;

export interface WritePagesOptions {
  /** Called when Astro has emptied the folder, before the first page. */
  onStart(): void;
  /** What a page reads while it is made. */
  reads: PageReads;
  /** Pages that the last site has. */
  reuse: PageReuse;
  /** Called for each page that is taken from there. */
  onTaken(file: string): void;
}

/** The pages are bundled meanwhile, and made when `options` are there: with what they are made of. */
export async function writePages(
  outDir: string,
  site: SiteOptions,
  options: Promise<WritePagesOptions>,
): Promise<void> {
  await runAstro(outDir, site, createWriter(outDir, site.base, options));
}

/**
 * Astro writes each page with three promises of the file system, which take five times as long as to write it at once:
 * a quarter of the whole build for tens of thousands of small files.
 */
function createWriter(outDir: string, base: string, options: Promise<WritePagesOptions>): AstroIntegration {
  const makeFolder = createFolderMaker(outDir);
  let turn = performance.now();
  let ready: WritePagesOptions | null = null;
  const write = (name: string, body: Buffer): void => {
    const file = join(outDir, name);
    makeFolder(file);
    writeFileSync(file, body);
  };
  return {
    name: "fixlore:write-pages",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          name: "fixlore",
          async setup() {
            ready = await options;
            await usual.setup?.();
          },
          async getStaticPaths() {
            ready?.onStart();
            return await usual.getStaticPaths();
          },
          async render(request, settings) {
            if (ready === null) throw new Error("Unexpected page before the site was prepared");
            const { reads, reuse, onTaken } = ready;
            if (performance.now() - turn > longestTurn) {
              await setImmediate();
              turn = performance.now();
            }
            const name = fileNameOf(new URL(request.url).pathname, base);
            if (name !== null && reuse.take(name)) {
              onTaken(name);
              return new Response(null);
            }
            reads.begin();
            try {
              const rendered = await usual.render(request, settings);
              const response = rendered instanceof Response ? rendered : rendered.response;
              // What is no plain page is left to Astro.
              if (name === null || response.status !== 200 || !response.body) return response;
              write(name, Buffer.from(await response.arrayBuffer()));
              reuse.note(name, reads.end());
              return new Response(null, response);
            } finally {
              reads.end();
            }
          },
        }));
      },
    },
  };
}

/** As Astro names the files of pages with a folder each; null for names that are not plain. */
function fileNameOf(address: string, base: string): string | null {
  const path = address.startsWith(base) ? address.slice(base.length) : null;
  if (path === null || !/^[\w\-./]*$/.test(path) || path === "404/") return null;
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

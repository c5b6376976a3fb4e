/** The options of a site in, a way to its pages out, each made when it is asked for, by the bundle that a build writes them with. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AstroIntegration, AstroPrerenderer, RouteData } from "astro";
import type { SiteOptions } from "../../prepare-site.ts";
import { isRunning } from "../is-running.ts";
import { packageFolder } from "../package-folder.ts";
import { runAstro } from "../run-astro.ts";

export interface OpenPages {
  /** Where style sheets, scripts and type are. */
  folder: string;
  /** `path` includes the base. Null where there is no such page. Throws what a page throws. */
  render(path: string): Promise<Response | null>;
  /** To be called when what the pages are made of has changed: which of them there are is asked anew. */
  forget(): void;
  close(): Promise<void>;
}

/** What the bundle of the pages has beside a way to render them: what Astro's own generator lists them by. */
interface PagesApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  routeCache: { clearAll(): void };
}

/** What each page does beside what it does in a site that is built. */
const script = join(packageFolder, "site/scripts/follow-notes.ts");

/**
 * A build of Astro is begun and held open where it would write its pages: by then the bundle is made, and renders any of
 * them in some milliseconds. So what is seen is what a build publishes, with its assets and its security policy, and no
 * module has to be sent and run one by one.
 */
export async function openPages(options: SiteOptions): Promise<OpenPages> {
  await removeLeft();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const bundled = Promise.withResolvers<AstroPrerenderer & { app?: PagesApp }>();
  const closing = Promise.withResolvers<void>();
  const startedIn = process.cwd();
  const holder: AstroIntegration = {
    name: "fixlore:hold-pages",
    hooks: {
      "astro:config:setup": ({ injectScript }) => injectScript("page", `import ${JSON.stringify(script)};`),
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer((usual) => ({
          ...usual,
          name: "fixlore",
          async getStaticPaths() {
            const builtIn = process.cwd();
            process.chdir(startedIn);
            bundled.resolve(usual);
            await closing.promise;
            process.chdir(builtIn);
            return [];
          },
        })),
    },
  };
  const astro = runAstro(folder, options, holder, "silent");
  astro.catch(bundled.reject);
  const close = async (): Promise<void> => {
    closing.resolve();
    await astro.catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const pages = await bundled.promise;
    const { app } = pages;
    if (app === undefined) throw new Error("Astro's bundle of the pages holds no application.");
    const routes = app.manifest.routes.map(({ routeData }) => routeData);
    return {
      folder,
      async render(path) {
        const within = readPath(path, options.base);
        const route = within === null ? undefined : routes.find(({ pattern }) => pattern.test(within));
        if (route === undefined) return null;
        try {
          const rendered = await pages.render(new Request(new URL(path, "http://localhost")), { routeData: route });
          return rendered instanceof Response ? rendered : rendered.response;
        } catch (error) {
          if ((error as Error).name === "NoMatchingStaticPathFound") return null;
          throw error;
        }
      },
      forget: () => app.routeCache.clearAll(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function readPath(path: string, base: string): string | null {
  try {
    return path.startsWith(base) ? decodeURI(path.slice(base.length - 1)) : null;
  } catch {
    return null;
  }
}

const prefix = "fixlore-dev-";

/** What was killed could not tidy up. */
async function removeLeft(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid));
  });
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => null)));
}

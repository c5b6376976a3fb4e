/** Pages that are made when they are asked for in, a server of them out: with a stream of what changes, and never for names that are not ours. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { hostname } from "node:os";
import sirv from "sirv";
import { escapeHtml } from "../../render/escape-html.ts";
import type { EventStream } from "./open-stream.ts";
import type { OpenPages } from "./open-pages.ts";
import type { BaseSearch } from "./search-base.ts";
import { enginePath, searchPath, writeSearchModule } from "./search-module.ts";

export interface ServedPages {
  base: string;
  pages: OpenPages;
  stream: EventStream;
  search: BaseSearch;
  /** Counts the states of the notes: a page says which one it shows. */
  revision: number;
}

export interface ServeOptions {
  /** What it listens on. */
  host: string;
  /** Asked for each request, as pages and base change with the configuration; null while the notes are read. */
  current: () => ServedPages | null;
  onError: (path: string, error: unknown) => void;
}

/** Below the base. */
export const streamPath = "_dev/events";

export function servePages({ host, current, onError }: ServeOptions): Server {
  let folder = "";
  let assets: ReturnType<typeof sirv>;
  const open = (wanted: string): ReturnType<typeof sirv> => {
    if (wanted !== folder) {
      folder = wanted;
      // Their names change with what is in them.
      const setHeaders = (response: ServerResponse, path: string): void =>
        void (path.startsWith("/_assets/") && response.setHeader("cache-control", "max-age=31536000, immutable"));
      assets = sirv(folder, { dev: true, etag: true, dotfiles: false, setHeaders });
    }
    return assets;
  };
  return createServer((request, response) => {
    const served = current();
    const url = URL.parse(request.url ?? "/", "http://localhost");
    if (!isOurs(request, host) || url === null || !["GET", "HEAD"].includes(request.method ?? ""))
      return void response.writeHead(403, plain).end("This server shows a site of notes to its own pages only.\n");
    if (served === null) return void response.writeHead(503, { ...html, "retry-after": "1" }).end(early);
    const { base, pages, stream, revision } = served;
    const { pathname, search, searchParams } = url;
    if (pathname !== base && `${pathname}/` === base)
      return void response.writeHead(302, { location: base + search }).end();
    if (pathname === "/" && base !== "/") return void response.writeHead(302, { location: base }).end();
    if (pathname === base + streamPath) return stream.add(request, response);
    if (pathname === base + enginePath) return void response.writeHead(200, script).end(writeSearchModule(base));
    if (pathname === base + searchPath) {
      const filters = readFilters(searchParams.get("filters"));
      if (filters === null)
        return void response.writeHead(400, plain).end("Unexpected filters, expected lists by name\n");
      return void response
        .writeHead(200, json)
        .end(JSON.stringify(served.search.search(searchParams.get("words"), filters)));
    }
    const send = async (): Promise<void> => {
      try {
        const found = await pages.render(pathname);
        // Other servers of static files lead there, too.
        if (found === null && !pathname.endsWith("/") && (await pages.render(`${pathname}/`)) !== null)
          return void response.writeHead(302, { location: `${pathname}/${search}` }).end();
        const page = found ?? (await pages.render(`${base}404/`));
        const body = Buffer.from((await page?.arrayBuffer()) ?? new ArrayBuffer());
        response.writeHead(found === null ? 404 : (page?.status ?? 404), {
          "content-type": page?.headers.get("content-type") ?? "text/html; charset=utf-8",
          "content-length": body.length,
          "cache-control": "no-cache",
          "server-timing": `fixlore;desc="${revision}"`,
        });
        response.end(request.method === "HEAD" ? undefined : body);
      } catch (error) {
        onError(pathname, error);
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        response.writeHead(500, html);
        response.end(failed(message, base + streamPath));
      }
    };
    // Beside the assets is the code of the pages, in a folder that begins with a dot.
    if (!pathname.startsWith(base) || /\/(?:\.|%2e)/i.test(pathname)) return void send();
    request.url = pathname.slice(base.length - 1);
    open(pages.folder)(request, response, () => void send());
  });
}

const plain = { "content-type": "text/plain; charset=utf-8" };
const script = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
const json = { "content-type": "application/json", "cache-control": "no-store" };
const html = { "content-type": "text/html; charset=utf-8" };

/** Null where it is no list of texts by name. */
function readFilters(text: string | null): Record<string, string[]> | null {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    const isLists = Object.values(value as object).every((one) => Array.isArray(one));
    return typeof value === "object" && isLists ? (value as Record<string, string[]>) : null;
  } catch {
    return null;
  }
}

/** A page of another site may lead its own name to this address: it must not read what nobody has published yet. */
function isOurs({ headers }: IncomingMessage, host: string): boolean {
  const name = URL.parse(`http://${headers.host ?? ""}`)?.hostname.replace(/^\[|\]$/g, "") ?? "";
  return (
    name === host || isIP(name) !== 0 || name === hostname() || name === "localhost" || name.endsWith(".localhost")
  );
}

const early = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Reading the notes</title>
<p>The notes are being read…</p></html>`;

/** Comes back by itself when the next change is told. */
const failed = (message: string, events: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>This page could not be made</title>
<h1>This page could not be made.</h1><pre>${escapeHtml(message)}</pre>
<script>let seen = false; new EventSource(${JSON.stringify(events)}).addEventListener("state", () => seen ? location.reload() : (seen = true));</script>
</html>`;

/** A folder in, its address on a free port out: a plain static server below a base path. */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

export interface Served {
  /** With the base path, ends with a slash. */
  origin: string;
  close(): Promise<void>;
}

export async function serveFolder(folder: string, base = "/"): Promise<Served> {
  const prefix = `/${base}/`.replaceAll(/\/+/g, "/");
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(prefix) ? await find(join(folder, normalize(`/${path.slice(prefix.length)}`))) : null;
    if (file === null) response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    else
      response
        .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
        .end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function find(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isDirectory()) return find(join(path, "index.html"));
  return stats?.isFile() ? path : null;
}

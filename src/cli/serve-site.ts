/** A folder of files in, a server of them out. */
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { listen, type ListenOptions } from "./listen.ts";

export interface ServedSite {
  address: string;
  server: Server;
}

export async function serveSite(folder: string, base: string, where: ListenOptions): Promise<ServedSite> {
  const files = sirv(folder, { dev: true, etag: true, dotfiles: false });
  const missing = readFileSync(join(folder, "404.html"));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const notFound = (): void => {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      response.end(missing);
    };
    if (base !== "/" && path === "/") return void response.writeHead(302, { location: base }).end();
    if (!`${path}/`.startsWith(base)) return notFound();
    request.url = path.slice(base.length - 1) || "/";
    files(request, response, notFound);
  });
  return { server, address: (await listen(server, where)) + base };
}

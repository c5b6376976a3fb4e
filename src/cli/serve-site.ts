/** A folder of files in, a server of them on this machine out. */
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { CliError } from "./cli-error.ts";

export interface ServedSite {
  address: string;
  server: Server;
}

/** `port` 0 asks the system for one; a taken one is followed by the next nine where `isFixed` is not set. */
export async function serveSite(folder: string, base: string, port: number, isFixed: boolean): Promise<ServedSite> {
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
  for (let tries = 0; ; tries++) {
    try {
      await listen(server, port === 0 ? 0 : port + tries);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || isFixed || tries >= 9)
        throw new CliError("failure", `Port ${port + tries} cannot be used: ${(error as Error).message}`, [
          "Name another one with --port.",
        ]);
    }
  }
  const bound = server.address();
  return { server, address: `http://localhost:${typeof bound === "object" && bound ? bound.port : port}${base}` };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

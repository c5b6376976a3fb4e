/** A server, and where to listen in, its address out: on the port that was asked for, or the next that is free. */
import { isIP } from "node:net";
import type { Server } from "node:http";
import type { ArgsDef } from "citty";
import { CliError } from "./cli-error.ts";

const usualPort = 4321;
const loopback = "127.0.0.1";

export const listenArguments = {
  port: {
    type: "string",
    valueHint: "NUMBER",
    description: `Port to listen on (default: ${usualPort}, or the next that is free)`,
  },
  host: {
    type: "string",
    valueHint: "NAME",
    description: "Name or address to listen on, as 0.0.0.0 for other machines to reach it (default: this machine only)",
  },
} as const satisfies ArgsDef;

export interface ListenOptions {
  /** 0 asks the system for one. */
  port: number;
  /** Whether no other port will do. */
  isFixed: boolean;
  host: string;
}

/** Throws a usage error for what is no port. */
export function readListenOptions(typed: { port?: string | undefined; host?: string | undefined }): ListenOptions {
  const port = Number(typed.port ?? usualPort);
  if (typed.port !== undefined && (!/^\d+$/.test(typed.port) || port > 65_535))
    throw new CliError("usage", `Unexpected port "${typed.port}", expected a number from 0 to 65535`);
  return { port, isFixed: typed.port !== undefined, host: typed.host ?? loopback };
}

/** Gives the address without a path. A port that is taken is followed by the next nine, where another will do. */
export async function listen(server: Server, { port, isFixed, host }: ListenOptions): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      await tryPort(server, port === 0 ? 0 : port + tries, host);
      break;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "EADDRINUSE" || isFixed || tries >= 9)
        throw new CliError("failure", `Port ${port + tries} cannot be used: ${message}`, [
          "Name another one with --port.",
        ]);
    }
  }
  const bound = server.address();
  const number = typeof bound === "object" && bound ? bound.port : port;
  const isHere = [loopback, "0.0.0.0", "::", "::1", "localhost"].includes(host);
  return `http://${isHere ? "localhost" : isIP(host) === 6 ? `[${host}]` : host}:${number}`;
}

function tryPort(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

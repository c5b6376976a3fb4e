/** Browsers that listen in, a way to tell all of them something out: server-sent events, which any page of ours may read. */
import type { IncomingMessage, ServerResponse } from "node:http";

export interface EventStream {
  /** Keeps the answer open. The browser is told at once how things stand. */
  add(request: IncomingMessage, response: ServerResponse): void;
  /** Tells everybody how things stand now. */
  tell(): void;
  /** Tells everybody something else. */
  send(event: string, data: unknown): void;
  close(): void;
}

/** `describe` gives how things stand, as data. */
export function openStream(describe: () => object): EventStream {
  const open = new Set<ServerResponse>();
  const format = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const send = (event: string, data: unknown): void => {
    const text = format(event, data);
    for (const response of open) response.write(text);
  };
  return {
    add(request, response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // Who loses us asks again soon: the command may have been started anew.
      response.write(`retry: 500\n\n${format("state", describe())}`);
      open.add(response);
      request.on("close", () => open.delete(response));
    },
    tell: () => send("state", describe()),
    send,
    close: () => open.forEach((response) => response.end()),
  };
}

/** Data or text in, the response of an endpoint out: each JSON file says its version and kind. */
import type { APIRoute } from "astro";

export const schemaVersion = 1;

export const json = (kind: string, body: object): Response =>
  new Response(`${JSON.stringify({ schemaVersion, kind, ...body })}\n`, {
    headers: { "content-type": "application/json" },
  });

export const text = (body: string, type: string): Response =>
  new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });

export const png = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png" } });

export type { APIRoute };

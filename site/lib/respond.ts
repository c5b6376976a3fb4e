/** Data or text in, the response of an endpoint out: each JSON file says its version and kind, and no text holds what a terminal would act on. */
import type { APIRoute } from "astro";

export const schemaVersion = 1;

/** Control characters but tab and line end, marks that turn the text around them, and what XML has no place for. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** As escapes in JSON, which says the same. */
export const safeJson = (data: unknown): string =>
  JSON.stringify(data).replace(acting, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const json = (kind: string, body: object): Response =>
  new Response(`${safeJson({ schemaVersion, kind, ...body })}\n`, {
    headers: { "content-type": "application/json" },
  });

/** Where they stood a reader sees that something did. */
export const text = (body: string, type: string): Response =>
  new Response(body.toWellFormed().replace(acting, "\ufffd"), {
    headers: { "content-type": `${type}; charset=utf-8` },
  });

export const png = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png" } });

export type { APIRoute };

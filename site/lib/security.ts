/** The inline script that keeps the page from flashing in, the Content-Security-Policy that allows it and nothing else inline out. */
import { createHash } from "node:crypto";

/** Runs before the first paint: the reader's own choice of light or dark. */
export const themeScript = `(function(d){d.dataset.script="";try{var t=localStorage.getItem("fixlore-theme");if(t==="light"||t==="dark")d.dataset.theme=t}catch(e){}})(document.documentElement)`;

const themeHash = createHash("sha256").update(themeScript).digest("base64");

/**
 * `wasm-unsafe-eval` is for the search index's own WebAssembly; its worker goes by `script-src`. Nothing of another host is
 * loaded. Each page has it: what nothing asks for is not listed.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join(";");

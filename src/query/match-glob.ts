/** A pattern of a qualifier in, a test for names or paths out. `*` stops at a slash, `**` does not, `?` is one character. */
import { foldLabel } from "../model.ts";

const tests = new Map<string, RegExp>();
const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);

const foldName = (text: string): string => text.toLowerCase().replace(/[\s_]+/g, "-");

function globSource(pattern: string, within: string): string {
  return pattern.replace(/\/\*\*\/|\/\*\*$|^\*\*\/|\*+|[^*]/gsu, (part) => {
    if (part === "/**/") return "/(?:.*/)?";
    if (part === "/**") return "/.*";
    if (part === "**/") return "(?:.*/)?";
    if (part[0] === "*") return part.length > 1 ? ".*" : within;
    return part === "?" ? within.replace(/[*]$/, "") : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
}

/** Compiled once a pattern. */
function compile(key: string, source: () => string): RegExp {
  let test = tests.get(key);
  if (test === undefined) tests.set(key, (test = new RegExp(source(), "su")));
  return test;
}

/** Names: case, `_`, `-` and spaces are the same; the whole name must match. `*` crosses slashes here. */
export function matchName(pattern: string, name: string): boolean {
  return matchFolded(foldName(pattern), foldName(name));
}

/** Components and tags: as names, and nothing of what stands between words counts. */
export function matchLabel(pattern: string, label: string): boolean {
  return matchFolded(foldLabel(pattern), foldLabel(label));
}

function matchFolded(wanted: string, folded: string): boolean {
  if (!hasWildcard(wanted)) return wanted === folded;
  return compile(`name ${wanted}`, () => `^${globSource(wanted, ".*")}$`).test(folded);
}

/**
 * Paths, case folded. Without wildcards: whole segments side by side, the last with or without its extension
 * ("server" finds "cmd/server.go", "cmd" finds all in that folder). With wildcards: from any segment on to the end of
 * the path, or from its beginning where the pattern begins with a slash; a final slash stands for all inside.
 */
export function matchPath(pattern: string, path: string): boolean {
  let wanted = pattern.toLowerCase().replace(/^(?:\.\/)+/, "");
  const whole = path.toLowerCase().replace(/^(?:\.\/)+/, "");
  const start = wanted.startsWith("/") ? "^/?" : "(?:^|/)";
  wanted = wanted.replace(/^\/(?=.)/, "");
  if (!hasWildcard(wanted)) {
    const segments = wanted.replace(/(?<!\/)\/+$/, "");
    return compile(`part ${start}${wanted}`, () => `${start}${globSource(segments, "[^/]*")}(?:/|$|\\.[^./]+$)`).test(
      whole,
    );
  }
  if (wanted.endsWith("/")) wanted += "**";
  return compile(`path ${start}${wanted}`, () => `${start}${globSource(wanted, "[^/]*")}$`).test(whole);
}

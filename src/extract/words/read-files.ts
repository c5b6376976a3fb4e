/** Text in, references to source files out: `path/to/file.go:517`, `file.ts (lines 40-52)`; no addresses, no documents. */
import { listWords } from "./list-words.ts";
import type { FileReference } from "../../model.ts";

/** Extensions of source, test and configuration files. Documents are links, not files of an issue. */
const extensions = listWords(`
    go, ts, tsx, js, jsx, mjs, cjs, mts, cts, py, pyi, rb, rs, java, kt, kts, scala, clj, cs, fs, vb, c, h, cc,
    cpp, cxx, hpp, hh, m, mm, swift, php, pl, pm, lua, r, R, jl, dart, ex, exs, erl, hs, elm, ml, nim, zig, v, sv,
    vhd, sol, sh, bash, zsh, fish, ps1, bat, cmd, sql, graphql, gql, proto, thrift, json, json5, jsonc, yaml,
    yml, toml, ini, cfg, conf, env, xml, plist, gradle, properties, tf, hcl, rego, cue, html, htm, css, scss,
    sass, less, vue, svelte, astro, mdx, ejs, hbs, tmpl, tpl, j2, mod, sum, lock, mk, cmake, bazel, bzl,
    dockerfile, Dockerfile, ipynb, csv, service, timer, rst, ino, gd, tscn, ui, qml, asm, s, ld, dts, patch,
    snap, spec, rules, crt, pem, prisma, http
  `);
const names = listWords(`
    Dockerfile, Makefile, Jenkinsfile, Gemfile, Rakefile, Procfile, Vagrantfile, CMakeLists.txt,
    requirements.txt, go.mod, go.sum, .env, .gitignore, .dockerignore, .npmrc, .eslintrc
  `);

const segment = String.raw`[\p{L}\p{N}_@~$+{}\[\]-]`;
const path = new RegExp(
  String.raw`(?<![\p{L}\p{N}_./:@-])((?:\.{0,2}/)?(?:[\p{L}\p{N}_@~$+.{}\[\]()*-]{1,80}/){0,15}(?:` +
    String.raw`\.?${segment}{1,100}(?:\.[\p{L}\p{N}_+-]{1,40}){0,4}\.(?:${extensions.join("|")})|(?:${names.map((name) => name.replace(/\./g, "\\.")).join("|")})(?:\.[\p{L}\p{N}_-]{1,30})?))` +
    String.raw`(?![\p{L}\p{N}_/]|\.[\p{L}\p{N}]|-[\p{L}\p{N}]|\()` +
    String.raw`(?::L?(\d{1,6})(?:[-–](\d{1,6}))?|#L(\d{1,6})(?:-L?(\d{1,6}))?)?`,
  "gu",
);
const linesAfter =
  /^[`*\s]*(?:[(,]\s*)?(?:at |on |near |around )?(?:~\s*)?(?:lines?|ln|l\.|zeilen?|líneas?|linhas?|行)[\s:#~]*(\d{1,6})(?:\s*(?:[-–]|to|,)\s*(\d{1,6}))?/iu;
const noteAfter = /^[`*\s]*[(（]([^()（）\n]{1,60})[)）]/u;

/** Reads every file that a text names, in its order, each path with its first line number once. */
export function readFiles(text: string): FileReference[] {
  const found: FileReference[] = [];
  for (const match of text.matchAll(path)) {
    const name = (match[1] ?? "").replace(/^[([]+(?![^([\])]*[)\]])/, "");
    if (isAddress(text, match.index) || !isPath(name)) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 100);
    const lines = linesAfter.exec(after);
    const line = match[2] ?? match[4] ?? lines?.[1];
    const endLine = match[3] ?? match[5] ?? lines?.[2];
    const note = lines ? null : (noteAfter.exec(after)?.[1] ?? null);
    found.push({ path: name, line: line ? Number(line) : null, endLine: endLine ? Number(endLine) : null, note });
  }
  return found;
}

/** Unites references: the same path and line is one; a path without a line gives way to the same with one. */
export function mergeFiles(files: FileReference[]): FileReference[] {
  const merged: FileReference[] = [];
  for (const file of files) {
    const same = merged.find(
      (other) =>
        isSameFile(other.path, file.path) && (other.line === file.line || other.line === null || file.line === null),
    );
    if (!same) merged.push({ ...file });
    else if (same.line === null && file.line !== null) Object.assign(same, { line: file.line, endLine: file.endLine });
    if (same && same.note === null) same.note = file.note;
  }
  return merged;
}

/** "/src/x.ts", "./src/x.ts" and "src/x.ts" are one file of the repository. */
function isSameFile(a: string, b: string): boolean {
  return a === b || a.replace(/^\.?\//, "") === b.replace(/^\.?\//, "");
}

function isAddress(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 60), index);
  return (
    /(?:https?|ftp|git|ssh|file):\/{0,3}[^\s`)]*$/i.test(before) ||
    /[a-z0-9]\.(?:com|io|org|net|dev)\/[^\s`)]*$/i.test(before + text.slice(index, index + 1))
  );
}

/** "e.g", "Node.js" and "v1.2.c" look like files and are none. */
function isPath(name: string): boolean {
  const base = name.slice(name.lastIndexOf("/") + 1);
  if (
    /^(?:node|vue|next|nuxt|react|express|three|d3|socket|chart|alpine|backbone|ember|asp|moment|discord|p5|deck|solid|angular|day|nest|electron|web)\.js$/i.test(
      name,
    )
  )
    return false;
  if (/^\.(?:d\.ts|[a-z]{1,4})$/.test(name)) return false;
  if (/^\d+(?:\.\d+)*\.\w$/.test(base) || /^(?:e\.g|i\.e)\b/.test(base)) return false;
  return true;
}

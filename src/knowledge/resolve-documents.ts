/** The targets of document links in, the notes of the base that they lead to out. */
import { posix } from "node:path";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { DocumentLink, SessionReport } from "../model.ts";

export type ResolveTarget = (target: string, from: string) => string | null;

/** A target leads to the note at its relative path, else to the only note whose path ends like it. */
export function createResolver(paths: readonly string[]): ResolveTarget {
  const known = new Set(paths);
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = posix.basename(path).toLowerCase();
    const sharing = byName.get(name);
    if (sharing === undefined) byName.set(name, [path]);
    else sharing.push(path);
  }
  const resolve = (target: string, folder: string): string | null => {
    const wanted = localPath(target);
    if (wanted === null) return null;
    const relative = posix.join(folder, wanted);
    if (known.has(relative)) return relative;
    const candidates = byName.get(posix.basename(wanted).toLowerCase()) ?? [];
    if (candidates.length <= 1) return candidates[0] ?? null;
    const tail = `/${posix
      .normalize(wanted)
      .replace(/^(?:\.\.?\/)+/, "")
      .toLowerCase()}`;
    const ending = candidates.filter((path) => `/${path.toLowerCase()}`.endsWith(tail));
    return ending.length === 1 ? ending[0]! : null;
  };
  // The notes of a folder name the same documents again and again.
  const folders = new Map<string, Map<string, string | null>>();
  return (target, from) => {
    const folder = posix.dirname(from);
    let answers = folders.get(folder);
    if (answers === undefined) folders.set(folder, (answers = new Map()));
    let answer = answers.get(target);
    if (answer === undefined) answers.set(target, (answer = resolve(target, folder)));
    return answer;
  };
}

/** The path of a target without its anchor, null for an address. */
function localPath(target: string): string | null {
  if (/^[a-z][a-z0-9+.-]+:/i.test(target) || target.startsWith("//")) return null;
  const path = target
    .replace(/[#?].*$/s, "")
    .replaceAll("\\", "/")
    .trim();
  try {
    return path === "" ? null : decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `paths` are where the targets lead, in the same order. A note that names itself is no document beside it. */
export function resolveDocuments(
  documents: readonly DocumentLink[],
  from: string,
  paths: readonly (string | null)[],
): DocumentLink[] {
  return documents.map((document, at) => {
    const path = paths[at] ?? null;
    return { ...document, path: path === from ? null : path };
  });
}

const noteName = /\.(?:md|markdown|mdown|txt)$/i;

/** One diagnostic for each linked note that is not in the base. Links to code and to addresses are not judged. */
export function diagnoseDangling(session: SessionReport, paths: readonly (string | null)[]): Diagnostic[] {
  return session.documents
    .filter(({ target }, at) => paths[at] === null && noteName.test(localPath(target) ?? ""))
    .map(({ target, place }) =>
      createDiagnostic({
        file: session.path,
        place,
        severity: "info",
        ruleId: "dangling-document",
        message: `Unexpected link to "${target}", expected a note of this base`,
        note: "Add the document, correct its path, or leave it: the link is shown as text.",
      }),
    );
}

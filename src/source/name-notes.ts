/** Turns the notes found in several folders into notes with a path each of their own. */

export interface FoundNote {
  /** Relative, `/` between segments. */
  path: string;
  /** Absolute path of the folder it was found from. */
  folder: string;
  absolute: string;
  /** `absolute` with links resolved: two notes with the same are one. */
  real: string;
}

/** The last `depth` names of the folder, before the path. */
function prefixed({ path, folder }: FoundNote, depth: number): string {
  const names = folder.split(/[\\/]/).filter((name) => name !== "");
  return depth === 0 ? path : [...names.slice(-depth), path].join("/");
}

/**
 * Sorted by path. A file found twice is one note, under the path it was found by first. Notes of different folders
 * with the same path get as many names of their folders before it as it takes to tell them apart.
 */
export function nameNotes(found: readonly FoundNote[]): FoundNote[] {
  const unique = new Map<string, FoundNote>();
  for (const note of found) {
    const known = unique.get(note.real);
    if (!known || isNearer(note, known)) unique.set(note.real, note);
  }
  let named = [...unique.values()].map((note) => ({ note, depth: 0, path: note.path }));
  for (;;) {
    const counts = new Map<string, number>();
    for (const { path } of named) counts.set(path, (counts.get(path) ?? 0) + 1);
    let isChanged = false;
    named = named.map((entry) => {
      if (counts.get(entry.path) === 1) return entry;
      const path = prefixed(entry.note, entry.depth + 1);
      if (path === entry.path) return entry;
      isChanged = true;
      return { note: entry.note, depth: entry.depth + 1, path };
    });
    if (!isChanged) break;
  }
  return named
    .map(({ note, path }) => ({ ...note, path }))
    .sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}

/** A link inside a folder yields to the file it leads to. */
function isNearer(note: FoundNote, known: FoundNote): boolean {
  return note.absolute === note.real && known.absolute !== known.real && note.folder === known.folder;
}

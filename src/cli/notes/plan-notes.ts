/** Notes that were taken in, for each what is there already and what is like it out. */
import { join, relative } from "node:path";
import { findAlikeNotes } from "../../knowledge/find-alike-notes.ts";
import { freePath } from "./create-file.ts";
import type { OpenNotes } from "./open-notes.ts";
import type { TakenNote } from "./take-note.ts";

export interface Plan {
  note: TakenNote;
  /** Where it is to be written. */
  path: string;
  /** Path of a note that says the very same: nothing is to be written. */
  same: string | null;
  /** Paths of notes that say much of the same, with the part they share. */
  alike: { path: string; share: number }[];
}

/** Each is told from the notes that are there and from those before it. */
export function planNotes(notes: readonly TakenNote[], { base, folder }: OpenNotes): Plan[] {
  const taken = new Set<string>();
  const sessions: { path: string; slug: string; source: string }[] = [...base.sessions];
  return notes.map((note) => {
    const alike = findAlikeNotes(note.text, sessions);
    const found = alike.map(({ session, share }) => ({ path: join(folder, session.path), share }));
    const same = found.find(({ share }) => share === 1)?.path ?? null;
    const path = freePath(join(folder, note.name), taken);
    if (same === null) {
      taken.add(path);
      sessions.push({ path: relative(folder, path), slug: "", source: note.text });
    }
    return { note, path, same, alike: found };
  });
}

/** Notes that were taken in, for each what is there already and what is like it out. */
import { join, relative } from "node:path";
import { findAlikeNotes } from "../../knowledge/find-alike-notes.ts";
import { findSecrets } from "../../rules/index.ts";
import { placeOf } from "../../source/place-of.ts";
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
  /** What the text should not be published with: the line of each, and the kind of secret. */
  secrets: { line: number; what: string }[];
}

/** Each is told from the notes that are there and from those before it. */
export async function planNotes(notes: readonly TakenNote[], { base, folder }: OpenNotes): Promise<Plan[]> {
  const taken = new Set<string>();
  const sessions: { path: string; slug: string; source: string }[] = [...base.sessions];
  const plans: Plan[] = [];
  for (const note of notes) {
    const found = await findSecrets(note.name, note.text);
    const secrets = found.map(({ start, end, what }) => ({ line: placeOf(note.text, start, end).start.line, what }));
    plans.push({ ...planNote(note), secrets });
  }
  return plans;

  function planNote(note: TakenNote): Omit<Plan, "secrets"> {
    const alike = findAlikeNotes(note.text, sessions);
    const found = alike.map(({ session, share }) => ({ path: join(folder, session.path), share }));
    const same = found.find(({ share }) => share === 1)?.path ?? null;
    const path = freePath(join(folder, note.name), taken);
    if (same === null) {
      taken.add(path);
      sessions.push({ path: relative(folder, path), slug: "", source: note.text });
    }
    return { note, path, same, alike: found };
  }
}

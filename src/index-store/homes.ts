/**
 * The home of a record is the first note that it is made of. A plan, or notes that have changed, in; the records of all
 * homes about which anything is different out: the rest need not be looked at one by one.
 */
import type { DatabaseSync } from "node:sqlite";
import type { PlannedRecord } from "./schema.ts";

export interface KnownRecord extends PlannedRecord {
  number: number;
  recipe: string;
}

export interface ChangedHomes<Plan> {
  planned: Plan[];
  /** What the index has of the same homes. */
  known: KnownRecord[];
}

/** How plans are told apart: what those of a home depend on as a short text, and the notes that a record is made of. */
export interface Recipes<Plan> {
  write(plans: readonly Plan[]): string;
  /** The home comes first. */
  notesOf(plan: Plan): readonly string[];
}

/** Both are to be called in the transaction that brings the records up to the plan: they note the homes as they are to be. */
export interface Homes<Plan> {
  /** After an edit nearly all homes are as they were: one comparison each costs half of one for each record. */
  compare(plans: readonly Plan[]): ChangedHomes<Plan>;
  /** Where the plan itself has stayed, the plans that were kept will do for the homes with records made of these notes. */
  recall(paths: readonly string[]): ChangedHomes<Plan>;
}

export function openHomes<Plan>(database: DatabaseSync, { write, notesOf }: Recipes<Plan>): Homes<Plan> {
  const recordsOf = database.prepare("SELECT number, kind, slug, recipe FROM _records WHERE home = ?");
  const loadKnown = (home: string) => recordsOf.all(home) as unknown as KnownRecord[];
  const keep = (home: string, recipe: string, plans: readonly Plan[]): void => {
    forget(home);
    addHome.run(home, recipe, plans.length, JSON.stringify(plans));
    for (const note of new Set(plans.flatMap(notesOf))) addNote.run(note, home);
  };
  const addHome = database.prepare("INSERT INTO _homes VALUES (?, ?, ?, ?)");
  const addNote = database.prepare("INSERT INTO _home_notes VALUES (?, ?)");
  const dropHome = database.prepare("DELETE FROM _homes WHERE path = ?");
  const dropNotes = database.prepare("DELETE FROM _home_notes WHERE home = ?");
  const forget = (home: string): void => {
    dropHome.run(home);
    dropNotes.run(home);
  };
  return {
    compare(plans) {
      // A home counts as known where it has all its records still.
      const knownHomes = database.prepare(
        `SELECT path, recipe FROM _homes JOIN (SELECT home, count(*) AS found FROM _records GROUP BY home) ON home = path
          WHERE found = records`,
      );
      knownHomes.setReturnArrays(true);
      const before = new Map(knownHomes.all() as unknown as [path: string, recipe: string][]);
      const homes = Map.groupBy(plans, (plan) => notesOf(plan)[0]!);
      const changed: ChangedHomes<Plan> = { planned: [], known: [] };
      const same = new Set<string>();
      for (const [path, planned] of homes) {
        const recipe = write(planned);
        if (before.get(path) === recipe) {
          same.add(path);
          continue;
        }
        keep(path, recipe, planned);
        changed.planned.push(...planned);
      }
      const written = database.prepare("SELECT DISTINCT home FROM _records").all() as unknown as { home: string }[];
      for (const { home } of written) {
        if (same.has(home)) continue;
        if (!homes.has(home)) forget(home);
        changed.known.push(...loadKnown(home));
      }
      return changed;
    },
    recall(paths) {
      const homesOf = database.prepare("SELECT home, plans FROM _home_notes JOIN _homes ON path = home WHERE note = ?");
      const found = paths.flatMap((path) => homesOf.all(path) as unknown as { home: string; plans: string }[]);
      const changed: ChangedHomes<Plan> = { planned: [], known: [] };
      for (const [home, text] of new Map(found.map(({ home, plans }) => [home, plans]))) {
        const planned = JSON.parse(text) as Plan[];
        keep(home, write(planned), planned);
        changed.planned.push(...planned);
        changed.known.push(...loadKnown(home));
      }
      return changed;
    },
  };
}

/** The records of a plan in, those of notes about which anything is different out: the rest need not be looked at one by one. */
import type { DatabaseSync } from "node:sqlite";
import type { RecordKind } from "./schema.ts";

export interface KnownRecord {
  number: number;
  kind: RecordKind;
  slug: string;
  recipe: string;
}

export interface ChangedHomes<Plan> {
  planned: Plan[];
  /** What the index has of the same homes. */
  known: KnownRecord[];
}

/**
 * The home of a record is the first note that it is made of. After an edit nearly all homes are as they were, and one
 * comparison for each of them costs little more than half of one for each record. To be called in the transaction that
 * brings the records up to the plan, as it notes the homes as they are to be. `writeRecipe` gives what the plans of a
 * home depend on, as a short text.
 */
export function compareHomes<Plan>(
  database: DatabaseSync,
  homes: ReadonlyMap<string, readonly Plan[]>,
  writeRecipe: (plans: readonly Plan[]) => string,
): ChangedHomes<Plan> {
  // A home counts as known where it has all its records still.
  const knownHomes = database.prepare(
    `SELECT path, recipe FROM _homes JOIN (SELECT home, count(*) AS found FROM _records GROUP BY home) ON home = path
      WHERE found = records`,
  );
  knownHomes.setReturnArrays(true);
  const before = new Map(knownHomes.all() as unknown as [path: string, recipe: string][]);
  const keep = database.prepare("INSERT OR REPLACE INTO _homes VALUES (?, ?, ?)");
  const forget = database.prepare("DELETE FROM _homes WHERE path = ?");
  const recordsOf = database.prepare("SELECT number, kind, slug, recipe FROM _records WHERE home = ?");
  const changed: ChangedHomes<Plan> = { planned: [], known: [] };
  const same = new Set<string>();
  for (const [path, plans] of homes) {
    const recipe = writeRecipe(plans);
    if (before.get(path) === recipe) {
      same.add(path);
      continue;
    }
    keep.run(path, recipe, plans.length);
    changed.planned.push(...plans);
  }
  const written = database.prepare("SELECT DISTINCT home FROM _records").all() as unknown as { home: string }[];
  for (const { home } of written) {
    if (same.has(home)) continue;
    if (!homes.has(home)) forget.run(home);
    changed.known.push(...(recordsOf.all(home) as unknown as KnownRecord[]));
  }
  return changed;
}

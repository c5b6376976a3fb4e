/** The issues of an index in, its table of relations out: made when somebody asks for it, for one issue can change those of all. */
import type { SQLOutputValue } from "node:sqlite";
import type { Issue, Relation } from "../model.ts";
import type { Index } from "./open-index.ts";

/** Whether relations are as the issues are now. */
export function areRelated({ database }: Index): boolean {
  return database.prepare("SELECT related FROM _base").get()?.["related"] === 1;
}

/** To be called in a transaction. `relate` gets what `Stages.describe` gave for each issue, and gives the related issues by slug. */
export function relateRecords<Traits>(
  { database }: Index,
  relate: (traits: readonly Traits[]) => ReadonlyMap<string, readonly Relation[]>,
): void {
  const traits = database.prepare("SELECT data FROM _traits").all();
  const related = relate(traits.map(({ data }) => JSON.parse(data as string) as Traits));
  database.exec("DELETE FROM relations");
  const insert = database.prepare("INSERT INTO relations VALUES (?, ?, ?, ?)");
  for (const [issue, relations] of related)
    for (const [at, { slug, reasons }] of relations.entries()) insert.run(issue, at + 1, slug, JSON.stringify(reasons));
  database.exec("UPDATE _base SET related = 1");
}

/** Fills in `related` of the issues. */
export function loadRelations(database: Index["database"], issues: ReadonlyMap<string, Issue>): void {
  // Few issues are looked up, all are read through.
  const rows =
    issues.size > 500
      ? database.prepare(`${selectRelations} ORDER BY issue, rank`).all()
      : [...issues.keys()].flatMap((slug) =>
          database.prepare(`${selectRelations} WHERE issue = ? ORDER BY rank`).all(slug),
        );
  for (const [slug, related] of groupRelations(rows)) issues.get(slug)?.related.push(...related);
}

/** Of all issues that have any, by slug. */
export function listRelations({ database }: Index): Map<string, Relation[]> {
  return groupRelations(database.prepare(`${selectRelations} ORDER BY issue, rank`).all());
}

const selectRelations = "SELECT issue, related, reasons FROM relations";

function groupRelations(rows: readonly Record<string, SQLOutputValue>[]): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>();
  for (const { issue, related, reasons } of rows) {
    const slug = issue as string;
    const list = relations.get(slug) ?? [];
    list.push({ slug: related as string, reasons: JSON.parse(reasons as string) as string[] });
    relations.set(slug, list);
  }
  return relations;
}

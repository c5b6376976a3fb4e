/** What a user typed for a record in, the records it can mean out. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { RecordKind } from "../query/index.ts";

export interface NamedRecord {
  kind: RecordKind;
  record: Issue | Lesson | Session;
  /** Everything it can be called by. */
  names: string[];
}

const fold = (text: string): string =>
  text.trim().toLowerCase().replaceAll("_", "-").replace(/^#/, "").replace(/^\.\//, "");

function listRecords({ issues, lessons, sessions }: KnowledgeBase): NamedRecord[] {
  return [
    ...issues.map((record): NamedRecord => ({
      kind: "issue",
      record,
      names: [record.slug, ...(record.id === null ? [] : [record.id])],
    })),
    ...lessons.map((record): NamedRecord => ({ kind: "lesson", record, names: [record.slug] })),
    ...sessions.map((record): NamedRecord => ({ kind: "session", record, names: [record.slug, record.path] })),
  ];
}

/** How a name may be meant, surest first: the first way that finds something is the way it was meant. */
const ways: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  (name, typed) => name.startsWith(typed),
  // The hash at the end of an address, which tables show for want of an identifier.
  (name, typed) => name.endsWith(`-${typed}`) || name.endsWith(`/${typed}`),
];

/** Several where the name is ambiguous, none where nothing is called so. */
export function findRecord(base: KnowledgeBase, typed: string): NamedRecord[] {
  const wanted = fold(typed);
  if (wanted === "") return [];
  const all = listRecords(base);
  for (const isMeant of ways) {
    const found = all.filter(({ names }) => names.some((name) => isMeant(fold(name), wanted)));
    if (found.length > 0) return found;
  }
  return [];
}

/** Every name of every record: to suggest from. */
export function listNames(base: KnowledgeBase): string[] {
  return listRecords(base).flatMap(({ names }) => names);
}

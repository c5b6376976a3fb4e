/** What a user typed for a record in, the records it can mean out. */
import type { RecordName } from "../index-store/index.ts";

const fold = (text: string): string =>
  text.trim().toLowerCase().replaceAll("_", "-").replace(/^#/, "").replace(/^\.\//, "");

/** Everything that a record can be called by. */
export function namesOf({ slug, id, path }: RecordName): string[] {
  return [slug, id, path].filter((name) => name !== null);
}

/** How a name may be meant, surest first: the first way that finds something is the way it was meant. */
const ways: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  // "SHOP-1" is no beginning of SHOP-12.
  (name, typed) => name.startsWith(typed) && !(/\d$/.test(typed) && /\d/.test(name.charAt(typed.length))),
  // The hash at the end of an address, which tables show for want of an identifier.
  (name, typed) => name.endsWith(`-${typed}`) || name.endsWith(`/${typed}`),
];

/** Several where the name is ambiguous, none where nothing is called so. */
export function findRecord(records: readonly RecordName[], typed: string): RecordName[] {
  const wanted = fold(typed);
  if (wanted === "") return [];
  // Two issues may have one identifier; an address is one record's alone.
  const addressed = records.filter(({ slug }) => slug === typed);
  if (addressed.length === 1) return addressed;
  for (const isMeant of ways) {
    const found = records.filter((record) => namesOf(record).some((name) => isMeant(fold(name), wanted)));
    if (found.length > 0) return found;
  }
  return [];
}

/** The other records that notes call by the same identifier: whoever asks for one should know of them. */
export function findNamesakes(records: readonly RecordName[], { id, slug }: RecordName): RecordName[] {
  return id === null ? [] : records.filter((other) => other.id === id && other.slug !== slug);
}

/** Names of records in, their addresses out: lower case, ASCII, no two alike, the same from one build to the next. */
import { createHash } from "node:crypto";

const longest = 60;
/** Windows makes no file or folder of such a name, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Lower-case letters, digits and hyphens, cut at a word; "" where nothing of the text can be written so. */
export function toSlug(text: string): string {
  const slug = text
    .normalize("NFKD")
    .replace(/['’\p{M}]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (reserved.test(slug)) return `${slug}-0`;
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.slice(0, cut.lastIndexOf("-") > longest / 2 ? cut.lastIndexOf("-") : longest);
}

/** Six hexadecimal digits out of the parts: what tells two records of one name apart. */
export function shortHash(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 6);
}

export interface Claim<Record> {
  /** What the record would like to be called; not "". */
  wanted: string;
  /** What tells it apart from others of that name, stable under edits elsewhere; null when `wanted` has that in it. */
  identity: string | null;
  record: Record;
}

export interface NamedRecord<Record> {
  slug: string;
  record: Record;
  /** The record that has the wanted address, where it was taken. */
  takenBy: Record | null;
}

/** Gives each record its address; who comes first keeps the name, the next gets a hash of its identity, or a number. */
export function nameRecords<Record>(claims: readonly Claim<Record>[]): NamedRecord<Record>[] {
  const owners = new Map<string, Record>();
  return claims.map(({ wanted, identity, record }) => {
    const takenBy = owners.get(wanted) ?? null;
    const own = takenBy === null || identity === null ? wanted : `${wanted}-${shortHash(identity)}`;
    let slug = own;
    for (let copy = 2; owners.has(slug); copy++) slug = `${own}-${copy}`;
    owners.set(slug, record);
    return { slug, record, takenBy };
  });
}

/** The target of a link as a note writes it in, an address of the site or of the outside out, or null where it leads nowhere. */
import { posix } from "node:path";

export interface NoteAddresses {
  /** Address of a note's page, base included, by the path of the note. */
  ofNote(path: string): string | null;
  /** Paths of notes with this file name. */
  named(fileName: string): readonly string[];
  /** Whether the page of the note has an element with this id. */
  hasAnchor(path: string, id: string): boolean;
}

export interface ResolvedLink {
  href: string;
  isOutgoing: boolean;
}

/** Without the slashes a browser reads an address as one of the web or of this site, as the page it stands on has it. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const headingId = (fragment: string): string => `h-${fragment}`;

/** `from` is the path of the note that holds the link. */
export function resolveLink(target: string, from: string, addresses: NoteAddresses): ResolvedLink | null {
  if (target.startsWith("//") || scheme.test(target)) {
    const href = target.startsWith("//") ? `https:${target}` : target;
    // Notes are full of addresses with a placeholder for the port, which lead nowhere.
    const leadsOut = isWebAddress(href) || (/^mailto:/i.test(href) && URL.canParse(href));
    return leadsOut ? { href, isOutgoing: true } : null;
  }
  const [withoutFragment = "", fragment = ""] = splitOnce(decode(target), "#");
  const path = withoutFragment === "" ? from : findNote(withoutFragment, from, addresses);
  const address = path === null ? null : addresses.ofNote(path);
  if (path === null || address === null) return null;
  const id = [headingId(fragment), `note-${fragment}`].find((id) => fragment !== "" && addresses.hasAnchor(path, id));
  if (withoutFragment === "" && id === undefined) return null;
  return { href: id === undefined ? address : `${address}#${encodeURIComponent(id)}`, isOutgoing: false };
}

function findNote(target: string, from: string, addresses: NoteAddresses): string | null {
  const clean = splitOnce(target, "?")[0] ?? "";
  const joined = clean.startsWith("/") ? clean.slice(1) : posix.join(posix.dirname(from), clean);
  if (addresses.ofNote(joined) !== null) return joined;
  const named = addresses.named(posix.basename(clean));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

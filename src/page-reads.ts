/** What a page asks of the base while it is made in, what would change the page out: asked the same again, it is the same page. */
import { hash } from "node:crypto";

/** What a page has read. It is the same again where each of `keys` leads to the same again. */
export interface PageTrace {
  /** Door and argument, each read once. */
  keys: readonly string[];
  /** Of all that they led to, in their order. */
  digest: string;
}

/** A way to look something up: pure, of the base and one text. Gives records, texts, numbers or lists of them. */
export type Door<Found> = (argument: string) => Found;

export interface PageReads {
  /** Makes a page be known by what it reads: it must get nothing but by doors, and no properties. */
  open(): void;
  /** Goes through a door, for the page under way. What the door itself reads is no concern of the page. */
  through<Found>(name: string, argument: string, door: Door<Found>): Found;
  /** Something was read that no door vouches for: the page under way is made anew in each build. */
  spoil(): void;
  begin(): void;
  /** Null where the page cannot be known by what it read. */
  end(): PageTrace | null;
  isSame(trace: PageTrace): boolean;
}

interface PageUnderWay {
  keys: Set<string>;
  isOpen: boolean;
  isSpoilt: boolean;
}

const separator = "\0";

/** One for a base: what was found through a door is looked up and summed up once. */
export function createPageReads(): PageReads {
  const doors = new Map<string, Door<unknown>>();
  const digests = new Map<string, string>();
  const ofObject = new WeakMap<object, string>();
  let page: PageUnderWay | null = null;

  const withoutPage = <Result>(work: () => Result): Result => {
    const held = page;
    page = null;
    try {
      return work();
    } finally {
      page = held;
    }
  };
  const digestOf = (found: unknown): string => {
    if (Array.isArray(found)) return hash("sha1", `[${found.map(digestOf).join()}]`);
    if (typeof found === "string") return hash("sha1", found);
    if (typeof found !== "object" || found === null) return String(found);
    const known = ofObject.get(found);
    if (known !== undefined) return known;
    const made = hash("sha1", JSON.stringify(found));
    ofObject.set(found, made);
    return made;
  };
  /** Null where nobody has gone through the door yet: the page that will is made. */
  const digestAt = (key: string): string | null => {
    const known = digests.get(key);
    if (known !== undefined) return known;
    const at = key.indexOf(separator);
    const door = doors.get(key.slice(0, at));
    if (door === undefined) return null;
    const made = withoutPage(() => digestOf(door(key.slice(at + 1))));
    digests.set(key, made);
    return made;
  };
  const digestAll = (keys: Iterable<string>): string | null => {
    const parts: string[] = [];
    for (const key of keys) {
      const digest = digestAt(key);
      if (digest === null) return null;
      parts.push(digest);
    }
    return hash("sha1", JSON.stringify(parts));
  };

  return {
    open() {
      if (page !== null) page.isOpen = true;
    },
    through(name, argument, door) {
      doors.set(name, door);
      page?.keys.add(name + separator + argument);
      return withoutPage(() => door(argument));
    },
    spoil() {
      if (page !== null) page.isSpoilt = true;
    },
    begin() {
      // One at a time: of two pages that are made at once nobody can tell who reads.
      page = { keys: new Set(), isOpen: false, isSpoilt: page !== null };
    },
    end() {
      const ended = page;
      page = null;
      if (ended === null || !ended.isOpen || ended.isSpoilt) return null;
      const digest = digestAll(ended.keys);
      return digest === null ? null : { keys: [...ended.keys], digest };
    },
    isSame: ({ keys, digest }) => digestAll(keys) === digest,
  };
}

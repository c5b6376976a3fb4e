/** The site built last and what its pages read in, a way to take over each page that would be the same out. */
import { join } from "node:path";
import { giveSecondName } from "../give-second-name.ts";
import type { PageReads, PageTrace } from "../page-reads.ts";
import { createFolderMaker } from "./make-folders.ts";

/** What pages have read, by the names of their files. Kept with each key once: most are those of many pages. */
export interface KeptTraces {
  keys: string[];
  pages: [file: string, digest: string, keys: number[]][];
}

export interface PageReuse {
  /** Puts a page of the last site in the new one; false where it has to be made. */
  take(file: string): boolean;
  /** What a page that was made has read; null where nothing vouches for it. */
  note(file: string, trace: PageTrace | null): void;
  /** Of all pages taken and made. */
  traces(): KeptTraces;
}

/** `last` is null where there is no site, or not what was built. */
export function reusePages(from: string, to: string, last: KeptTraces | null, isSame: PageReads["isSame"]): PageReuse {
  const known = new Map(last?.pages.map((page) => [page[0], page]));
  const fresh = new Map<string, PageTrace>();
  const makeFolder = createFolderMaker(to);
  return {
    take(file) {
      const page = known.get(file);
      if (page === undefined || last === null) return false;
      const trace = { keys: page[2].map((key) => last.keys[key] ?? ""), digest: page[1] };
      if (!isSame(trace)) return false;
      const target = join(to, file);
      makeFolder(target);
      if (!giveSecondName(join(from, file), target)) return false;
      fresh.set(file, trace);
      return true;
    },
    note(file, trace) {
      if (trace !== null) fresh.set(file, trace);
    },
    traces() {
      const places = new Map<string, number>();
      const place = (key: string): number => {
        const found = places.get(key);
        if (found !== undefined) return found;
        places.set(key, places.size);
        return places.size - 1;
      };
      const pages = [...fresh].map(([file, { keys, digest }]): KeptTraces["pages"][number] => [
        file,
        digest,
        keys.map(place),
      ]);
      return { keys: [...places.keys()], pages };
    },
  };
}

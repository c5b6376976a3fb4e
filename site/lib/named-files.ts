/** The places in files that an issue names in, each file once with all its lines out. */
import type { FileReference } from "./knowledge.ts";

export interface NamedFile {
  path: string;
  /** "42", "42–50". */
  lines: string[];
  /** The first line that is named. */
  first: number | null;
  /** What the notes say beside the path. */
  notes: string[];
}

export function namedFiles(references: readonly FileReference[]): NamedFile[] {
  return [...Map.groupBy(references, ({ path }) => path)].map(([path, places]) => ({
    path,
    lines: [
      ...new Set(
        places.flatMap(({ line, endLine }) =>
          line === null ? [] : endLine !== null && endLine !== line ? `${line}–${endLine}` : `${line}`,
        ),
      ),
    ],
    first: places.find(({ line }) => line !== null)?.line ?? null,
    notes: [...new Set(places.flatMap(({ note }) => note ?? []))],
  }));
}

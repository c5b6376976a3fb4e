/** The value of a component label in, the names of components out: no status, no share, no code. */
import { stripDecoration } from "./read-label.ts";
import { readStatus } from "./read-status.ts";

const longestName = 40;

/** "Notification (NT), Gateway" names two; "4/4 (100%)" and "✅ Production ready" name none. */
export function readComponents(value: string): string[] {
  if (value.length > 4 * longestName) return [];
  const names = value
    .split(/[,;]| & /)
    .map((name) =>
      stripDecoration(name)
        .replace(/[(（][^()（）]*[)）]$/, "")
        .trim(),
    )
    .filter(isName);
  return [...new Set(names)];
}

function isName(name: string): boolean {
  return (
    name.length <= longestName &&
    /^[\p{L}@][\p{L}\p{N}\s._/@-]*$/u.test(name) &&
    name.split(/\s+/).length <= 5 &&
    readStatus(name)?.worded !== true
  );
}

/** A table row in, whether it says of a thing that it fails or was mended, and why, out. */
import type { Cell, Unit } from "../layout/unit.ts";

/** Columns that name a thing which can fail; a metric, a requirement or an option cannot. */
const tests =
  /^\W*(?:(?:failing|failed) )?tests?(?: (?:name|case|suite|file|category|class))?\W*$|^\W*(?:suite|category)\W*$/i;
const thing =
  /^\W*(?:affected )?(?:component|service|controller|item|file|endpoint|module|package|dockerfile|script)\W*$/i;
const state = /^\W*(?:current )?(?:status|state|result|compliance|compliant\??|verdict)\W*$/i;
const telling =
  /\b(?:root cause|cause|reason|notes?|details?|description|error|fix(?:es)?|solution|action|issue|problem|gap)\b/i;
/** A cross alone beside a component may as well say that there is none. */
const crossed = /❌|🔴/u;
const failing =
  /\b(?:FAIL(?:ED|S|ING)?|fail(?:ed|s|ing)|broken|non-?compliant|not (?:compliant|working)|violat\w+|panic\w*|timeout|timed out|fixed|resolved)\b/i;
const counted = /^\W*(?:fail(?:ed|ing|ures?|s)?|❌)\W*$/iu;

/** "Login test | ❌ failing | cookie is never set" and "Search | 3 passed | 2 failed | index is empty". */
export function failsInRow({ cells }: Unit): boolean {
  const header = namingCell(cells)?.header ?? "";
  const isTest = tests.test(header);
  if (!isTest && !thing.test(header)) return false;
  return (
    tellingCell(cells) !== undefined &&
    cells.some(
      ({ header, text }) =>
        (state.test(header) && (failing.test(text) || (isTest && (crossed.test(text) || passesInPart(text))))) ||
        (counted.test(header) && /^\W*[1-9]\d*\W*$/.test(text)),
    )
  );
}

/** "4/6 passing". */
function passesInPart(text: string): boolean {
  const [, some, all] = /(?<!\d)(\d+)\s*\/\s*(\d+)\s*pass/i.exec(text) ?? [];
  return Number(some) < Number(all);
}

/** The row says that what failed works again. */
export const isMendedRow = ({ cells }: Unit): boolean =>
  cells.some(({ header, text }) => state.test(header) && /\b(?:fixed|resolved)\b/i.test(text));

const passing =
  /^[^\p{L}\d]*(?:all )?(?:pass(?:ed|es|ing)?|compliant|working|operational|no (?:issues?|violations?|action|changes?)|none|n\/a|not applicable|correct|ok)\b/iu;
const wrong =
  /❌|⚠|🔴|\b(?:fail\w*|fix(?:ed|es)?|resolved|broken|missing|error\w*|violat\w+|flak\w+|was|but|needs?)\b/iu;

/** "Search | ✅ PASS | N/A": the row says that nothing is wrong. */
export function passesInRow({ kind, cells }: Unit): boolean {
  if (kind !== "row") return false;
  const says = cells.some(({ header, text }) => state.test(header) && passing.test(text));
  return says && !cells.some(({ text }) => wrong.test(text));
}

/** The first column that does not only count. */
export function namingCell(cells: readonly Cell[]): Cell | undefined {
  return cells.find(({ header }) => !/^\W*(?:no\.?|id)?\W*$/i.test(header));
}

/** What it says of the thing in more than a word. */
export function tellingCell(cells: readonly Cell[]): Cell | undefined {
  return cells.find(
    ({ header, text }) => telling.test(header) && !state.test(header) && text.trim().split(/\s+/).length > 1,
  );
}

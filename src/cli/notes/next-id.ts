/** A prefix and the knowledge base in, the next identifier that nothing is called by out. */
import type { ReadingSettings } from "../../config.ts";
import { readTitleIdentifiers } from "../../extract/words/read-identifiers.ts";
import { withWords } from "../../extract/words/words-in-force.ts";
import { foldId } from "../../knowledge/fold-id.ts";
import type { Issue, KnowledgeBase } from "../../model.ts";
import { CliError } from "../cli-error.ts";

const numbered = /^(.+)-(\d{1,7})[A-Z]?$/;

/** Prefixes of the identifiers in use, those with most issues first. */
export function listPrefixes(issues: readonly Pick<Issue, "id">[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of issues) {
    const prefix = id === null ? undefined : numbered.exec(foldId(id))?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([prefix]) => prefix);
}

/**
 * One more than the highest, with as many digits; numbers that a note only mentions are passed over. Throws a usage
 * error for a prefix that names no issues.
 */
export function nextId(
  typed: string,
  { issues, sessions }: Pick<KnowledgeBase, "issues" | "sessions">,
  settings: ReadingSettings,
): string {
  const prefix = foldId(typed).replace(/(?<!-)-+$/, "");
  const used = issues.flatMap(({ id }) => {
    const [, own, digits = ""] = numbered.exec(foldId(id ?? "")) ?? [];
    return own === prefix ? [digits] : [];
  });
  const last = Math.max(0, ...used.map(Number));
  const width = used.find((digits) => Number(digits) === last)?.length ?? 1;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${prefix.replaceAll(/[^\p{L}\p{N}]+/gu, "[-_]")}[-_]0*(\\d{1,7})(?!\\d)`,
    "giu",
  );
  const mentioned = new Set(
    sessions.flatMap(({ source }) => [...source.matchAll(pattern)].map((match) => Number(match[1]))),
  );
  let number = last + 1;
  while (mentioned.has(number)) number++;
  return checkId(`${prefix}-${String(number).padStart(width, "0")}`, settings);
}

/** The identifier as the base will have it. Throws a usage error for one that the reader would not take for an issue's. */
export function checkId(typed: string, settings: ReadingSettings): string {
  const id = foldId(typed);
  const [read] = withWords(settings, () => readTitleIdentifiers(`${id}: A title`));
  if (read?.id === id) return id;
  throw new CliError(
    "usage",
    `Unexpected identifier "${id}", expected one that names an issue, as SHOP-12 or WEB-BUG-003`,
    ["Prefixes of requirements, decisions, standards and tests (BR, ADR, RFC, TC …) name no issues."],
  );
}

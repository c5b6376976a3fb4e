/** A unit in, whether its title promises that all below it are issues out: "Known bugs", "Incidents". */
import { listWords } from "../words/list-words.ts";
import type { Unit } from "../layout/unit.ts";
import { normalizeLabel, roleOf } from "../words/read-label.ts";

/** A heading of such words alone ("Bugs fixed", "Open issues") promises that every item below is an issue. */
const issueWords = new Set(
  listWords(`
    bugs, issues, problems, failures, defects, errors, regressions, vulnerabilities, violations, fixed, resolved, solved, known,
    open, remaining, found, list, of, the, all, critical, major, minor, other, new, identified, discovered, reported, and, current,
    outstanding, fixes, applied, bug, incident, incidents, postmortem, postmortems, post-mortem, post-mortems, incidentes, incidencias, vorfälle, limitations, and, log, report, in, project, 问题, 问题列表, 已修复的问题, 不具合, 問題, fehler, probleme, problemas, errores, erros, corregidos, corrigidos
  `),
);

/** A note, or a section, whose title says that it lists issues and nothing else: "Known bugs", "Incidents". */
export function isCatalogue(unit: Unit | null): boolean {
  if (unit === null || (unit.kind !== "note" && unit.kind !== "heading")) return false;
  const words = normalizeLabel(unit.title)
    .split(/[^\p{L}-]+/u)
    .filter((word) => /\p{L}/u.test(word));
  return (
    words.length > 0 &&
    words.every((word) => issueWords.has(word)) &&
    (words.some((word) => issueNouns.test(word)) || isLog(words))
  );
}

/** "Incident log" and "Bug log" hold many, "Incident report" is one. */
const isLog = (words: readonly string[]): boolean =>
  words.includes("log") && words.some((word) => /^(?:bug|incident|post-?mortem)$/.test(word));

/** Sections that stand beside the entries and are none. */
export const beside =
  /\b(contribut\w+|report(ing)? (an? |new )?(bugs?|issues?)|support|getting help|contact|references|template|legend|resources|faq|workarounds?|how to|see also|history|overview|summary|levels|similar patterns|(table of )?contents|entry format|format of entries)\b|формат записи/i;

/** A section of a catalogue that tells one thing: no category with sections or a list of named things of its own. */
export function isEntry({ title, children, blocks }: Unit): boolean {
  if (roleOf(title) !== null || beside.test(title)) return false;
  if (children.some((child) => child.kind === "heading" && roleOf(child.title) === null)) return false;
  const named = children.filter(({ kind, lead, checked }) => kind === "item" && (lead || checked !== null));
  return !(named.length > 1 && blocks.every(({ type }) => type === "list"));
}

const issueNouns =
  /^(bugs|issues|problems|failures|defects|errors|incidents|post-?mortems|incidentes|incidencias|vorfälle|regressions|vulnerabilities|violations|fehler|probleme|problemas|errores|erros|\P{ASCII}+)$/u;

/** An item right under such a heading. */
export function listsIssues(unit: Unit): boolean {
  if (unit.parent === null || unit.parent.kind === "item" || unit.parent.kind === "note") return false;
  const words = normalizeLabel(unit.parent.title).split(/\s+/);
  return words.every((word) => issueWords.has(word)) && words.some((word) => issueNouns.test(word));
}

/** An identifier as a note writes it in, the form that all its spellings share out; and whether it is one of a kind. */

/** Words that count things within one note: `BUG-1` here and `BUG-1` there are two bugs. */
const counterWords = new Set(
  `ISSUE BUG GAP DEFECT PROBLEM FAILURE FAIL VIOLATION FINDING BLOCKER ERR ERROR VULN INC INCIDENT FLAKY REGRESSION
  CRIT CRITICAL HIGH MED MEDIUM LOW SEC PERF UX UI FIX HOTFIX TODO ITEM TASK ACTION RCA CAUSE CASE TICKET WARN WARNING
  INVALID MISSING RISK DEBT TECH NOTE OBS CONCERN QUESTION INCONSISTENCY MISMATCH CONFLICT DRIFT ANOMALY SYMPTOM
  PRIO PRIORITY SEV NO NR NUM`.split(/\s+/),
);

export function foldId(id: string): string {
  return id
    .trim()
    .toUpperCase()
    .replace(/[_\s]+/g, "-");
}

/**
 * An identifier is distinctive when a part of it names a project, a component or a public registry: `NT-BUG-008`,
 * `RO-003`, `CVE-2024-9681`. It is a counter of its own note when it has only counting words (`BUG-1`, `GAP-003`),
 * single letters (`S-001`, `P1.1`), a counter and a chapter (`GAP-C3-01`), or a bare number (`#142`). `shapes` are
 * regular expressions of identifiers that a team says are its own.
 */
export function isDistinctiveId(folded: string, shapes: readonly string[]): boolean {
  if (shapes.some((shape) => new RegExp(`^(?:${shape})$`, "iu").test(folded))) return true;
  return folded.split("-").some((part) => /^\p{L}{2,}\d?$/u.test(part) && !counterWords.has(part));
}

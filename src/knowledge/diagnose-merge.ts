/** What merging stumbles over in, diagnostics out: addresses that two records claim, two statuses on one day. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Place } from "../model.ts";
import type { FoundReport } from "./order-reports.ts";
import { sharedWords, titleWords } from "./title-words.ts";

/** Where a record stands, and what it is called there. */
export interface NamedNote {
  path: string;
  place: Place | null;
  name: string;
}

export interface SharedName {
  slug: string;
  note: NamedNote;
  /** Who has the address that this record wanted, null where nobody had it. */
  other: NamedNote | null;
}

export function diagnoseSharedNames(named: readonly SharedName[]): Diagnostic[] {
  return named.flatMap(({ slug, note, other }) =>
    other === null
      ? []
      : [
          createDiagnostic({
            file: note.path,
            place: note.place,
            severity: "info",
            ruleId: "shared-name",
            message: `Unexpected "${note.name}", expected a name of its own: ${describe(other)} has it, this one is at "${slug}"`,
            note: "If both are one issue, link one note to the other or give them one title; if not, give them identifiers with a prefix of their own.",
          }),
        ],
  );
}

function describe({ path, place, name }: NamedNote): string {
  const at = place === null ? path : `${path}:${place.start.line}`;
  return name === path ? at : `"${name}" of ${at}`;
}

/** Two notes of one day that do not agree on the status of an issue: the last in order of their paths is believed. */
export function diagnoseContradictions(reports: readonly FoundReport[]): Diagnostic[] {
  const byDate = new Map<string, FoundReport>();
  const diagnostics: Diagnostic[] = [];
  for (const found of reports) {
    const { date, path, report } = found;
    if (date === null || report.status === "unknown") continue;
    const earlier = byDate.get(date);
    byDate.set(date, found);
    // Who continues an issue knows how it stood.
    if (!earlier || earlier.report.status === report.status || report.continues !== null) continue;
    diagnostics.push(
      createDiagnostic({
        file: path,
        place: report.place,
        severity: "info",
        ruleId: "contradicting-status",
        message: `Unexpected status "${report.status}" of ${report.id ?? `"${report.title}"`} on ${date}, expected "${earlier.report.status}" as in ${earlier.path}:${earlier.report.place.start.line}`,
        expected: [earlier.report.status],
        note: "The newest date wins; on one day the last path does. Date the notes apart, or correct one of them.",
      }),
    );
  }
  return diagnostics;
}

/**
 * Notes that use one identifier for what has nothing in common: no word of title, problem, cause or fix, and no file.
 * Reports are oldest first; the first has the identifier.
 */
export function diagnoseReusedIds(reports: readonly FoundReport[]): Diagnostic[] {
  // What a list only names may be called anything there.
  const [first, ...others] = reports.filter(({ report: { problem, rootCause, fix } }) => problem ?? rootCause ?? fix);
  if (first === undefined || others.length === 0 || first.report.id === null) return [];
  // What any of the reports says belongs to the issue, once it has something in common with the rest.
  const same: FoundReport[] = [first];
  let rest = others;
  for (let joined = true; joined;) {
    const apart = rest.filter((found) => !same.some((known) => haveCommon(found, known)));
    joined = apart.length < rest.length;
    same.push(...rest.filter((found) => !apart.includes(found)));
    rest = apart;
  }
  return rest.map(({ path, report }) =>
    createDiagnostic({
      file: path,
      place: { start: report.place.start, end: report.place.start },
      severity: "warning",
      ruleId: "reused-id",
      message: `Unexpected ${report.id} for "${report.title}", expected "${first.report.title}" as in ${first.path}:${first.report.place.start.line}`,
      note: "Both are one issue now. If they are not, give one of them an identifier of its own.",
    }),
  );
}

function haveCommon(a: FoundReport, b: FoundReport): boolean {
  if (a.path === b.path) return true;
  const [wordsA, wordsB] = [titleWords(a.report.title), titleWords(b.report.title)];
  // A title of one word, or none but the identifier, says too little to tell things apart.
  if (wordsA.size < 2 || wordsB.size < 2 || sharedWords(wordsA, wordsB) > 0) return true;
  const files = new Set(a.report.files.map(({ path }) => nameOf(path)));
  if (b.report.files.some(({ path }) => files.has(nameOf(path)))) return true;
  return sharedWords(allWords(a), allWords(b)) > 0;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).toLowerCase();

function allWords({ report: { title, problem, rootCause, fix } }: FoundReport): Set<string> {
  return titleWords([title, ...[problem, rootCause, fix].map((field) => field?.text.slice(0, 600) ?? "")].join(" "));
}

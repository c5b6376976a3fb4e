/** What merging stumbles over in, diagnostics out: addresses that two records claim, two statuses on one day. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Place } from "../model.ts";
import type { FoundReport } from "./order-reports.ts";

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

/** All reports in, issues out that have the reports with them that their authors say continue them. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Place } from "../model.ts";
import type { NamedRecord } from "./name-slugs.ts";

interface Continuing {
  path: string;
  report: { continues: string | null; place: Place };
}

export interface ContinuedIssues<Found> {
  groups: NamedRecord<Found[]>[];
  /** Reports that continue what is not there: they are grouped as any other. */
  strays: Found[];
}

/** Addresses come from the reports that tell an issue, so that what is added later never moves it. */
export function continueIssues<Found extends Continuing>(
  reports: readonly Found[],
  nameGroups: (reports: readonly Found[]) => NamedRecord<Found[]>[],
): ContinuedIssues<Found> {
  const further = reports.filter(({ report }) => report.continues !== null);
  const telling = further.length === 0 ? reports : reports.filter(({ report }) => report.continues === null);
  const told = nameGroups(telling);
  if (further.length === 0) return { groups: told, strays: [] };
  const known = new Set(told.map(({ slug }) => slug));
  const strays = further.filter(({ report }) => !known.has(report.continues!));
  const groups = strays.length === 0 ? told : nameGroups([...telling, ...strays]);
  const bySlug = new Map(groups.map(({ slug, record }) => [slug, record]));
  for (const found of further) if (!strays.includes(found)) bySlug.get(found.report.continues!)!.push(found);
  return { groups, strays };
}

export function diagnoseStrays(strays: readonly Continuing[]): Diagnostic[] {
  return strays.map(({ path, report }) =>
    createDiagnostic({
      file: path,
      place: report.place,
      severity: "warning",
      ruleId: "unknown-issue",
      message: `Unexpected issue "${report.continues}" in a comment, expected the address of one in another note`,
      note: "`fixlore show` has the address of an issue in its third line. If the note that told it was renamed, give its new one.",
    }),
  );
}

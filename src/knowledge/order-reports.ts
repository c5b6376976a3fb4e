/** Reports of one issue in any order in, the same reports oldest first out. */
import type { IssueReport } from "../model.ts";

/** Where something stands among the reports of all notes. */
export interface Dated {
  path: string;
  date: string | null;
  /** Position among the issues of its note. */
  index: number;
}

/** The same with what decides between two of a day. */
export interface DatedReport extends Dated {
  report: Pick<IssueReport, "continues">;
}

/** A report and the note it stands in. */
export interface FoundReport extends Dated {
  report: IssueReport;
}

/** Compares strings by code unit: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Undated reports are the oldest. Within a day a report that continues an issue comes after those that tell it, then
 * the path decides, within a note the order of the note.
 */
export function compareReports(a: DatedReport, b: DatedReport): number {
  return (
    compareText(a.date ?? "", b.date ?? "") ||
    Number(a.report.continues !== null) - Number(b.report.continues !== null) ||
    compareText(a.path, b.path) ||
    a.index - b.index
  );
}

/**
 * Who keeps an address that two claim: a report that tells an issue before one that continues another (which moves to
 * that one as soon as it is there), then the oldest dated note, so that a note written later never takes it away.
 */
export function compareClaims(a: DatedReport, b: DatedReport): number {
  return (
    Number(a.report.continues !== null) - Number(b.report.continues !== null) ||
    compareText(a.date ?? "~", b.date ?? "~") ||
    compareText(a.path, b.path) ||
    a.index - b.index
  );
}

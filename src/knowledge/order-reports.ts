/** Reports of one issue in any order in, the same reports oldest first out. */
import type { IssueReport } from "../model.ts";

/** A report and the note it stands in. */
export interface FoundReport {
  path: string;
  date: string | null;
  /** Position among the issues of its note. */
  index: number;
  report: IssueReport;
}

/** Compares strings by code unit: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Undated reports are the oldest; within a day the path decides, within a note the order of the note. */
export function compareReports(a: FoundReport, b: FoundReport): number {
  return compareText(a.date ?? "", b.date ?? "") || compareText(a.path, b.path) || a.index - b.index;
}

/** Who keeps an address that two claim: the oldest dated note, so that a note written later never takes it away. */
export function compareClaims(a: FoundReport, b: FoundReport): number {
  return compareText(a.date ?? "~", b.date ?? "~") || compareText(a.path, b.path) || a.index - b.index;
}

/** Records of a base in any order in, the same in the order of the base out. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Issue, Lesson, Session } from "../model.ts";
import { compareText } from "./order-reports.ts";

export interface Records {
  issues: Issue[];
  lessons: Lesson[];
  sessions: Session[];
  diagnostics: Diagnostic[];
}

/** In place. Issues and lessons newest first, undated last; diagnostics by file and line. */
export function orderRecords({ issues, lessons, sessions, diagnostics }: Records): void {
  issues.sort((a, b) => compareText(b.updated ?? "", a.updated ?? "") || compareText(a.slug, b.slug));
  lessons.sort(
    (a, b) =>
      compareText(b.date ?? "", a.date ?? "") ||
      compareText(a.session, b.session) ||
      a.place.start.offset - b.place.start.offset ||
      compareText(a.slug, b.slug),
  );
  sessions.sort((a, b) => compareText(b.date ?? "", a.date ?? "") || compareText(a.path, b.path));
  diagnostics.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.message, b.message),
  );
}

/** What was read from a note in, the little of it out that decides which issue a report is of and what records are called. */
import type { Extraction, Place } from "../model.ts";
import { shortHash, toSlug } from "./name-slugs.ts";

export interface ReportSummary {
  id: string | null;
  /** Address of the issue that it is a further report of, where the author says so. */
  continues: string | null;
  title: string;
  /** The address that it wants where it has no identifier: its title and a hash of where it stands. */
  address: string;
  /** Targets of its links to documents. */
  targets: string[];
  place: Place;
}

export interface LessonSummary {
  address: string;
  /** Identifiers of the issues that it names. */
  issues: string[];
}

/** Plain data: an index can keep it. */
export interface NoteSummary {
  path: string;
  date: string | null;
  targets: string[];
  reports: ReportSummary[];
  lessons: LessonSummary[];
}

export function summarizeNote({ session, issues, lessons }: Extraction): NoteSummary {
  const { path, date, documents } = session;
  const addressOf = (title: string, otherwise: string): string =>
    `${toSlug(title) || otherwise}-${shortHash(path, title)}`;
  return {
    path,
    date,
    targets: documents.map(({ target }) => target),
    reports: issues.map(({ id, continues, title, documentation, place }) => ({
      id,
      continues,
      title,
      address: addressOf(title, "issue"),
      targets: documentation.map(({ target }) => target),
      place,
    })),
    lessons: lessons.map(({ title, kind, issues: named }) => ({ address: addressOf(title, kind), issues: named })),
  };
}

/** Whether a note with the one leads to the same plan as with the other: places are only for what is told of it. */
export function planAlike(before: NoteSummary, after: NoteSummary): boolean {
  const write = (summary: NoteSummary): string =>
    JSON.stringify(summary, (key, value: unknown) => (key === "place" ? undefined : value));
  return write(before) === write(after);
}

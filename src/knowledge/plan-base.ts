/**
 * Summaries of all notes in, the plan of the base out: which reports are one issue, what every record is called, and what
 * is linked to what. A record depends on its plan and on the notes that the plan names, on nothing else: an index that
 * keeps both knows which records to make anew.
 */
import type { Diagnostic } from "../diagnostics.ts";
import { continueIssues, diagnoseStrays } from "./continue-issues.ts";
import { diagnoseSharedNames, type NamedNote } from "./diagnose-merge.ts";
import { foldId, isDistinctiveId } from "./fold-id.ts";
import { groupReports } from "./group-reports.ts";
import { linkLesson } from "./link-lessons.ts";
import { nameRecords, toSlug } from "./name-slugs.ts";
import { compareClaims, compareReports, compareText, type Dated } from "./order-reports.ts";
import { createResolver } from "./resolve-documents.ts";
import type { NoteSummary, ReportSummary } from "./summarize-note.ts";

/** A report of an issue: the note and its session, the position in the note, and where its links lead. */
export interface PlannedReport {
  path: string;
  session: string;
  index: number;
  documents: (string | null)[];
}

export interface IssuePlan {
  kind: "issue";
  slug: string;
  /** Oldest first. */
  reports: PlannedReport[];
  lessons: string[];
}

export interface LessonPlan {
  kind: "lesson";
  slug: string;
  path: string;
  session: string;
  index: number;
  issues: string[];
}

export interface SessionPlan {
  kind: "session";
  slug: string;
  path: string;
  /** Paths of notes that its links lead to, in their order; null for what is dangling or outside. */
  documents: (string | null)[];
  issues: string[];
  /** Identifiers of those issues, in the same order. */
  ids: (string | null)[];
  lessons: string[];
}

export type RecordPlan = IssuePlan | LessonPlan | SessionPlan;

export interface BasePlan {
  issues: IssuePlan[];
  lessons: LessonPlan[];
  sessions: SessionPlan[];
  /** Addresses that two records claim, or that lead nowhere. */
  diagnostics: Diagnostic[];
}

interface FoundSummary extends Dated {
  report: ReportSummary;
}

/** Pure and independent of the order of the notes; paths must be unique. `shapes` as of `isDistinctiveId`. */
export function planBase(summaries: readonly NoteSummary[], shapes: readonly string[] = []): BasePlan {
  const notes = summaries.toSorted((a, b) => compareText(a.path, b.path));
  const resolve = createResolver(notes.map(({ path }) => path));
  const sessions = new Map(
    notes.map(({ path, targets }): [string, SessionPlan] => [
      path,
      {
        kind: "session",
        slug: "",
        path,
        documents: targets.map((target) => resolve(target, path)),
        issues: [],
        ids: [],
        lessons: [],
      },
    ]),
  );
  const links = new Set<string>();
  for (const { path, documents } of sessions.values())
    for (const document of documents) if (document !== null) links.add(`${path}\0${document}`);

  const namedSessions = nameRecords(
    [...sessions.values()].map((record) => ({
      wanted: toSlug(withoutExtension(record.path)) || "note",
      identity: record.path,
      record,
    })),
  );
  for (const { slug, record } of namedSessions) record.slug = slug;

  const found = notes.flatMap(({ path, date, reports }) =>
    reports.map((report, index): FoundSummary => ({ path, date, index, report })),
  );
  const areLinked = (a: string, b: string): boolean => links.has(`${a}\0${b}`) || links.has(`${b}\0${a}`);
  const { groups: namedGroups, strays } = continueIssues(found, (reports) =>
    nameRecords(claimSlugs(groupReports(reports, areLinked, shapes))),
  );
  for (const { record } of namedGroups) record.sort(compareReports);

  const slugOfReport = new Map<string, string>();
  const slugOfId = new Map<string, string>();
  const issues = new Map<string, IssuePlan>();
  const idOf = new Map<string, string | null>();
  for (const { slug, record } of namedGroups) {
    const named = record.find(({ report }) => report.id !== null)?.report.id ?? null;
    const id = named === null ? null : foldId(named);
    idOf.set(slug, id);
    if (id !== null && isDistinctiveId(id, shapes)) slugOfId.set(id, slug);
    issues.set(slug, {
      kind: "issue",
      slug,
      reports: record.map(({ path, index, report }) => {
        slugOfReport.set(`${path}\0${index}`, slug);
        const documents = report.targets.map((target) => resolve(target, path));
        return { path, session: sessions.get(path)!.slug, index, documents };
      }),
      lessons: [],
    });
  }

  for (const { path, reports } of notes) {
    const session = sessions.get(path)!;
    session.issues = [...new Set(reports.map((_, index) => slugOfReport.get(`${path}\0${index}`)!))];
    session.ids = session.issues.map((slug) => idOf.get(slug) ?? null);
  }
  const claims = notes.flatMap(({ path, reports, lessons }) => {
    const here = reports.map(({ id }, index) => ({ id, slug: slugOfReport.get(`${path}\0${index}`)! }));
    return lessons.map((lesson, index) => ({
      wanted: lesson.address,
      identity: null,
      record: { path, index, linked: linkLesson(lesson, here, (id) => slugOfId.get(id) ?? null) },
    }));
  });
  const lessons = nameRecords(claims).map(({ slug, record: { path, index, linked } }): LessonPlan => {
    const session = sessions.get(path)!;
    session.lessons.push(slug);
    for (const issue of linked) issues.get(issue)!.lessons.push(slug);
    return { kind: "lesson", slug, path, session: session.slug, index, issues: linked };
  });
  return {
    issues: [...issues.values()],
    lessons,
    sessions: [...sessions.values()],
    diagnostics: [
      ...diagnoseStrays(strays),
      ...diagnoseSharedNames(
        namedSessions.map(({ slug, record, takenBy }) => ({
          slug,
          note: noteOfSession(record),
          other: takenBy && noteOfSession(takenBy),
        })),
      ),
      ...diagnoseSharedNames(
        namedGroups.map(({ slug, record, takenBy }) => ({
          slug,
          note: noteOfGroup(record),
          other: takenBy && noteOfGroup(takenBy),
        })),
      ),
    ],
  };
}

/**
 * The address of an issue is its identifier. Without one it is its title and a hash of where it stands, as the oldest
 * report has them: both stay when other parts of the note change, and when later notes report it again.
 */
function claimSlugs(groups: readonly FoundSummary[][]) {
  const claims = groups.map((record) => {
    const first = record.length === 1 ? record[0]! : record.toSorted(compareClaims)[0]!;
    const { id, address } = first.report;
    const byId = id === null ? "" : toSlug(foldId(id));
    return { wanted: byId || address, identity: byId === "" ? null : `${first.path}\0${id}`, record, first };
  });
  return claims.sort((a, b) => compareClaims(a.first, b.first));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[a-z]+$/i, "");
}

function noteOfSession({ path }: SessionPlan): NamedNote {
  return { path, place: null, name: path };
}

function noteOfGroup(group: readonly FoundSummary[]): NamedNote {
  const { path, report } = group.toSorted(compareClaims)[0]!;
  return { path, place: report.place, name: report.id ?? report.title };
}

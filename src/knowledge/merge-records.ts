/** What was read from each note in, one knowledge base out: issues with their history, lessons, sessions, files. */
import { usualReading, type ReadingSettings } from "../config.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Issue, IssueReport, KnowledgeBase, Lesson, Session } from "../model.ts";
import { collectFiles } from "./collect-files.ts";
import { diagnoseContradictions, diagnoseSharedNames, type NamedNote } from "./diagnose-merge.ts";
import { foldId, isDistinctiveId } from "./fold-id.ts";
import { groupReports } from "./group-reports.ts";
import { linkLesson } from "./link-lessons.ts";
import { mergeIssue } from "./merge-issue.ts";
import { nameRecords, shortHash, toSlug } from "./name-slugs.ts";
import { compareClaims, compareReports, compareText, type FoundReport } from "./order-reports.ts";
import { relateIssues } from "./relate-issues.ts";
import { createResolver, diagnoseDangling, resolveDocuments } from "./resolve-documents.ts";

/** Pure and independent of the order of the notes; a note that is given twice counts once. */
export function mergeRecords(
  extractions: readonly Extraction[],
  { ids: shapes }: ReadingSettings = usualReading,
): KnowledgeBase {
  const byPath = new Map(extractions.map((extraction) => [extraction.session.path, extraction]));
  const notes = [...byPath.values()].sort((a, b) => compareText(a.session.path, b.session.path));
  const diagnostics: Diagnostic[] = notes.flatMap((note) => note.diagnostics);

  const resolve = createResolver([...byPath.keys()]);
  const sessions = notes.map(({ session, source }): Session => ({
    ...session,
    documents: resolveDocuments(session.documents, session.path, resolve),
    slug: "",
    issues: [],
    lessons: [],
    source,
  }));
  const links = new Set<string>();
  for (const { path, documents } of sessions) {
    for (const document of documents) if (document.path !== null) links.add(`${path}\0${document.path}`);
  }
  for (const session of sessions) diagnostics.push(...diagnoseDangling(session, resolve));

  const namedSessions = nameRecords(
    sessions.map((record) => ({
      wanted: toSlug(withoutExtension(record.path)) || "note",
      identity: record.path,
      record,
    })),
  );
  for (const { slug, record } of namedSessions) record.slug = slug;
  diagnostics.push(
    ...diagnoseSharedNames(
      namedSessions.map((named) => ({
        ...named,
        note: noteOfSession(named.record),
        other: named.takenBy && noteOfSession(named.takenBy),
      })),
    ),
  );
  const slugOfPath = new Map(sessions.map(({ path, slug }) => [path, slug]));

  const found = notes.flatMap(({ session, issues }) =>
    issues.map((report, index): FoundReport => ({
      path: session.path,
      date: session.date,
      index,
      report: { ...report, documentation: resolveDocuments(report.documentation, session.path, resolve) },
    })),
  );
  const groups = groupReports(found, (a, b) => links.has(`${a}\0${b}`) || links.has(`${b}\0${a}`), shapes);
  for (const group of groups) group.sort(compareReports);
  const namedGroups = nameRecords(claimSlugs(groups));
  diagnostics.push(
    ...diagnoseSharedNames(
      namedGroups.map((named) => ({
        ...named,
        note: noteOfGroup(named.record),
        other: named.takenBy && noteOfGroup(named.takenBy),
      })),
    ),
  );

  const slugOfReport = new Map<string, string>();
  const issues = namedGroups.map(({ slug, record }): Issue => {
    for (const { path, index } of record) slugOfReport.set(`${path}\0${index}`, slug);
    diagnostics.push(...diagnoseContradictions(record));
    return mergeIssue(slug, record, (path) => slugOfPath.get(path)!);
  });
  issues.sort((a, b) => compareText(b.updated ?? "", a.updated ?? "") || compareText(a.slug, b.slug));
  const issueOfSlug = new Map(issues.map((issue) => [issue.slug, issue]));
  const slugOfId = new Map(
    issues.flatMap(({ id, slug }) =>
      id !== null && isDistinctiveId(foldId(id), shapes) ? [[foldId(id), slug] as const] : [],
    ),
  );

  const lessons: Lesson[] = [];
  const lessonClaims = notes.flatMap((note) =>
    note.lessons.map((report) => ({
      wanted: `${toSlug(report.title) || report.kind}-${shortHash(note.session.path, report.title)}`,
      identity: null,
      record: { note, report },
    })),
  );
  const sessionOfPath = new Map(sessions.map((session) => [session.path, session]));
  for (const {
    session: { path },
    issues: reports,
  } of notes) {
    sessionOfPath.get(path)!.issues = [
      ...new Set(reports.map((_: IssueReport, index) => slugOfReport.get(`${path}\0${index}`)!)),
    ];
  }
  for (const {
    slug,
    record: { note, report },
  } of nameRecords(lessonClaims)) {
    const session = sessionOfPath.get(note.session.path)!;
    const here = note.issues.map(({ id }, index) => ({ id, slug: slugOfReport.get(`${session.path}\0${index}`)! }));
    const linked = linkLesson(report, here, (id) => slugOfId.get(id) ?? null);
    lessons.push({ ...report, slug, session: session.slug, date: session.date, issues: linked });
    session.lessons.push(slug);
    for (const issue of linked) issueOfSlug.get(issue)!.lessons.push(slug);
  }
  lessons.sort(
    (a, b) =>
      compareText(b.date ?? "", a.date ?? "") ||
      compareText(a.session, b.session) ||
      a.place.start.offset - b.place.start.offset ||
      compareText(a.slug, b.slug),
  );
  sessions.sort((a, b) => compareText(b.date ?? "", a.date ?? "") || compareText(a.path, b.path));
  relateIssues(issues);
  diagnostics.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.message, b.message),
  );
  return { sessions, issues, lessons, files: collectFiles(issues), diagnostics };
}

/**
 * The address of an issue is its identifier. Without one it is its title and a hash of where it stands, as the oldest
 * report has them: both stay when other parts of the note change, and when later notes report it again.
 */
function claimSlugs(groups: readonly FoundReport[][]) {
  const claims = groups.map((record) => {
    const first = record.toSorted(compareClaims)[0]!;
    const { id, title } = first.report;
    const byTitle = `${toSlug(title) || "issue"}-${shortHash(first.path, title)}`;
    const byId = id === null ? "" : toSlug(foldId(id));
    return { wanted: byId || byTitle, identity: byId === "" ? null : `${first.path}\0${id}`, record, first };
  });
  return claims.sort((a, b) => compareClaims(a.first, b.first));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[a-z]+$/i, "");
}

function noteOfSession(session: Session): NamedNote {
  return { path: session.path, place: null, name: session.path };
}

function noteOfGroup(group: readonly FoundReport[]): NamedNote {
  const { path, report } = group.toSorted(compareClaims)[0]!;
  return { path, place: report.place, name: report.id ?? report.title };
}

/** The reports of one issue, oldest first, in; the issue with the newest statement of each field out. */
import { foldLabel, issueFields, type Issue, type IssueReport } from "../model.ts";
import { foldId } from "./fold-id.ts";
import type { FoundReport } from "./order-reports.ts";
import { sharedWords, titleWords } from "./title-words.ts";

/** `sessionSlug` gives the address of a note. Lessons and relations are filled in later. */
export function mergeIssue(
  slug: string,
  reports: readonly FoundReport[],
  sessionSlug: (path: string) => string,
): Issue {
  const newest = [...reports].reverse();
  const latest = newest[0]!;
  const newestWith = (states: (report: IssueReport) => boolean): FoundReport =>
    newest.find(({ report }) => states(report)) ?? latest;
  const originOf = ({ path }: FoundReport): string => sessionSlug(path);

  const id = reports.find(({ report }) => report.id !== null)?.report.id ?? null;
  const telling = newest.filter(({ report }) => report.continues === null);
  const title = chooseTitle(telling.length > 0 ? telling : newest);
  const status = newestWith((report) => report.status !== "unknown");
  const dates = reports.flatMap(({ date }) => (date === null ? [] : [date]));
  const issue: Issue = {
    ...latest.report,
    slug,
    continues: null,
    id: id === null ? null : foldId(id),
    title: title.report.title,
    status: status.report.status,
    statusText: status.report.statusText,
    severity: newestWith((report) => report.severity !== null).report.severity,
    timeToFix: newestWith((report) => report.timeToFix !== null).report.timeToFix,
    estimate: newestWith((report) => report.estimate !== null).report.estimate,
    components: union(newest, (report) => report.components, foldLabel),
    files: union(
      newest,
      (report) => report.files,
      (file) => `${normalisePath(file.path)}:${file.line}:${file.endLine}`,
    ),
    attempts: union(
      newest,
      (report) => report.attempts,
      (attempt) => attempt.text,
    ),
    code: union(
      newest,
      (report) => report.code,
      (code) => `${code.role}\0${code.text}`,
    ),
    commits: union(
      newest,
      (report) => report.commits,
      (commit) => commit.hash ?? commit.message,
    ),
    documentation: union(
      newest,
      (report) => report.documentation,
      (document) => document.path ?? document.target,
    ),
    sessions: [...new Set(reports.map(originOf))],
    origin: { title: originOf(title), status: originOf(status) },
    firstSeen: dates[0] ?? null,
    updated: dates.at(-1) ?? null,
    history: reports.map((found) => ({ session: originOf(found), date: found.date, report: found.report })),
    lessons: [],
    related: [],
  };
  for (const field of issueFields) {
    const stating = newestWith((report) => report[field] !== null);
    issue[field] = stating.report[field];
    if (stating.report[field] !== null) issue.origin[field] = originOf(stating);
  }
  return issue;
}

/** "/api/src/x.ts" begins at the root of the repository, "/etc/hosts" at that of a machine. */
const fromRepository = /^\/(?!(?:etc|usr|var|tmp|opt|home|root|proc|dev|mnt|app|run|bin|lib|srv)\/)(?=[^/]+\/)/;

/** The same file in all spellings of its path. */
export function normalisePath(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/{2,}/g, "/")
    .replace(fromRepository, "");
}

/** Items of all reports, newest report first, each once. */
function union<Item>(
  newest: readonly FoundReport[],
  items: (report: IssueReport) => readonly Item[],
  key: (item: Item) => string,
): Item[] {
  const seen = new Map<string, Item>();
  for (const { report } of newest) {
    for (const item of items(report)) if (!seen.has(key(item))) seen.set(key(item), item);
  }
  return [...seen.values()];
}

/**
 * Later notes often name an issue in passing: "Fix validated", or by its identifier alone. So the title is the newest
 * that tells what the issue is about, and of those one that another report confirms.
 */
function chooseTitle(newest: readonly FoundReport[]): FoundReport {
  const words = newest.map(({ report }) =>
    titleWords(report.id === null ? report.title : report.title.replaceAll(report.id, " ")),
  );
  const isTelling = (index: number) => words[index]!.size >= 2;
  const isConfirmed = (index: number) =>
    words.some((other, at) => at !== index && sharedWords(other, words[index]!) >= 2);
  const indexes = newest.map((_, index) => index);
  const chosen =
    (newest.length > 2 ? indexes.find((index) => isTelling(index) && isConfirmed(index)) : undefined) ??
    indexes.find(isTelling) ??
    indexes.find((index) => newest[index]!.report.title !== "") ??
    0;
  return newest[chosen]!;
}

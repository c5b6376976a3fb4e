/** The base in, what the list of issues needs in the browser out: what rows and facets show, and apart from it the texts to search. */
import { issueFields, site, type Issue } from "./knowledge.ts";

/** One row as a tuple: names would be half of the file. */
export type BrowseRow = [
  slug: string,
  id: string | null,
  title: string,
  status: string,
  severity: string | null,
  components: string[],
  files: [path: string, line: number | null][],
  firstSeen: string | null,
  updated: string | null,
  sessions: number[],
  statusText: string | null,
  fields: string,
];
export type BrowseNote = [
  slug: string,
  path: string,
  title: string,
  date: string | null,
  branch: string | null,
  tags: string[],
  dateFrom: string | null,
];

export interface BrowseIndex {
  rows: BrowseRow[];
  notes: BrowseNote[];
}

/** For each row its prose fields, then attempts, code and commits, then what older reports said. */
export type BrowseTexts = [
  fields: (string | 0)[],
  attempts: string[],
  code: string[],
  commits: string[],
  older: string[],
][];

export function browseIndex(): BrowseIndex {
  const { issues, sessions } = site().knowledge;
  const numbers = new Map(sessions.map(({ slug }, index) => [slug, index]));
  return {
    rows: issues.map((issue) => [
      issue.slug,
      issue.id,
      issue.title,
      issue.status,
      issue.severity,
      issue.components,
      issue.files.map(({ path, line }) => [path, line]),
      issue.firstSeen,
      issue.updated,
      issue.sessions.map((slug) => numbers.get(slug) ?? -1),
      issue.statusText,
      issueFields.map((field) => (issue[field] === null ? "0" : "1")).join(""),
    ]),
    notes: sessions.map(({ slug, path, title, date, branch, tags, dateFrom }) => [
      slug,
      path,
      title,
      date,
      branch,
      tags,
      dateFrom,
    ]),
  };
}

export function browseText(): { texts: BrowseTexts } {
  return {
    texts: site().knowledge.issues.map((issue) => [
      issueFields.map((field) => issue[field]?.text ?? 0),
      issue.attempts.map(({ text }) => text),
      issue.code.map(({ text }) => text),
      issue.commits.map(({ hash, message }) => `${hash ?? ""} ${message}`.trim()),
      olderTexts(issue),
    ]),
  };
}

function olderTexts(issue: Issue): string[] {
  const current = new Set([issue.title, ...issueFields.map((field) => issue[field]?.text)]);
  const texts = issue.history.flatMap(({ report }) => [
    report.title,
    ...issueFields.map((field) => report[field]?.text),
  ]);
  return [...new Set(texts)].filter((text): text is string => text !== undefined && !current.has(text));
}

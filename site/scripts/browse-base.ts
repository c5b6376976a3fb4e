/** The files that the build made for the list in, a knowledge base that the query language can search out. */
import type { BrowseIndex, BrowseRow, BrowseTexts } from "../lib/browse-data.ts";
import { issueFields, type Excerpt, type Issue, type KnowledgeBase, type Session } from "../lib/knowledge.ts";
import { inParts } from "./in-parts.ts";

const point = { line: 1, column: 1, offset: 0 };
const place = { start: point, end: point };
const excerpt = (text: string): Excerpt => ({ text, markdown: "", place });

/** Without `texts` a field that is there has a text of its own name: enough for `has:`, not for words. */
export async function restoreBase({ rows, notes }: BrowseIndex, texts: BrowseTexts | null): Promise<KnowledgeBase> {
  const sessions = notes.map(([slug, path, title, date, branch, tags, dateFrom]): Session => ({
    slug,
    path,
    title,
    date,
    dateFrom,
    branch,
    tags,
    duration: null,
    authors: [],
    components: [],
    status: "unknown",
    statusText: null,
    summary: null,
    metrics: [],
    actions: [],
    commits: [],
    documents: [],
    checklist: [],
    length: 0,
    issues: [],
    lessons: [],
    source: "",
  }));
  const issues: Issue[] = [];
  const restore = (
    [slug, id, title, status, severity, components, files, firstSeen, updated, numbers, statusText, flags]: BrowseRow,
    row: number,
  ): Issue => {
    const [fields, attempts, code, commits, older] = texts?.[row] ?? [null, [], [], [], []];
    const prose = Object.fromEntries(
      issueFields.map((field, index) => {
        const text = fields?.[index];
        return [field, text ? excerpt(text) : flags[index] === "1" ? excerpt(field) : null];
      }),
    ) as Pick<Issue, (typeof issueFields)[number]>;
    const told = numbers.flatMap((number) => sessions[number] ?? []);
    const issue: Issue = {
      ...prose,
      slug,
      id,
      title,
      status: status as Issue["status"],
      statusText,
      severity: severity as Issue["severity"],
      components,
      files: files.map(([path, line]) => ({ path, line, endLine: null, note: null })),
      attempts: attempts.map(excerpt),
      code: code.map((text) => ({ ...excerpt(text), role: "pattern", language: null })),
      timeToFix: null,
      estimate: null,
      commits: commits.map((message) => ({ hash: null, message, place })),
      documentation: [],
      place,
      evidence: [],
      sessions: told.map((session) => session.slug),
      origin: {},
      firstSeen,
      updated,
      history: [],
      lessons: [],
      related: [],
      continues: null,
    };
    const report = { ...issue, ...Object.fromEntries(issueFields.map((field) => [field, null])) } as Issue;
    issue.history = [
      ...told.map((session) => ({ session: session.slug, date: session.date, report })),
      ...older.map((text) => ({ session: "", date: null, report: { ...report, title: text } })),
    ];
    return issue;
  };
  await inParts(rows, (part, from) => issues.push(...part.map((row, index) => restore(row, from + index))));
  return { issues, sessions, lessons: [], files: [], diagnostics: [] };
}

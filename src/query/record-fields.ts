/** The table of fields that `has:`, `no:` and `in:` know, each with its texts in a record of each kind. */
import {
  issueFields,
  type CodeExample,
  type Excerpt,
  type Issue,
  type IssueReport,
  type Lesson,
  type Session,
} from "../model.ts";
import type { RecordKind } from "./grammar.ts";
import type { BaseIndex } from "./index-base.ts";

type Texts<T> = (record: T, index: BaseIndex) => readonly (string | null | undefined)[];

export interface RecordField {
  name: string;
  aliases: string[];
  /** How much a hit here says that the record is about the word; 0: only searched when `in:` names it. */
  weight: number;
  issue?: Texts<Issue>;
  lesson?: Texts<Lesson>;
  session?: Texts<Session>;
}

const one = (excerpt: Excerpt | null): string[] => (excerpt === null ? [] : [excerpt.text]);
const codeOf = (code: readonly CodeExample[]): string[] => code.map(({ text }) => text);
const lessonTexts = (slugs: readonly string[], { lessons }: BaseIndex): string[] =>
  slugs.flatMap((slug) => lessons.get(slug)?.text ?? []);

/** What older reports of an issue say, where the newest says something else. */
function olderTexts(issue: Issue): (string | null)[] {
  const texts = (report: IssueReport) => [
    report.title,
    report.statusText,
    ...issueFields.map((field) => report[field]?.text ?? null),
  ];
  const current = new Set(texts(issue));
  return issue.history.flatMap(({ report }) => texts(report).filter((text) => !current.has(text)));
}

export const recordFields: readonly RecordField[] = [
  {
    name: "title",
    aliases: ["name"],
    weight: 8,
    issue: (i) => [i.title],
    lesson: (l) => [l.title],
    session: (s) => [s.title],
  },
  {
    name: "id",
    aliases: ["ids"],
    weight: 8,
    issue: (i) => [i.id],
    lesson: (l) => l.issues,
    session: (s, { issues }) => s.issues.map((slug) => issues.get(slug)?.id),
  },
  { name: "severity", aliases: [], weight: 0, issue: (i) => [i.severity] },
  { name: "status", aliases: [], weight: 1, issue: (i) => [i.statusText], session: (s) => [s.statusText] },
  { name: "component", aliases: ["components"], weight: 4, issue: (i) => i.components, session: (s) => s.components },
  {
    name: "file",
    aliases: ["files", "path"],
    weight: 4,
    // A line as stack traces have it: server.go:157.
    issue: (i) => i.files.flatMap(({ path, line, note }) => [line === null ? path : `${path}:${line}`, note]),
    session: (s) => [s.path],
  },
  { name: "problem", aliases: [], weight: 3, issue: (i) => one(i.problem), lesson: (l) => one(l.problem) },
  { name: "cause", aliases: ["rootcause"], weight: 3, issue: (i) => one(i.rootCause) },
  { name: "fix", aliases: ["solution"], weight: 2, issue: (i) => one(i.fix), lesson: (l) => one(l.solution) },
  { name: "verification", aliases: ["verified"], weight: 1, issue: (i) => one(i.verification) },
  { name: "impact", aliases: [], weight: 2, issue: (i) => one(i.impact) },
  { name: "symptoms", aliases: ["symptom"], weight: 3, issue: (i) => one(i.symptoms) },
  { name: "possible-causes", aliases: ["causes"], weight: 2, issue: (i) => one(i.possibleCauses) },
  { name: "remaining", aliases: [], weight: 1, issue: (i) => one(i.remaining) },
  {
    name: "next-steps",
    aliases: ["next", "todo"],
    weight: 1,
    issue: (i) => one(i.nextSteps),
    session: (s) => s.actions.filter(({ state }) => state !== "done").map(({ text }) => text),
  },
  { name: "attempts", aliases: ["attempt", "tried"], weight: 1, issue: (i) => i.attempts.map(({ text }) => text) },
  { name: "code", aliases: [], weight: 1, issue: (i) => codeOf(i.code), lesson: (l) => codeOf(l.code) },
  {
    name: "commit",
    aliases: ["commits"],
    weight: 1,
    issue: (i) => i.commits.flatMap(({ hash, message }) => [hash, message]),
    session: (s) => s.commits.flatMap(({ hash, message }) => [hash, message]),
  },
  {
    name: "documents",
    aliases: ["documentation", "docs"],
    weight: 1,
    issue: (i) => i.documentation.flatMap(({ title, target }) => [title, target]),
    session: (s) => s.documents.flatMap(({ title, target }) => [title, target]),
  },
  { name: "time", aliases: ["duration"], weight: 0, issue: (i) => [i.timeToFix], session: (s) => [s.duration] },
  { name: "estimate", aliases: [], weight: 0, issue: (i) => [i.estimate] },
  { name: "history", aliases: [], weight: 1, issue: olderTexts },
  { name: "body", aliases: ["text"], weight: 1, lesson: (l) => [l.text, l.body.text], session: (s) => [s.source] },
  { name: "pattern", aliases: [], weight: 2, lesson: (l) => one(l.pattern) },
  { name: "why", aliases: [], weight: 1, lesson: (l) => one(l.why) },
  { name: "benefits", aliases: [], weight: 1, lesson: (l) => one(l.benefits) },
  { name: "examples", aliases: ["example"], weight: 1, lesson: (l) => one(l.examples) },
  { name: "summary", aliases: [], weight: 3, session: (s) => one(s.summary) },
  {
    name: "metrics",
    aliases: ["metric"],
    weight: 1,
    session: (s) => s.metrics.flatMap(({ name, before, after }) => [name, before, after]),
  },
  { name: "actions", aliases: ["action"], weight: 1, session: (s) => s.actions.map(({ text }) => text) },
  { name: "checklist", aliases: [], weight: 1, session: (s) => s.checklist.map(({ text }) => text) },
  {
    name: "tag",
    aliases: ["tags"],
    weight: 4,
    issue: (i, index) => index.notesOf(i).flatMap(({ tags }) => tags),
    lesson: (l, index) => index.notesOf(l).flatMap(({ tags }) => tags),
    session: (s) => s.tags,
  },
  {
    name: "branch",
    aliases: [],
    weight: 0,
    issue: (i, index) => index.notesOf(i).map(({ branch }) => branch),
    lesson: (l, index) => index.notesOf(l).map(({ branch }) => branch),
    session: (s) => [s.branch],
  },
  { name: "author", aliases: ["authors"], weight: 0, session: (s) => s.authors },
  {
    name: "date",
    aliases: [],
    weight: 0,
    issue: (i) => [i.updated],
    lesson: (l) => [l.date],
    session: (s) => [s.date],
  },
  {
    name: "lesson",
    aliases: ["lessons"],
    weight: 0,
    issue: (i, index) => lessonTexts(i.lessons, index),
    lesson: (l) => [l.title, l.text, l.body.text],
    session: (s, index) => lessonTexts(s.lessons, index),
  },
  {
    name: "issue",
    aliases: ["issues"],
    weight: 0,
    lesson: (l, { issues }) => l.issues.map((slug) => issues.get(slug)?.title),
    session: (s, { issues }) => s.issues.map((slug) => issues.get(slug)?.title),
  },
  {
    name: "related",
    aliases: [],
    weight: 0,
    issue: (i, { issues }) => i.related.map(({ slug }) => issues.get(slug)?.title),
  },
];

const byName = new Map(
  recordFields.flatMap((field) => [field.name, ...field.aliases].map((name) => [name, field] as const)),
);

/** By name or alias; case and inner hyphens do not matter: "rootCause", "root-cause". */
export function findField(name: string): RecordField | undefined {
  const folded = name.toLowerCase();
  return byName.get(folded) ?? byName.get(folded.replace(/[-_]/g, ""));
}

/** The names of the fields that records of a kind have. */
export function fieldNames(kind: RecordKind): string[] {
  return recordFields.filter((field) => field[kind] !== undefined).map(({ name }) => name);
}

/** The texts of one field, those that are empty left out. */
export function fieldTexts(
  field: RecordField,
  kind: RecordKind,
  record: Issue | Lesson | Session,
  index: BaseIndex,
): string[] {
  const texts = (field[kind] as Texts<typeof record> | undefined)?.(record, index) ?? [];
  return texts.filter((text): text is string => text !== null && text !== undefined && text.trim() !== "");
}

/** The table of columns that records can be printed with: what each is called and what it holds. */
import { issueFields, type Excerpt, type Issue, type KnowledgeBase, type Lesson, type Session } from "../model.ts";
import { suggestNames, type RecordKind } from "../query/index.ts";
import { CliError } from "./cli-error.ts";
import type { Cell } from "./format-rows.ts";

export interface ColumnContext {
  sessions: ReadonlyMap<string, Session>;
  /** Score and shared terms, where an error text was looked for. */
  scores: ReadonlyMap<object, { score: number; terms: string[] }>;
}

type Read<T> = (record: T, context: ColumnContext) => Cell;

export interface RecordColumn {
  name: string;
  aliases?: string[];
  issue?: Read<Issue>;
  lesson?: Read<Lesson>;
  session?: Read<Session>;
}

const text = (excerpt: Excerpt | null): string | null => excerpt?.text ?? null;

/** `path:line` of the newest report: what an editor opens. */
function placeOf({ history }: Issue, { sessions }: ColumnContext): string | null {
  const newest = history.at(-1);
  return newest === undefined
    ? null
    : `${sessions.get(newest.session)?.path ?? newest.session}:${newest.report.place.start.line}`;
}

/** The shortest name that `fixlore show` understands: the identifier, or what makes the address unique. */
export function shortName(record: { slug: string; id?: string | null; path?: string | null }): string {
  return (
    record.id ??
    ((record.path ?? null) === null ? (/-([0-9a-z]{6,})$/.exec(record.slug)?.[1] ?? record.slug) : record.slug)
  );
}

const fieldAliases: Partial<Record<string, string[]>> = {
  rootCause: ["cause"],
  possibleCauses: ["possible-causes"],
  nextSteps: ["next-steps"],
};

export const recordColumns: readonly RecordColumn[] = [
  { name: "ref", issue: shortName, lesson: shortName, session: shortName },
  { name: "slug", issue: (i) => i.slug, lesson: (l) => l.slug, session: (s) => s.slug },
  { name: "id", issue: (i) => i.id },
  { name: "title", issue: (i) => i.title, lesson: (l) => l.title, session: (s) => s.title },
  { name: "kind", lesson: (l) => l.kind },
  { name: "status", issue: (i) => i.status, session: (s) => s.status },
  { name: "statusText", issue: (i) => i.statusText, session: (s) => s.statusText },
  { name: "severity", issue: (i) => i.severity },
  { name: "date", lesson: (l) => l.date, session: (s) => s.date },
  { name: "firstSeen", aliases: ["first-seen"], issue: (i) => i.firstSeen },
  { name: "updated", issue: (i) => i.updated },
  { name: "components", aliases: ["component"], issue: (i) => i.components, session: (s) => s.components },
  { name: "tags", aliases: ["tag"], session: (s) => s.tags },
  { name: "branch", session: (s) => s.branch },
  { name: "duration", session: (s) => s.duration },
  {
    name: "files",
    aliases: ["file"],
    issue: (i) => [...new Set(i.files.map(({ path, line }) => (line === null ? path : `${path}:${line}`)))],
  },
  ...issueFields.map((field): RecordColumn => ({
    name: field,
    aliases: fieldAliases[field] ?? [],
    issue: (issue) => text(issue[field]),
    ...(field === "problem" ? { lesson: (lesson: Lesson) => text(lesson.problem) } : {}),
  })),
  { name: "attempts", issue: (i) => i.attempts.map((attempt) => attempt.text) },
  { name: "text", aliases: ["body"], lesson: (l) => l.text },
  { name: "solution", lesson: (l) => text(l.solution) },
  { name: "pattern", lesson: (l) => text(l.pattern) },
  { name: "why", lesson: (l) => text(l.why) },
  { name: "benefits", lesson: (l) => text(l.benefits) },
  { name: "summary", session: (s) => text(s.summary) },
  { name: "code", issue: (i) => i.code.map((code) => code.text), lesson: (l) => l.code.map((code) => code.text) },
  {
    name: "commits",
    issue: (i) => i.commits.map(({ hash, message }) => hash ?? message),
    session: (s) => s.commits.map(({ hash, message }) => hash ?? message),
  },
  { name: "timeToFix", aliases: ["time"], issue: (i) => i.timeToFix },
  { name: "estimate", issue: (i) => i.estimate },
  { name: "sessions", aliases: ["session"], issue: (i) => i.sessions, lesson: (l) => [l.session] },
  { name: "issues", lesson: (l) => l.issues, session: (s) => s.issues },
  { name: "lessons", issue: (i) => i.lessons, session: (s) => s.lessons },
  { name: "related", issue: (i) => i.related.map(({ slug }) => slug) },
  { name: "reports", issue: (i) => i.history.length },
  {
    name: "at",
    aliases: ["place", "path"],
    issue: placeOf,
    lesson: (l, { sessions }) => `${sessions.get(l.session)?.path ?? l.session}:${l.place.start.line}`,
    session: (s) => s.path,
  },
  { name: "score", issue: (i, { scores }) => Math.round((scores.get(i)?.score ?? 0) * 10) / 10 },
  { name: "terms", issue: (i, { scores }) => scores.get(i)?.terms.slice(0, 5) ?? [] },
];

export type ColumnSet = "table" | "lines" | "data";

/** What is printed without `--fields`. Data has all but what other columns repeat. */
const usual: Record<Exclude<ColumnSet, "data">, Record<RecordKind, string[]>> = {
  table: {
    issue: ["ref", "status", "severity", "updated", "title"],
    lesson: ["ref", "kind", "date", "title"],
    session: ["date", "status", "title", "at"],
  },
  lines: {
    issue: ["slug", "status", "severity", "updated", "title", "at"],
    lesson: ["slug", "kind", "date", "title", "at"],
    session: ["slug", "status", "date", "title", "at"],
  },
};

export function usualColumns(kind: RecordKind, set: ColumnSet): RecordColumn[] {
  if (set !== "data") return usual[set][kind].map((name) => recordColumns.find((column) => column.name === name)!);
  const omitted = new Set(["ref", "score", "terms", "code"]);
  return recordColumns.filter((column) => column[kind] !== undefined && !omitted.has(column.name));
}

/** Throws a usage error for a name that records of the kind have no column for. */
export function pickColumns(kind: RecordKind, names: readonly string[]): RecordColumn[] {
  const known = recordColumns.filter((column) => column[kind] !== undefined);
  return names.map((wanted) => {
    const folded = wanted.toLowerCase();
    const found = known.find(({ name, aliases = [] }) => name.toLowerCase() === folded || aliases.includes(folded));
    if (found !== undefined) return found;
    const all = known.map(({ name }) => name);
    const near = suggestNames(wanted, all);
    const hint =
      near.length > 0
        ? `; did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`
        : `, expected ${all.join(", ")}`;
    throw new CliError("usage", `Unknown field "${wanted}" of ${kind}s${hint}`);
  });
}

export function readCell(
  column: RecordColumn,
  kind: RecordKind,
  record: Issue | Lesson | Session,
  context: ColumnContext,
): Cell {
  return (column[kind] as Read<typeof record> | undefined)?.(record, context) ?? null;
}

export function createContext(base: KnowledgeBase): ColumnContext {
  return { sessions: new Map(base.sessions.map((session) => [session.slug, session])), scores: new Map() };
}

/** The knowledge base in, the files of its full-text search out: an index that the browser loads in small pieces. */
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { issueFields, type Issue, type KnowledgeBase, type Lesson, type Session } from "./model.ts";
import { partsMark } from "./parts-mark.ts";

export interface SearchRecord {
  /** Address of its page below the base, without a slash at the start. */
  path: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Part of words, so that identifiers, paths and errors are found as they are written. */
const wordCharacters = "_-./:#@$";

/** Longer notes are indexed up to here: what follows is logs. UTF-16 units. */
const longestText = 60_000;

/** Files of result texts: beyond this many records some share one. A file each would be most of the files of a large site. */
const mostFragments = 2_000;

const joinTexts = (texts: readonly (string | null | undefined)[]): string =>
  texts.filter((text) => text !== null && text !== undefined && text.trim() !== "").join("\n");

/** Beside compound words their parts: a file is looked for by its name alone, too. Such words are of ASCII, and matching by that is nine times faster. */
function withParts(text: string): string {
  const parts = new Set<string>();
  for (const [word] of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[_\-./:#@$]+[A-Za-z0-9]+)+/g)) {
    for (const part of word.split(/[^A-Za-z0-9]+/)) if (part.length > 2) parts.add(part);
    for (const part of word.split("/").slice(1)) if (part.length > 2) parts.add(part);
  }
  return parts.size === 0 ? text : `${text}\n${partsMark} ${[...parts].join(" ")}`;
}

function describeIssue(issue: Issue): SearchRecord {
  const fields = issueFields.map((field) => issue[field]?.text);
  return {
    path: `issues/${encodeURIComponent(issue.slug)}/`,
    content: joinTexts([
      issue.id,
      issue.title,
      ...fields,
      ...issue.files.map(({ path }) => path),
      ...issue.components,
      ...issue.attempts.map(({ text }) => text),
      ...issue.commits.flatMap(({ hash, message }) => [hash, message]),
      ...issue.code.map(({ text }) => text),
    ]),
    meta: {
      title: issue.title,
      kind: "issue",
      status: issue.status,
      ...(issue.id || issue.files.length > 0
        ? { about: [issue.id, issue.files[0]?.path].filter(Boolean).join(" · ") }
        : {}),
      ...(issue.updated && { date: issue.updated }),
    },
    filters: {
      kind: ["issue"],
      status: [issue.status],
      ...(issue.severity && { severity: [issue.severity] }),
      ...(issue.components.length > 0 && { component: issue.components }),
    },
  };
}

function describeLesson(lesson: Lesson): SearchRecord {
  return {
    path: `lessons/${encodeURIComponent(lesson.slug)}/`,
    content: joinTexts([lesson.title, lesson.text, lesson.body.text, ...lesson.code.map(({ text }) => text)]),
    meta: { title: lesson.title, kind: "lesson", ...(lesson.date && { date: lesson.date }) },
    filters: { kind: ["lesson"] },
  };
}

function describeSession(session: Session): SearchRecord {
  return {
    path: `sessions/${encodeURIComponent(session.slug)}/`,
    content: joinTexts([session.title, session.path, session.branch, session.source]),
    meta: {
      title: session.title,
      kind: "session",
      about: session.path,
      status: session.status,
      ...(session.date && { date: session.date }),
    },
    filters: { kind: ["session"], status: [session.status] },
  };
}

function* describeRecords(base: KnowledgeBase): Generator<SearchRecord> {
  for (const issue of base.issues) yield describeIssue(issue);
  for (const lesson of base.lessons) yield describeLesson(lesson);
  for (const { path, slug, issues } of base.files) {
    yield {
      path: `files/${encodeURIComponent(slug)}/`,
      content: path,
      meta: { title: path, kind: "file", count: String(issues.length) },
      filters: { kind: ["file"] },
    };
  }
  for (const session of base.sessions) yield describeSession(session);
}

const mapValues = <Value>(record: Record<string, Value>, map: (value: Value) => Value): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** Records under way: one at a time would wait for the pages between each and the next. */
const batchSize = 100;
/** Whole notes are long: a batch of them is smaller, as the indexer holds all of a batch at once. UTF-16 units. */
const batchLength = 200_000;

export interface SearchIndex {
  /** Writes `pagefind/` into the folder and gives the number of records. Throws where the index cannot be written. */
  write(folder: string): Promise<number>;
  /** Ends the indexer without writing. */
  abandon(): Promise<void>;
}

/** The indexer is a process of its own, so that it works on the records while the pages are made. */
export async function beginSearchIndex(base: KnowledgeBase): Promise<SearchIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: "en",
    includeCharacters: wordCharacters,
    maxFragments: mostFragments,
  });
  if (!index) throw new Error(`The search index could not be started: ${errors.join("; ")}`);
  let isAbandoned = false;
  const add = async ({ path, content, meta, filters }: SearchRecord): Promise<void> => {
    const text = content.slice(0, longestText) || meta["title"] || path;
    // Half of a character, as where a text was cut, ends the indexer, and with it the build.
    const { errors } = await index.addCustomRecord({
      url: path,
      content: withParts(text).toWellFormed(),
      language: "en",
      meta: mapValues(meta, (value) => value.toWellFormed()),
      filters: mapValues(filters, (values) => values.map((value) => value.toWellFormed())),
    });
    if (errors.length > 0) throw new Error(`The search index refused ${path}: ${errors[0]}`);
  };
  const addAll = async (): Promise<number> => {
    let count = 0;
    let batch: Promise<void>[] = [];
    let held = 0;
    for (const record of describeRecords(base)) {
      if (isAbandoned) break;
      batch.push(add(record));
      count++;
      held += record.content.length;
      if (batch.length < batchSize && held < batchLength) continue;
      await Promise.all(batch);
      batch = [];
      held = 0;
    }
    await Promise.all(batch);
    return count;
  };
  const work = addAll();
  // A failure is told by `write`: until then it must not end the process.
  work.catch(() => undefined);
  return {
    async write(folder) {
      const count = await work;
      const { errors } = await index.writeFiles({ outputPath: join(folder, "pagefind") });
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors[0]}`);
      await close();
      return count;
    },
    async abandon() {
      isAbandoned = true;
      await work.catch(() => undefined);
      await close();
    },
  };
}

/** The site's only door to src/: what the pages read, and the words and shapes they share with the command. */
import { indexBase } from "../../src/query/index-base.ts";
import type { Issue, Lesson, Session } from "../../src/model.ts";
import type { SiteContext } from "../../src/prepare-site.ts";
import type { Door } from "../../src/page-reads.ts";

export { foldLabel, issueFields, openStatuses, severities, statuses } from "../../src/model.ts";
export type * from "../../src/model.ts";
export { spellLabels } from "../../src/knowledge/spell-labels.ts";
export { titleWords } from "../../src/knowledge/title-words.ts";
export { pagePath } from "../../src/page-path.ts";
export { partsMark } from "../../src/parts-mark.ts";
export { escapeHtml } from "../../src/render/escape-html.ts";
export type { MarginMark } from "../../src/render/mark-lines.ts";
export { evaluateQuery, parseQuery, qualifiers, rankErrorText } from "../../src/query/index.ts";
export type { SiteContext };

/** What the command read before the pages were asked for. */
export function site(): SiteContext {
  const context = (globalThis as Record<symbol, unknown>)[Symbol.for("fixlore.site")];
  if (!context) throw new Error("No knowledge base was read: start with `fixlore build` or `fixlore dev`.");
  return context as SiteContext;
}

/**
 * What a page of one record reads, it reads through doors: a page that would read the same again is taken from the
 * last build. `find` may read all of the base; it must depend on nothing else but its argument.
 */
export const door =
  <Found>(name: string, find: Door<Found>): Door<Found> =>
  (argument) =>
    site().reads.through(name, argument, find);

const index = () => indexBase(site().knowledge);
const issues = { get: door("issue", (slug) => index().issues.get(slug)) };
const lessons = { get: door("lesson", (slug) => index().lessons.get(slug)) };
const sessions = { get: door("session", (slug) => index().sessions.get(slug)) };
const found = {
  issues,
  lessons,
  sessions,
  /** The notes that report an issue or hold a lesson. */
  notesOf: (record: Issue | Lesson): Session[] =>
    ("session" in record ? [record.session] : record.sessions).flatMap((slug) => sessions.get(slug) ?? []),
};

/** Records by slug; sessions also by path. */
export const lookup = () => found;

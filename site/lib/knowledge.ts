/** The site's only door to src/: what the pages read, and the words and shapes they share with the command. */
import { indexBase } from "../../src/query/index-base.ts";
import type { SiteContext } from "../../src/prepare-site.ts";

export { issueFields, openStatuses, severities, statuses } from "../../src/model.ts";
export type * from "../../src/model.ts";
export { titleWords } from "../../src/knowledge/title-words.ts";
export { partsMark } from "../../src/parts-mark.ts";
export { escapeHtml } from "../../src/render/escape-html.ts";
export type { MarginMark } from "../../src/render/mark-lines.ts";
export { evaluateQuery, formatQueryError, parseQuery, qualifiers, rankErrorText } from "../../src/query/index.ts";
export type { SiteContext };

/** What the command, or `astro dev`, read before the pages were asked for. */
export function site(): SiteContext {
  const context = (globalThis as Record<symbol, unknown>)[Symbol.for("fixlore.site")];
  if (!context) throw new Error("No knowledge base was read: start the build with `fixlore build` or `astro dev`.");
  return context as SiteContext;
}

/** Records by slug; sessions also by path. */
export const lookup = () => indexBase(site().knowledge);

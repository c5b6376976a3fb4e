/** The base as data: an index of what there is, a list of each kind, and what the list of issues searches in. */
import { openActions } from "../../lib/actions.ts";
import { browseIndex, browseText } from "../../lib/browse-data.ts";
import { site } from "../../lib/knowledge.ts";
import { href, issueHref, lessonHref, lineHref, sessionHref } from "../../lib/links.ts";
import { json, type APIRoute } from "../../lib/respond.ts";
import { fileSummary } from "../../lib/summaries.ts";

/** The shape of `fixlore query --format json`, and with each record the address of its page. */
function records(kind: "issue" | "lesson" | "session", address: (slug: string) => string): object {
  const { listRecords, knowledge } = site();
  const listed = listRecords?.(kind) ?? { query: `is:${kind}`, total: 0, fields: null, results: [] };
  const slugs = knowledge[`${kind}s`].map(({ slug }) => slug);
  return { ...listed, results: listed.results.map((record, at) => ({ ...record, url: address(slugs[at] ?? "") })) };
}

const lists: Record<string, () => object> = {
  index: () => {
    const { issues, lessons, sessions, files } = site().knowledge;
    const counts = { issues: issues.length, lessons: lessons.length, sessions: sessions.length, files: files.length };
    const names = ["issues", "lessons", "sessions", "files", "actions"];
    return {
      title: site().options.title,
      counts,
      lists: Object.fromEntries(names.map((name) => [name, href(`api/${name}.json`)])),
      record: `${issueHref("{slug}").slice(0, -1).replace("%7Bslug%7D", "{slug}")}.json`,
    };
  },
  issues: () => records("issue", issueHref),
  lessons: () => records("lesson", lessonHref),
  sessions: () => records("session", sessionHref),
  files: () => ({ files: site().knowledge.files.map(fileSummary) }),
  actions: () => ({
    actions: openActions().map(({ action, session }) => ({
      ...action,
      session: session.slug,
      url: lineHref(session.slug, action.place.start.line),
    })),
  }),
  browse: browseIndex,
  "browse-text": browseText,
};

export const getStaticPaths = () => Object.keys(lists).map((name) => ({ params: { name } }));
export const GET: APIRoute = ({ params }) => json(params["name"] ?? "", lists[params["name"] ?? ""]?.() ?? {});

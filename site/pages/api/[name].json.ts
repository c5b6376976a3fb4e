/** The base as data: an index of what there is, a list of each kind, and what the list of issues searches in. */
import { openActions } from "../../lib/actions.ts";
import { browseIndex, browseText } from "../../lib/browse-data.ts";
import { site } from "../../lib/knowledge.ts";
import { href, issueHref, lineHref } from "../../lib/links.ts";
import { json, type APIRoute } from "../../lib/respond.ts";
import { fileSummary, issueSummary, lessonSummary, sessionSummary } from "../../lib/summaries.ts";

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
  issues: () => ({ issues: site().knowledge.issues.map(issueSummary) }),
  lessons: () => ({ lessons: site().knowledge.lessons.map(lessonSummary) }),
  sessions: () => ({ sessions: site().knowledge.sessions.map(sessionSummary) }),
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

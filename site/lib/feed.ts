/** The base in, what feeds tell out: the issues told of last; where there are none, the newest notes. */
import { site } from "./knowledge.ts";
import { absolute, href, issueHref, sessionHref } from "./links.ts";
import { statusLooks } from "./status-looks.ts";

export interface FeedEntry {
  id: string;
  url: string;
  title: string;
  summary: string;
  updated: Date;
}

const longest = 50;
/** Notes without a date: the feed's own rule wants one. The same each time, so that nothing looks new. */
const undated = "1970-01-01";

export function feedEntries(): FeedEntry[] {
  const { issues, sessions } = site().knowledge;
  const brief = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 500);
  const entry = (url: string, title: string, summary: string, date: string | null): FeedEntry => ({
    id: absolute(url),
    url: absolute(url),
    title,
    summary: brief(summary),
    updated: new Date(`${date ?? undated}T00:00:00Z`),
  });
  if (issues.length > 0)
    return issues
      .slice(0, longest)
      .map((issue) =>
        entry(
          issueHref(issue.slug),
          `${statusLooks[issue.status].word}: ${issue.title}`,
          issue.fix?.text ?? issue.problem?.text ?? issue.title,
          issue.updated,
        ),
      );
  return sessions
    .slice(0, longest)
    .map((session) =>
      entry(sessionHref(session.slug), session.title, session.summary?.text ?? session.title, session.date),
    );
}

export const feedHome = () => ({
  title: site().options.title,
  home: absolute(href("")),
  updated: feedEntries()[0]?.updated ?? new Date(`${undated}T00:00:00Z`),
});

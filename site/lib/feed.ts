/** The base in, what feeds tell out: the issues told of last; where there are none, the newest notes. */
import { createHash } from "node:crypto";
import { aboutIssue } from "./about-issue.ts";
import { brief } from "./brief.ts";
import { issueName } from "./issue-row.ts";
import { site } from "./knowledge.ts";
import { absolute, href, issueHref, sessionHref } from "./links.ts";
import { statusLooks } from "./status-looks.ts";

export interface FeedEntry {
  /** The address of the page; a URN of its own where the site does not know where it will stand, for feeds want a whole one. */
  id: string;
  url: string;
  title: string;
  summary: string;
  updated: Date;
}

const longest = 50;
const longestSummary = 500;
/** Notes without a date: the feed's own rule wants one. The same each time, so that nothing looks new. */
const undated = "1970-01-01";

export function feedEntries(): FeedEntry[] {
  const { issues, sessions } = site().knowledge;
  const entry = (url: string, title: string, summary: string, date: string | null): FeedEntry => ({
    id: idOf(url),
    url: absolute(url),
    title,
    summary: brief(summary, longestSummary),
    updated: new Date(`${date ?? undated}T00:00:00Z`),
  });
  if (issues.length > 0)
    return issues
      .slice(0, longest)
      .map((issue) =>
        entry(
          issueHref(issue.slug),
          `${statusLooks[issue.status].word}: ${issueName(issue)}`,
          aboutIssue(issue, ["fix", "problem", "rootCause"], longestSummary),
          issue.updated,
        ),
      );
  return sessions
    .slice(0, longest)
    .map((session) =>
      entry(sessionHref(session.slug), session.title, session.summary?.text ?? session.title, session.date),
    );
}

/** A name as RFC 9562 makes one of a path (its version 8 leaves the way to us): the same in each build. */
function idOf(path: string): string {
  if (site().options.origin !== null) return absolute(path);
  const hash = createHash("sha256").update(`fixlore ${path}`).digest("hex");
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const feedHome = () => ({
  id: idOf(href("")),
  title: site().options.title,
  home: absolute(href("")),
  updated: feedEntries()[0]?.updated ?? new Date(`${undated}T00:00:00Z`),
});

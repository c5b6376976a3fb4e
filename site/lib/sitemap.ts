/** The base in, the addresses of all pages worth finding out, in files of at most 50,000. */
import { facets } from "./facets.ts";
import { site, statuses } from "./knowledge.ts";
import { lessonThemes } from "./lesson-themes.ts";
import {
  absolute,
  componentHref,
  fileHref,
  href,
  issueHref,
  lessonHref,
  monthHref,
  sessionHref,
  severityHref,
  statusHref,
  tagHref,
  themeHref,
} from "./links.ts";

const largest = 50_000;

interface SitemapEntry {
  url: string;
  changed: string | null;
}

export function sitemapFiles(): SitemapEntry[][] {
  const { issues, lessons, sessions, files } = site().knowledge;
  const { components, tags, severities, months } = facets();
  const entry = (path: string, changed: string | null = null): SitemapEntry => ({ url: absolute(path), changed });
  const entries = [
    ...[
      "",
      "issues/",
      "lessons/",
      "sessions/",
      "files/",
      "actions/",
      "search/",
      "components/",
      "tags/",
      "severity/",
      "months/",
      "status/",
    ].map((path) => entry(href(path))),
    ...statuses.map((status) => entry(statusHref(status))),
    ...components.map(({ slug }) => entry(componentHref(slug))),
    ...tags.map(({ slug }) => entry(tagHref(slug))),
    ...severities.map(({ slug }) => entry(severityHref(slug))),
    ...months.map(({ slug }) => entry(monthHref(slug))),
    ...lessonThemes().map(({ slug }) => entry(themeHref(slug))),
    ...issues.map(({ slug, updated }) => entry(issueHref(slug), updated)),
    ...lessons.map(({ slug, date }) => entry(lessonHref(slug), date)),
    ...sessions.map(({ slug, date }) => entry(sessionHref(slug), date)),
    ...files.map(({ slug }) => entry(fileHref(slug))),
  ];
  return Array.from({ length: Math.ceil(entries.length / largest) }, (_, index) =>
    entries.slice(index * largest, (index + 1) * largest),
  );
}

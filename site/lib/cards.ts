/** Issues in, those that get a picture of their own out, and what stands on it. */
import { aboutIssue } from "./about-issue.ts";
import { formatDay } from "./dates.ts";
import { withoutId } from "./issue-row.ts";
import { door, lookup, site, type Issue } from "./knowledge.ts";
import { absolute, href } from "./links.ts";
import { onceABase } from "./once-per.ts";
import { severityLooks, statusLooks } from "./status-looks.ts";

/** The issues told of last: a picture takes as long to draw as a page and is as large as three. The others show that of the site. */
const most = 1_000;

/** None where the origin is not known: an address of a picture must be a whole one. */
export const pictured = onceABase(
  ({ issues }): ReadonlySet<Issue> => new Set(site().options.origin === null ? [] : issues.slice(0, most)),
);

const isPictured = door("picture", (slug) => {
  const issue = lookup().issues.get(slug);
  return issue !== undefined && pictured().has(issue);
});

/** The address of the picture for a page, null where there is none. */
export function cardAddress(issue?: Issue): string | null {
  if (site().options.origin === null) return null;
  const path = issue && isPictured(issue.slug) ? `issues/${encodeURIComponent(issue.slug)}.png` : "card.png";
  return absolute(href(path));
}

export function drawIssueCard(issue: Issue): Buffer {
  const { status, severity, id, updated } = issue;
  const title = withoutId(issue);
  const about = aboutIssue(issue, ["problem", "symptoms", "rootCause", "fix"], 300);
  return site().drawCard({
    above: site().options.title,
    title,
    about: about === title ? "" : about,
    below: [
      id ?? "",
      severity === null ? "" : severityLooks[severity].word,
      updated === null ? "" : formatDay(updated),
    ],
    status: statusLooks[status].word,
    hue: statusLooks[status].hue,
  });
}

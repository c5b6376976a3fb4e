/** An issue in, its row in a list out, as HTML: thousands of them are made, and the script of the list makes the same ones. */
import { formatDay } from "./dates.ts";
import { escapeHtml, pagePath } from "./knowledge.ts";
import type { Severity, Status } from "./knowledge.ts";
import { severityIcon, severityLooks, statusIcon, statusLooks } from "./status-looks.ts";

export interface RowIssue {
  slug: string;
  id: string | null;
  title: string;
  status: Status;
  severity: Severity | null;
  components: readonly string[];
  files: readonly { path: string }[];
  updated: string | null;
}

/** The last two segments tell a file from its neighbours. */
export function shortPath(path: string): string {
  const segments = path.split("/");
  return segments.length > 2 ? `…/${segments.slice(-2).join("/")}` : path;
}

/** `base` is the base path of the site. */
export function issueRow(issue: RowIssue, base: string): string {
  const { status, severity, components } = issue;
  // A file that is named with several lines is one.
  const [path, ...others] = new Set(issue.files.map((file) => file.path));
  const title = withoutId(issue);
  const more = others.length > 0 ? ` +${others.length}` : "";
  const details = [
    issue.id && `<span class="id">${escapeHtml(issue.id)}</span>`,
    path !== undefined &&
      `<span class="mono path" title="${escapeHtml(path)}">${escapeHtml(shortPath(path))}${more}</span>`,
    components.length > 0 && `<span>${components.slice(0, 3).map(escapeHtml).join(", ")}</span>`,
  ].filter(Boolean);
  return (
    `<li class="row"><span class="status">${statusIcon(status, base)}${statusLooks[status].word}</span>` +
    `<div class="row-text"><a href="${base}${pagePath("issues", issue.slug)}">${escapeHtml(title)}</a>` +
    (details.length > 0 ? `<div class="row-more">${details.join("")}</div>` : "") +
    `</div><span class="row-end">${severity ? `<span class="status">${severityIcon(severity, base)}${severityLooks[severity].word}</span>` : ""}` +
    `${issue.updated ? `<time datetime="${escapeHtml(issue.updated)}">${formatDay(issue.updated)}</time>` : ""}</span></li>`
  );
}

/** With its identifier, where it stands alone: "DS-1: Pool runs dry". */
export const issueName = (issue: { id: string | null; title: string }): string =>
  issue.id === null ? issue.title : `${issue.id}: ${withoutId(issue)}`;

/** "DS-1: Pool runs dry" beside its identifier is "Pool runs dry". */
export function withoutId({ id, title }: { id: string | null; title: string }): string {
  if (id === null || title.length <= id.length) return title;
  const start = title.slice(0, id.length).toUpperCase().replaceAll("_", "-");
  return start === id ? title.slice(id.length).replace(/^[\s:.–—-]+/, "") || title : title;
}

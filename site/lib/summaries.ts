/** Files and issues in, what is published of them as data out. */
import type { FileEntry, Issue } from "./knowledge.ts";
import { fileHref, issueHref } from "./links.ts";

export const fileSummary = (file: FileEntry) => ({ ...file, url: fileHref(file.slug) });

/** All of an issue; of its reports what they say of its course: their texts stand in the notes. */
export const issueRecord = ({ evidence: _evidence, ...issue }: Issue) => ({
  ...issue,
  url: issueHref(issue.slug),
  history: issue.history.map(({ session, date, report: { title, status, statusText, severity, place } }) => ({
    session,
    date,
    title,
    status,
    statusText,
    severity,
    place,
  })),
});

/** A session and its issues in, the issues with the session's commits and documents that belong to them out. */
import type { IssueReport, Place, SessionReport } from "../model.ts";
import { readIdentifiers } from "./words/read-identifiers.ts";

/** A commit belongs to the issue that its message names or that it stands under, a document to the issue it stands under. */
export function linkRecords(issues: readonly IssueReport[], session: SessionReport): void {
  for (const issue of issues) {
    // "**Component**: gateway" in the header speaks for all issues of the note.
    if (issue.components.length === 0) issue.components = [...session.components];
    issue.commits = session.commits.filter(
      ({ message, place }) => names(message, issue.id) || isWithin(place, issue.place),
    );
    issue.documentation = session.documents.filter(({ place }) => isWithin(place, issue.place));
  }
}

function names(message: string, id: string | null): boolean {
  return id !== null && readIdentifiers(message).some((identifier) => identifier.id === id);
}

function isWithin(inner: Place, outer: Place): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;
}

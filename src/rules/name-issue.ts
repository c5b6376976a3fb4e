/** A report of an issue in, what a message calls it and where it is pointed at out. */
import type { IssueReport, Place } from "../model.ts";
import type { RuleContext } from "./rule.ts";

export function nameIssue({ id, title }: IssueReport): string {
  if (id !== null) return id;
  return `"${title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title}"`;
}

/** The unit of an issue may be long: its first line names it. */
export function placeOfTitle({ place: { start } }: IssueReport, source: string, { placeOf }: RuleContext): Place {
  const end = source.indexOf("\n", start.offset);
  return placeOf(source, start.offset, end === -1 ? source.length : end);
}

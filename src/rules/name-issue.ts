/** A report of an issue in, what a message calls it and where it is pointed at out. */
import type { IssueReport, Place } from "../model.ts";
import type { RuleContext } from "./rule.ts";

export function nameIssue({ id, title }: IssueReport): string {
  if (id !== null) return id;
  return `"${title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title}"`;
}

const frontMatter = /^---[ \t]*\n[\s\S]*?\n---[ \t]*\n\s*/;

/** The unit of an issue may be long: its first line names it. One that is all of a note begins behind the front matter. */
export function placeOfTitle({ place: { start } }: IssueReport, source: string, { placeOf }: RuleContext): Place {
  const from = start.offset === 0 ? (frontMatter.exec(source)?.[0].length ?? 0) : start.offset;
  const end = source.indexOf("\n", from);
  return placeOf(source, from, end === -1 ? source.length : end);
}

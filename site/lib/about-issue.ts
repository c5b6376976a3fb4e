/** An issue in, what is said of it where a sentence or two have room out: for search engines, feeds and pictures. */
import { brief } from "./brief.ts";
import { withoutId } from "./issue-row.ts";
import type { Issue, IssueField } from "./knowledge.ts";
import { proseOf } from "./prose-of.ts";

/** The first of the fields that says something without its code; the title where none does. */
export function aboutIssue(issue: Issue, fields: readonly IssueField[], longest: number): string {
  const texts = fields.map((field) => {
    const excerpt = issue[field];
    return excerpt ? proseOf(excerpt).replace(/^[^\p{L}\p{N}"“(]+/u, "") : "";
  });
  return brief(texts.find((text) => /\p{L}/u.test(text)) ?? withoutId(issue), longest);
}

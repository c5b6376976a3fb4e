/** An issue in, the fields that are shown of it and their titles out: the same lines of a note are shown once. */
import { fieldWords } from "./field-words.ts";
import type { Excerpt, Issue, IssueField } from "./knowledge.ts";

/** In the order of a reader: what it is, why, what was done, what is left. */
export const readingOrder: readonly IssueField[] = [
  "problem",
  "symptoms",
  "impact",
  "rootCause",
  "possibleCauses",
  "fix",
  "verification",
  "remaining",
  "nextSteps",
];
/** What a reader looks for by its name has its own place even where another field tells it, too. */
const sought: ReadonlySet<IssueField> = new Set(["problem", "rootCause", "fix", "verification"]);

const startOf = ({ place }: Excerpt): number => place.start.offset;
const endOf = ({ place }: Excerpt): number => place.end.offset;

export function fieldTitles(issue: Issue): ReadonlyMap<IssueField, string> {
  const told = readingOrder.flatMap((field) => {
    const excerpt = issue[field];
    return excerpt ? [{ field, excerpt, session: issue.origin[field] ?? issue.sessions.at(-1) }] : [];
  });
  const titles = new Map<IssueField, string>();
  for (const { field, excerpt, session } of told) {
    const holders = told.filter(
      (other) =>
        other.field !== field &&
        other.session === session &&
        startOf(other.excerpt) <= startOf(excerpt) &&
        endOf(other.excerpt) >= endOf(excerpt),
    );
    const isSame = (other: (typeof told)[number]): boolean =>
      startOf(other.excerpt) === startOf(excerpt) && endOf(other.excerpt) === endOf(excerpt);
    const twin = holders.find((other) => isSame(other) && titles.has(other.field));
    const title = fieldWords[field].title;
    if (twin) titles.set(twin.field, `${titles.get(twin.field)} and ${title.toLowerCase()}`);
    else if (sought.has(field) || holders.every(isSame)) titles.set(field, title);
  }
  return titles;
}

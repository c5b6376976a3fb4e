/** A unit in, what the sections above it hold out: issues by status, issues, fixes, or things that are none. */
import { listWords } from "../words/list-words.ts";
import type { Unit } from "../layout/unit.ts";
import type { SectionKind } from "../words/lexicon.ts";
import { sectionKindOf } from "../words/read-label.ts";
import type { Candidate } from "./candidate.ts";

export const isGroupOfIssues = (kind: SectionKind): boolean =>
  ["fixedIssues", "openIssues", "partialIssues", "deferredIssues", "notIssues"].includes(kind);
const vetoed: ReadonlySet<string> = new Set(
  listWords("lessons, insights, attempts, hypotheses, options, documents, files, commits, metrics, checklist"),
);

const topics: ReadonlySet<SectionKind> = new Set(["metrics", "checklist", "plan", "working", "summary"]);

/** Sections below which a unit may be an issue, or the record that one is none. */
export const holdsIssues = (kind: SectionKind): boolean =>
  isGroupOfIssues(kind) || kind === "issues" || kind === "fixes";
export const inGroup = ({ group }: Candidate): boolean => holdsIssues(group);
/** The same without the record that one is none. */
export const tellsIssues = (kind: SectionKind): boolean => kind !== "notIssues" && holdsIssues(kind);

/** Lessons are never issues; of the other sections the nearest decides: "Issues resolved" among the metrics holds issues. */
export function isVetoed(groups: readonly SectionKind[]): boolean {
  if (groups.includes("lessons") || groups.includes("insights")) return true;
  const nearest = groups.find((kind) => vetoed.has(kind) || isGroupOfIssues(kind));
  return nearest !== undefined && vetoed.has(nearest);
}

/** "High priority" sorts what the section above it holds: ideas as well as issues. */
const rating = /^\W*(?:critical|high(?:est)?|medium|low(?:er)?|major|minor|p[0-4])(?: (?:priority|severity))?\W*$/i;

export const isRating = (title: string): boolean => rating.test(title);

/** What the section that a unit stands in holds; a label or a unit of unknown kind passes the question on. */
export function sectionKindsAbove(unit: Unit): SectionKind[] {
  const kinds: SectionKind[] = [];
  let rated: SectionKind | null = null;
  for (let above = unit.parent; above; above = above.parent) {
    if (above.kind === "note") break;
    const kind = sectionKindOf(above.title);
    if (isRating(above.title)) rated ??= kind;
    else if (kind !== "other") kinds.push(kind);
  }
  if (kinds.length === 0 && rated !== null && rated !== "other") return [rated];
  // "Performance" under "Known issues" is what they are about.
  const group = kinds.findIndex(isGroupOfIssues);
  return kinds.filter((kind, index) => index > group || !topics.has(kind));
}

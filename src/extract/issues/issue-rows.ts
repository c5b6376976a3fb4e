/** A table row in, whether it may be an issue, and which of its cells names it, out. */
import { failsInRow, namingCell } from "./fails-in-row.ts";
import type { Cell, Unit } from "../layout/unit.ts";
import { readIdentifiers } from "../words/read-identifiers.ts";
import { sectionKindOf } from "../words/read-label.ts";
import { tellsIssues } from "./groups-of-issues.ts";

const issueHeader =
  /\b(issue|bug|problem|error|failure|violation|finding|gap|defect|vulnerability|blocker|failing test|symptom)s?\b|问题|問題|不具合|fehler/i;
const answerHeader =
  /\b(status|fix|solution|resolution|root cause|cause|severity|priority|resolved|fixed|impact|action|answered by|remedy|mitigation)\b|状态|修复|原因/i;

const tellingHeader =
  /\b(description|title|summary|name|details?|what|test|category|component)\b|描述|说明|beschreibung|descripci[oó]n/i;
const ratingHeader =
  /\b(severity|priority|status|effort|owner|date|count|impact|risk|time|estimate|commit)\b|状态|优先级/i;

/** A table of tasks may name what blocks each; it lists tasks all the same. */
const taskHeader =
  /^\W*(tasks?|steps?|actions?|phases?|deliverables?|milestones?|criteri\w+|requirements?|metrics?)\W*$/i;

/** A row may be an issue where its table lists issues, and where it says itself that something fails. */
export function isIssueTable(row: Unit): boolean {
  if (row.cells.some(({ header }) => taskHeader.test(header))) return false;
  return listsIssues(row) || tracksIssues(row) || failsInRow(row);
}

/** "Bugs" above a table of a tracker's numbers and their titles. */
function tracksIssues({ parent, cells }: Unit): boolean {
  return (
    parent !== null &&
    tellsIssues(sectionKindOf(parent.title)) &&
    cells.some(({ text }) => /^#\d+$/.test(text)) &&
    cells.some(({ header }) => /^\W*(?:title|summary)\W*$/i.test(header))
  );
}

/** A table lists issues when one column names them and another says something of each. */
function listsIssues({ parent, cells }: Unit): boolean {
  const kind = parent ? sectionKindOf(parent.title) : "other";
  const listed = kind === "fixedIssues" || kind === "openIssues" || kind === "partialIssues";
  return (
    (listed || cells.some(({ header }) => issueHeader.test(header))) &&
    cells.some(({ header }) => answerHeader.test(header))
  );
}

/** A row of a table that lists no issues, which fails or was mended all the same. */
export const tellsFailure = (row: Unit): boolean => row.kind === "row" && !listsIssues(row) && failsInRow(row);

/** The cell under the column that names the issue; a cell that holds nothing but an ordinal is no title. */
export function titleCell(row: Unit): Cell | Unit["head"] {
  if (tellsFailure(row)) return namingCell(row.cells) ?? row.head;
  const told = row.cells.filter(
    ({ header, text }) => /\p{L}{2}/u.test(text) && !isIdentifier(text) && !ratingHeader.test(header),
  );
  return (
    (told.some(({ header }) => issueHeader.test(header))
      ? told.find(({ header }) => /^\W*tests?(?: name)?\W*$/i.test(header))
      : undefined) ??
    told.find(({ header }) => issueHeader.test(header)) ??
    told.find(({ header }) => tellingHeader.test(header)) ??
    told[0] ??
    row.head
  );
}

/** "**Blunt cut** at any character, with two limits" is called by its bold words. */
export function rowTitle(row: Unit): string {
  const cell = titleCell(row);
  return "text" in cell ? (cell.lead ?? cell.text) : row.title;
}

/** The identifier that a cell of its own gives the row. */
export function rowIdentifier(row: Unit): string | null {
  for (const { text } of row.cells) {
    if (isIdentifier(text)) return readIdentifiers(text)[0]?.id ?? null;
  }
  return null;
}

function isIdentifier(text: string): boolean {
  return readIdentifiers(text)[0]?.length === text.length;
}

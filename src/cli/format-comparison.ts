/** What a change does to a knowledge base in, a comment for a pull request in Markdown out. */
import type { Comparison, IssueChange } from "../knowledge/index.ts";
import type { Issue, Lesson } from "../model.ts";
import { cleanLine } from "./clean-text.ts";
import { plural } from "./plural.ts";

/** A workflow finds its own comment by this line, to write it anew. */
const mark = "<!-- fixlore diff -->";
/** Entries of a list before the rest is counted: a comment has a limit, and so has patience. */
const most = 30;

/** Text of a note is shown as it is: no mark-up of it counts, nobody is called and no issue is linked. */
function plain(text: string): string {
  const line = cleanLine(text);
  return (line.length > 160 ? `${line.slice(0, 158).trimEnd()}…` : line)
    .replace(/[\\`*_{}[\]<>|~&]/g, (character) => `\\${character}`)
    .replace(/[@#](?=\w)/g, (character) => `${character}\u200B`)
    .replace(/:\/\//g, ":\u200B//");
}

function nameOf({ id, title }: Issue): string {
  return id === null ? `**${plain(title)}**` : `**${plain(id)}** ${plain(title)}`;
}

const fieldNames: Readonly<Record<string, string>> = {
  rootCause: "cause",
  possibleCauses: "possible causes",
  remaining: "remaining work",
  nextSteps: "next steps",
};

function describe({ before, after, fields, reports }: IssueChange): string {
  const told = [
    ...(before.status === after.status ? [] : [`${before.status} → ${after.status}`]),
    ...(before.severity === after.severity
      ? []
      : [`severity ${before.severity ?? "none"} → ${after.severity ?? "none"}`]),
    ...(reports === 0 ? [] : [`${plural(reports, "further report")}`]),
  ];
  const others = fields
    .filter((field) => field !== "status" && field !== "severity")
    .map((field) => fieldNames[field] ?? field);
  if (others.length > 0) told.push(`new ${others.join(", ")}`);
  return `${nameOf(after)}: ${told.join("; ")}`;
}

const stated = (issue: Issue): string =>
  `${nameOf(issue)}: ${[issue.status, issue.severity].filter((word) => word !== null).join(", ")}`;
const taught = ({ title, kind }: Lesson): string => `${plain(title)}${kind === "insight" ? " (insight)" : ""}`;

function list(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return "";
  const shown = entries.slice(0, most).map((entry) => `- ${entry}\n`);
  const rest = entries.length - shown.length;
  return `\n**${title}**\n\n${shown.join("")}${rest > 0 ? `- and ${rest} more\n` : ""}`;
}

export function formatComparison(comparison: Comparison): string {
  const { added, closed, reopened, changed, removed, lessons, notes } = comparison;
  const counts: [number, string][] = [
    [added.length, "added"],
    [closed.length, "closed"],
    [reopened.length, "reopened"],
    [changed.length, "changed"],
    [removed.length, "removed"],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const touched = [...notes.added, ...notes.changed, ...notes.removed].length;
  const headline = [
    told.length === 0 ? "no issue changes" : `issues ${told.join(", ")}`,
    ...(lessons.added.length === 0 ? [] : [plural(lessons.added.length, "new lesson")]),
  ].join("; ");
  return [
    `${mark}\n### Knowledge base: ${headline}\n`,
    list("Closed", closed.map(describe)),
    list("Reopened", reopened.map(describe)),
    list("Added", added.map(stated)),
    list("Changed", changed.map(describe)),
    list("Removed", removed.map(stated)),
    list("New lessons", lessons.added.map(taught)),
    list("Lessons removed", lessons.removed.map(taught)),
    `\nRead from ${plural(touched, "note")}: ${notes.added.length} added, ${notes.changed.length} changed, ${notes.removed.length} removed.\n`,
  ].join("");
}

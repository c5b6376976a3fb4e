/** What was read from one note in, a page for the terminal out. */
import { formatDiagnostic } from "../diagnostics.ts";
import {
  issueFields,
  type Evidence,
  type Excerpt,
  type Extraction,
  type IssueReport,
  type LessonReport,
} from "../model.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { fitText } from "./fit-text.ts";
import { statusStyles } from "./status-styles.ts";
import type { Paint } from "./terminal.ts";

export interface RenderOptions {
  paint: Paint;
  columns: number;
  isExplained: boolean;
}

const labelWidth = 15;

export function renderExtraction(
  { session, issues, lessons, leftOut, diagnostics }: Extraction,
  options: RenderOptions,
): string {
  const { paint, columns } = options;
  const facts = [
    session.dateFrom && session.date ? `${session.dateFrom} to ${session.date}` : (session.date ?? "no date"),
    session.duration,
    session.branch,
    session.components.join(", "),
  ];
  const lines = [
    `${paint("underline", cleanLine(session.path))}  ${paint("bold", fitText(cleanLine(session.title), columns))}`,
    `  ${[paint(statusStyles[session.status], session.status), ...facts.filter(Boolean).map((fact) => cleanLine(fact!))].join(" · ")}`,
  ];
  const row = (label: string, text: string): void => {
    lines.push(`    ${paint("dim", label.padEnd(labelWidth))} ${fitText(cleanLine(text), columns - labelWidth - 5)}`);
  };

  lines.push(`\n  ${paint("bold", count(issues.length, "issue"))}`);
  for (const issue of issues) {
    lines.push(
      `  ${paint(statusStyles[issue.status], issue.status.padEnd(11))} ${issueTitle(issue, columns - 14, paint)}`,
    );
    lines.push(
      `    ${paint("dim", `${cleanLine(session.path)}:${issue.place.start.line}`)}${issue.severity ? paint("dim", ` · ${issue.severity}`) : ""}`,
    );
    for (const [label, text] of issueRows(issue)) row(label, text);
    if (options.isExplained) lines.push(...explain(issue.evidence, session.path, options));
  }
  if (options.isExplained && leftOut.length > 0) {
    lines.push(`\n  ${paint("bold", `${leftOut.length} left out`)}`);
    for (const { title, reasons, place } of leftOut)
      lines.push(
        `  ${paint("dim", `:${place.start.line}`)} ${cleanLine(title)}`,
        paint("dim", `      ${reasons.join(", ")}`),
      );
  }
  lines.push(`\n  ${paint("bold", count(lessons.length, "lesson"))}`);
  for (const lesson of lessons)
    lines.push(
      `  ${lesson.kind.padEnd(11)} ${fitText(cleanLine(lesson.title), columns - 22)} ${paint("dim", `:${lesson.place.start.line}`)}${named(lesson)}`,
    );

  const others: [number, string][] = [
    [session.actions.length, "action"],
    [session.commits.length, "commit"],
    [session.metrics.length, "metric"],
    [session.documents.length, "document"],
    [session.checklist.length, "checklist item"],
  ];
  const more = others.filter(([number]) => number > 0).map(([number, what]) => count(number, what));
  if (more.length > 0) lines.push(`\n  ${paint("dim", more.join(" · "))}`);
  const stumbles = diagnostics.filter(({ severity }) => severity !== "error");
  if (stumbles.length > 0)
    lines.push(
      "",
      ...stumbles.map(
        (diagnostic) =>
          `  ${paint(diagnostic.severity === "warning" ? "yellow" : "dim", cleanText(formatDiagnostic(diagnostic)).replaceAll("\n", "\n  "))}`,
      ),
    );
  return `${lines.join("\n")}\n\n`;
}

function issueTitle({ id, title }: IssueReport, width: number, paint: Paint): string {
  const name = id === null ? "" : `${cleanLine(id)}  `;
  return `${paint("bold", name)}${fitText(cleanLine(title), width - name.length)}`;
}

/** The fields that are set, each on a line. */
function issueRows(issue: IssueReport): [string, string][] {
  const rows: [string, string][] = [];
  if (issue.statusText !== null) rows.push(["status", `“${issue.statusText}”`]);
  for (const field of issueFields)
    if (issue[field] !== null) rows.push([fieldNames[field] ?? field, (issue[field] as Excerpt).text]);
  if (issue.attempts.length > 0) rows.push(["attempts", issue.attempts.map(({ text }) => text).join("; ")]);
  if (issue.files.length > 0)
    rows.push(["files", issue.files.map(({ path, line }) => (line === null ? path : `${path}:${line}`)).join(", ")]);
  if (issue.code.length > 0)
    rows.push([
      "code",
      issue.code.map(({ role, language }) => (language === null ? role : `${role} (${language})`)).join(", "),
    ]);
  if (issue.timeToFix !== null) rows.push(["time to fix", issue.timeToFix]);
  if (issue.estimate !== null) rows.push(["estimate", issue.estimate]);
  if (issue.commits.length > 0)
    rows.push(["commits", issue.commits.map(({ hash, message }) => hash ?? message).join(", ")]);
  return rows;
}

/** Names of fields as people read them, where they differ from the key. */
export const fieldNames: Readonly<Partial<Record<string, string>>> = {
  rootCause: "root cause",
  possibleCauses: "possible causes",
  nextSteps: "next steps",
};

function explain(evidence: readonly Evidence[], path: string, { paint }: RenderOptions): string[] {
  return evidence.map(({ field, rule, place }) =>
    paint(
      "dim",
      `      ${field.padEnd(labelWidth - 2)} ${cleanLine(path)}:${place.start.line}:${place.start.column}  ${cleanLine(rule)}`,
    ),
  );
}

function named({ issues }: LessonReport): string {
  return issues.length === 0 ? "" : `  (${issues.map(cleanLine).join(", ")})`;
}

function count(number: number, what: string): string {
  return `${number === 0 ? "no" : number} ${what}${number === 1 ? "" : "s"}`;
}

/** All that was read from a note in, what a reviewer wants to see of it out: short enough to read as a diff. */
import type { Excerpt, Extraction, FileReference } from "../src/model.ts";

export function projectExtraction({ session, issues, lessons, diagnostics }: Extraction): object {
  const { title, date, dateFrom, status, branch, duration } = session;
  return dropEmpty({
    title,
    date,
    dateFrom,
    status,
    branch,
    duration,
    issues: issues.map((issue) =>
      dropEmpty({
        id: issue.id,
        title: issue.title,
        status: issue.status,
        severity: issue.severity,
        files: issue.files.map(nameFile),
        problem: begin(issue.problem),
        rootCause: begin(issue.rootCause),
        fix: begin(issue.fix),
        verification: begin(issue.verification),
        impact: begin(issue.impact),
        symptoms: begin(issue.symptoms),
        possibleCauses: begin(issue.possibleCauses),
        remaining: begin(issue.remaining),
        nextSteps: begin(issue.nextSteps),
        attempts: issue.attempts.map(begin),
        code: issue.code.map(({ role, language }) => (language ? `${role} ${language}` : role)),
        timeToFix: issue.timeToFix,
        estimate: issue.estimate,
      }),
    ),
    lessons: lessons.map((lesson) => `${lesson.kind}: ${lesson.title}`),
    actions: session.actions.map(({ state, text }) => `${state}: ${shorten(text)}`),
    commits: session.commits.map(({ hash, message }) => (hash ? `${hash} ${shorten(message)}` : shorten(message))),
    metrics: session.metrics.map(({ name, before, after }) => `${name}: ${before ?? "?"} -> ${after ?? "?"}`),
    checklist: session.checklist.length > 0 ? countTicks(session.checklist) : null,
    diagnostics: diagnostics.map(({ severity, ruleId, place }) =>
      place ? `${severity} ${ruleId} ${place.start.line}:${place.start.column}` : `${severity} ${ruleId}`,
    ),
  });
}

function nameFile({ path, line, endLine }: FileReference): string {
  if (line === null) return path;
  return endLine === null || endLine === line ? `${path}:${line}` : `${path}:${line}-${endLine}`;
}

function countTicks(items: readonly { done: boolean }[]): string {
  return `${items.filter(({ done }) => done).length} of ${items.length}`;
}

function begin(excerpt: Excerpt | null): string | null {
  return excerpt && shorten(excerpt.text);
}

/** Its beginning and its end, cut at words: an excerpt that runs on too far shows. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= 120) return line;
  return `${line.slice(0, 80).replace(/\s\S*$/, "")} … ${line.slice(-30).replace(/^\S*\s/, "")}`;
}

function dropEmpty(record: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

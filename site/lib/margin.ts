/** A session in, what its page tells in the margin out: which record was read from which line. */
import { issueFields, lookup, type Excerpt, type MarginMark, type Session } from "./knowledge.ts";
import { issueHref, lessonHref } from "./links.ts";
import { fieldWords } from "./field-words.ts";

export interface Margin {
  marks: MarginMark[];
  /** Every line that some page links to. */
  lines: number[];
}

export function marginOf(session: Session): Margin {
  const { issues, lessons } = lookup();
  const marks: MarginMark[] = [];
  const lines = new Set<number>();
  for (const slug of session.issues) {
    const issue = issues.get(slug);
    for (const { report } of issue?.history.filter((entry) => entry.session === session.slug) ?? []) {
      const name = report.id ?? "Issue";
      const mark = (line: number, word: string | null): void => {
        lines.add(line);
        if (word === null || marks.some((mark) => mark.line === line && mark.href === issueHref(slug))) return;
        marks.push({
          line,
          kind: "issue",
          label: word ? `${name} ${word}` : name,
          title: `${issue?.title}: ${word || "issue"}`,
          href: issueHref(slug),
        });
      };
      mark(report.place.start.line, "");
      for (const field of issueFields) {
        const excerpt: Excerpt | null = report[field];
        if (excerpt) mark(excerpt.place.start.line, fieldWords[field].short);
      }
      for (const { place } of [...report.code, ...report.attempts, ...report.commits]) mark(place.start.line, null);
    }
  }
  for (const slug of session.lessons) {
    const lesson = lessons.get(slug);
    if (!lesson) continue;
    const word = lesson.kind === "lesson" ? "Lesson" : "Insight";
    const { place, body, problem, solution, pattern, why, benefits, examples } = lesson;
    lines.add(place.start.line);
    for (const excerpt of [body, problem, solution, pattern, why, benefits, examples])
      if (excerpt) lines.add(excerpt.place.start.line);
    marks.push({
      line: lesson.place.start.line,
      kind: "lesson",
      label: word,
      title: `${word}: ${lesson.title}`,
      href: lessonHref(slug),
    });
  }
  for (const { place } of [
    ...session.actions,
    ...session.checklist,
    ...session.commits,
    ...session.metrics,
    ...session.documents,
  ])
    lines.add(place.start.line);
  return { marks, lines: [...lines] };
}

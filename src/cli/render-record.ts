/** One record in, a page for the terminal out: all that is known of it, its own words in full. */
import {
  issueFields,
  type CodeExample,
  type Excerpt,
  type Issue,
  type KnowledgeBase,
  type Lesson,
  type Session,
} from "../model.ts";
import type { RecordKind } from "../query/index.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { fence, joinLines } from "./join-lines.ts";
import { createContext, shortName } from "./record-columns.ts";
import { fieldNames } from "./render-extraction.ts";
import { severityStyles, statusStyles } from "./status-styles.ts";
import type { Paint } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

export interface ShownRecord {
  kind: RecordKind;
  record: Issue | Lesson | Session;
}

export interface PageOptions {
  /** Other records that notes call by the same identifier. */
  namesakes?: readonly { slug: string; title: string }[];
  paint: Paint;
  width: number | null;
}

/** A rule between two sections of the note belongs to neither. */
function withoutTrailingRule(text: string): string {
  const rule = /(?<!-)-{3,}$/.exec(text.trimEnd());
  if (rule === null) return text;
  const before = text.slice(0, rule.index);
  return before.slice(before.trimEnd().length).includes("\n") ? before : text;
}

type Section = [title: string, body: string, isCode?: boolean];

const pages: {
  [K in RecordKind]: (record: never, base: KnowledgeBase, options: PageOptions) => (string | Section)[];
} = {
  issue: describeIssue,
  lesson: describeLesson,
  session: describeSession,
};

/** Headings stand at the margin, text is indented and wrapped to the terminal. */
export function renderRecord({ kind, record }: ShownRecord, base: KnowledgeBase, options: PageOptions): string {
  const { paint, width } = options;
  const parts = (
    pages[kind] as (record: Issue | Lesson | Session, base: KnowledgeBase, options: PageOptions) => (string | Section)[]
  )(record, base, options);
  const lines = parts.flatMap((part) => {
    if (typeof part === "string") return wrapText(part, width);
    const [title, body, isCode = false] = part;
    const whole = withoutTrailingRule(cleanText(body)).trim();
    const text = width === null || isCode ? whole.split("\n") : wrapMarkdown(whole, width - 2);
    return ["", paint("bold", title.toUpperCase()), ...text.map((line) => (line === "" ? "" : `  ${line}`))];
  });
  return `${lines.join("\n")}\n`;
}

/** Code keeps its lines, whatever their length: it is there to be copied. */
function wrapMarkdown(markdown: string, width: number): string[] {
  let isCode = false;
  return joinLines(markdown)
    .split("\n")
    .flatMap((line) => {
      if (fence.test(line)) isCode = !isCode;
      return isCode ? [line] : wrapText(line, width);
    });
}

const list = (items: readonly string[]): string =>
  items
    .map(
      (item) =>
        `- ${cleanText(item)
          .replace(/(?<!\s)\s*\n\s*/g, " ")
          .trim()}`,
    )
    .join("\n");
const prose = (title: string, excerpt: Excerpt | null): Section[] =>
  excerpt === null ? [] : [[title, excerpt.markdown]];
const several = (title: string, items: readonly string[]): Section[] =>
  items.length === 0 ? [] : [[title, list(items)]];
/** Most code stands in the prose that was printed already. */
const codeSections = (code: readonly CodeExample[], printed: readonly Section[]): Section[] =>
  code
    .filter(({ text }) => !printed.some(([, body]) => body.includes(text.trim())))
    .map(({ role, language, text }) => [`code: ${role}${language === null ? "" : ` (${cleanLine(language)})`}`, text]);

function describeIssue(
  issue: Issue,
  base: KnowledgeBase,
  { paint, namesakes = [] }: PageOptions,
): (string | Section)[] {
  const { sessions } = createContext(base);
  const bySlug = new Map(base.issues.map((other) => [other.slug, other]));
  const lessons = new Map(base.lessons.map((lesson) => [lesson.slug, lesson]));
  const facts = [
    paint(statusStyles[issue.status], issue.status),
    issue.severity && paint(severityStyles[issue.severity], issue.severity),
    cleanLine(issue.components.join(", ")),
    issue.updated && (issue.firstSeen === issue.updated ? issue.updated : `${issue.firstSeen} to ${issue.updated}`),
    issue.timeToFix && `fixed in ${cleanLine(issue.timeToFix)}`,
    issue.estimate && `estimate ${cleanLine(issue.estimate)}`,
  ];
  const fields = issueFields.flatMap((field) => prose(fieldNames[field] ?? field, issue[field]));
  return [
    paint("bold", `${issue.id === null ? "" : `${cleanLine(issue.id)}  `}${cleanLine(issue.title)}`),
    facts.filter(Boolean).join(" · "),
    paint("dim", issue.slug),
    ...several(
      `others called ${issue.id}`,
      namesakes.map(({ slug, title }) => `${slug}  ${title}`),
    ),
    ...fields,
    ...several(
      "attempts that failed",
      issue.attempts.map(({ text }) => text),
    ),
    ...several("files", [
      ...new Set(
        issue.files.map(
          ({ path, line, note }) => `${path}${line === null ? "" : `:${line}`}${note === null ? "" : `  ${note}`}`,
        ),
      ),
    ]),
    ...codeSections(issue.code, fields),
    ...several(
      "commits",
      issue.commits.map(({ hash, message }) => [hash, message].filter(Boolean).join("  ")),
    ),
    ...several(
      "documents",
      issue.documentation.map(({ title, path, target }) => `${title}  ${path ?? target}`),
    ),
    ...several(
      "history",
      issue.history.map(({ date, session, report }) => {
        const where = `${sessions.get(session)?.path ?? session}:${report.place.start.line}`;
        return `${date ?? "no date   "}  ${report.status.padEnd(11)}  ${where}${report.statusText === null ? "" : `  “${report.statusText}”`}`;
      }),
    ),
    ...several(
      "lessons",
      issue.lessons.map((slug) => {
        const lesson = lessons.get(slug);
        return lesson ? `${shortName(lesson)}  ${lesson.title}` : slug;
      }),
    ),
    ...several(
      "related",
      issue.related.map(({ slug, reasons }) => {
        const other = bySlug.get(slug);
        return `${other ? `${shortName(other)}  ${other.status}  ${other.title}` : slug}  (${reasons.join(", ")})`;
      }),
    ),
  ];
}

function describeLesson(lesson: Lesson, base: KnowledgeBase, { paint }: PageOptions): (string | Section)[] {
  const { sessions } = createContext(base);
  const issues = new Map(base.issues.map((issue) => [issue.slug, issue]));
  return [
    paint("bold", cleanLine(lesson.title)),
    [lesson.kind, lesson.date, `${sessions.get(lesson.session)?.path ?? lesson.session}:${lesson.place.start.line}`]
      .filter(Boolean)
      .join(" · "),
    paint("dim", lesson.slug),
    ["the note's words", lesson.body.markdown],
    ...several(
      "issues",
      lesson.issues.map((slug) => {
        const issue = issues.get(slug);
        return issue ? `${shortName(issue)}  ${issue.status}  ${issue.title}` : slug;
      }),
    ),
  ];
}

/** The whole note: a terminal shows Markdown well enough as it is. */
function describeSession(session: Session, base: KnowledgeBase, { paint }: PageOptions): (string | Section)[] {
  const issues = new Map(base.issues.map((issue) => [issue.slug, issue]));
  const facts = [
    paint(statusStyles[session.status], session.status),
    session.date,
    session.duration,
    session.branch,
    session.components.join(", "),
  ];
  return [
    paint("bold", cleanLine(session.title)),
    facts
      .filter(Boolean)
      .map((fact) => (fact === facts[0] ? fact : cleanLine(fact!)))
      .join(" · "),
    paint("dim", cleanLine(session.path)),
    ...several(
      "issues",
      session.issues.map((slug) => {
        const issue = issues.get(slug);
        return issue ? `${shortName(issue)}  ${issue.status}  ${issue.title}` : slug;
      }),
    ),
    ["note", session.source],
  ];
}

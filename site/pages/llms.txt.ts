/** What a language model should know of the site: what it is, where its data is, and what is worth reading first. */
import { aboutLesson } from "../lib/about-lesson.ts";
import { issueName } from "../lib/issue-row.ts";
import { openStatuses, site, type Lesson } from "../lib/knowledge.ts";
import { absolute, href } from "../lib/links.ts";
import { isToldLast, notesTelling } from "../lib/recurring-lessons.ts";
import { text, type APIRoute } from "../lib/respond.ts";
import { sortLessons } from "../lib/sort-lessons.ts";

const mostIssues = 40;
const mostLessons = 20;
/** Numbers for programs: without the blanks that people want in them. */
const count = (number: number, noun: string): string => `${number} ${number === 1 ? noun : `${noun}s`}`;

const saidOf = (lesson: Lesson): string => {
  const notes = notesTelling(lesson);
  return [...(notes > 1 ? [`told in ${count(notes, "note")}`] : []), aboutLesson(lesson)].filter(Boolean).join("; ");
};

export const GET: APIRoute = () => {
  const { knowledge, options } = site();
  const { issues, lessons, sessions, files } = knowledge;
  const title = (words: string): string => words.replace(/\s+/g, " ").replace(/[[\]]/g, "");
  const link = (words: string, path: string, about: string): string =>
    `- [${title(words)}](${absolute(href(path))})${about && `: ${about}`}`;
  const open = issues.filter((issue) => openStatuses.has(issue.status) && issue.status !== "unknown");
  const learned = sortLessons().filter(isToldLast);
  const list = (heading: string, all: number, items: readonly string[]): string[] =>
    items.length === 0
      ? []
      : [`## ${heading}${all > items.length ? ` (${items.length} of ${all})` : ""}`, "", ...items, ""];
  return text(
    [
      `# ${options.title}`,
      "",
      `> Engineering notes read into records: ${count(issues.length, "issue")}, ${count(lessons.length, "lesson")}, ${count(sessions.length, "note")}, ${count(files.length, "file")}.`,
      "",
      "Each issue and lesson has a Markdown twin at its address with `.md` in place of the last slash; each issue a JSON twin with `.json`.",
      "Statuses: `open`, `in-progress`, `blocked`, `partial` and `unknown` are open; `fixed`, `deferred`, `wont-fix` and `not-a-bug` are closed.",
      "",
      "## Data",
      "",
      link("Index", "api/index.json", "counts and the addresses of all lists"),
      link("Issues", "api/issues.json", "id, title, status, severity, components, files, dates of every issue"),
      link("Lessons", "api/lessons.json", "every lesson and insight"),
      link("Notes", "api/sessions.json", "every note"),
      link("Files", "api/files.json", "source files with the issues that name them"),
      link("Actions", "api/actions.json", "what is still to be done"),
      "",
      ...list(
        "Open issues, told of last",
        open.length,
        open.slice(0, mostIssues).map((issue) => link(issueName(issue), `issues/${issue.slug}.md`, issue.status)),
      ),
      ...list(
        "Lessons",
        learned.length,
        learned.slice(0, mostLessons).map((lesson) => link(lesson.title, `lessons/${lesson.slug}.md`, saidOf(lesson))),
      ),
    ].join("\n"),
    "text/plain",
  );
};

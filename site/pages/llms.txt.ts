/** What a language model should know of the site: what it is, and where its data is. */
import { count } from "../lib/count.ts";
import { openStatuses, site } from "../lib/knowledge.ts";
import { absolute, href } from "../lib/links.ts";
import { text, type APIRoute } from "../lib/respond.ts";

export const GET: APIRoute = () => {
  const { knowledge, options } = site();
  const { issues, lessons, sessions, files } = knowledge;
  const title = (words: string): string => words.replace(/\s+/g, " ").replace(/[[\]]/g, "");
  const link = (words: string, path: string, about: string): string =>
    `- [${title(words)}](${absolute(href(path))}): ${about}`;
  const open = issues.filter((issue) => openStatuses.has(issue.status) && issue.status !== "unknown").slice(0, 40);
  return text(
    [
      `# ${options.title}`,
      "",
      `> Engineering notes read into records: ${count(issues.length, "issue")}, ${count(lessons.length, "lesson")}, ${count(sessions.length, "note")}, ${count(files.length, "file")}.`,
      "",
      "Each issue and lesson has a Markdown twin at its address with `.md` in place of the last slash; each issue a JSON twin with `.json`.",
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
      "## Open issues",
      "",
      ...open.map((issue) => link(issue.title, `issues/${issue.slug}.md`, issue.status)),
      "",
    ].join("\n"),
    "text/plain",
  );
};

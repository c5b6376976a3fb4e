/** A record in, its Markdown twin out: for people who paste and programs that read. */
import { fieldTitles } from "./field-titles.ts";
import { issueName } from "./issue-row.ts";
import { issueFields, lookup, type Issue, type Lesson } from "./knowledge.ts";
import { statusLooks } from "./status-looks.ts";

const section = (title: string, text: string): string => `\n## ${title}\n\n${text.trim()}\n`;
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
/** A fence longer than any in the text. */
const fence = (text: string): string =>
  "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
/** Beside each other, as the twins stand. */
const link = (words: string, address: string): string => `[${words.replace(/[[\]]/g, "\\$&")}](${encodeURI(address)})`;
const item = (text: string): string => `- ${oneLine(text)}`;

export function issueMarkdown(issue: Issue): string {
  const { sessions, lessons, issues } = lookup();
  const facts = [
    `Status: ${statusLooks[issue.status].word}`,
    issue.severity && `Severity: ${issue.severity}`,
    issue.id && `Id: ${issue.id}`,
    issue.components.length > 0 && `Components: ${issue.components.join(", ")}`,
    issue.firstSeen && `First seen: ${issue.firstSeen}`,
    issue.updated && `Last told: ${issue.updated}`,
    issue.timeToFix && `Time to fix: ${issue.timeToFix}`,
    issue.estimate && `Estimate: ${issue.estimate}`,
  ].filter((fact) => typeof fact === "string");
  const parts = [`# ${oneLine(issueName(issue))}\n\n${facts.map(item).join("\n")}\n`];
  const titles = fieldTitles(issue);
  for (const field of issueFields) {
    const title = titles.get(field);
    if (title) parts.push(section(title, issue[field]?.markdown ?? ""));
  }
  if (issue.code.length > 0) {
    parts.push(
      section(
        "Code",
        issue.code
          .map(
            ({ role, language, text }) =>
              `${role}:\n\n${fence(text)}${language ?? ""}\n${text.trimEnd()}\n${fence(text)}`,
          )
          .join("\n\n"),
      ),
    );
  }
  if (issue.files.length > 0)
    parts.push(
      section(
        "Files",
        issue.files.map(({ path, line }) => item(`\`${path}${line === null ? "" : `:${line}`}\``)).join("\n"),
      ),
    );
  if (issue.commits.length > 0)
    parts.push(
      section("Commits", issue.commits.map(({ hash, message }) => item(`${hash ?? ""} ${message}`)).join("\n")),
    );
  parts.push(
    section(
      "Told in",
      issue.history
        .map(({ session, date, report }) =>
          item(
            `${date ?? "undated"}: ${sessions.get(session)?.path ?? session}, line ${report.place.start.line} (${report.status})`,
          ),
        )
        .join("\n"),
    ),
  );
  if (issue.lessons.length > 0)
    parts.push(
      section(
        "Lessons",
        issue.lessons.map((slug) => item(link(lessons.get(slug)?.title ?? slug, `../lessons/${slug}.md`))).join("\n"),
      ),
    );
  if (issue.related.length > 0)
    parts.push(
      section(
        "Related",
        issue.related
          .flatMap(({ slug, reasons }) => {
            const other = issues.get(slug);
            return other
              ? item(`${link(issueName(other), `${slug}.md`)}: ${other.status} (${reasons.join("; ")})`)
              : [];
          })
          .join("\n"),
      ),
    );
  return parts.join("");
}

export function lessonMarkdown(lesson: Lesson): string {
  const note = lookup().sessions.get(lesson.session);
  const facts = [
    `Kind: ${lesson.kind}`,
    `From: ${note?.path ?? lesson.session}, line ${lesson.place.start.line}`,
    ...(lesson.date ? [`Date: ${lesson.date}`] : []),
  ];
  return `# ${oneLine(lesson.title)}\n\n${facts.map(item).join("\n")}\n\n${lesson.body.markdown.trim()}\n`;
}

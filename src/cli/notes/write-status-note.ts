/** An issue, its new status and the reason in, the note out that records the change: history is only ever added to. */
import type { Issue } from "../../model.ts";
import { escapeTags } from "./fill-template.ts";
import { statusWords, type StatedStatus } from "./status-words.ts";

export interface StatusChange {
  issue: Pick<Issue, "id" | "slug" | "title">;
  status: StatedStatus;
  /** On one line. */
  reason: string;
  /** ISO day. */
  date: string;
  author: string | null;
}

/** The comment names the issue by its address and states the status, so that no word of the reason can change either. */
export function writeStatusNote({ issue, status, reason, date, author }: StatusChange): string {
  const { id, slug, title } = issue;
  const word = statusWords[status];
  const lines = [
    `# ${plain(id ?? title)}: ${word.toLowerCase()}`,
    "",
    `**Date**: ${date}`,
    ...(author === null ? [] : [`**Author**: ${plain(author)}`]),
    "",
    `## ${id === null || title.startsWith(id) ? "" : `${id}: `}${plain(title)}`,
    "",
    `<!-- fixlore: issue=${slug}, status=${status} -->`,
    "",
    `**Status**: ${word}. ${escapeTags(reason)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The name of the file has the time: two changes of one day come in order. */
export function nameStatusNote({ issue, status, date }: StatusChange, now = new Date()): string {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, "0"));
  return `${date}-${time.join("")}-${issue.slug}-${status}.md`;
}

/** Titles are plain text: their letters must not become marks. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_<>[\]#|]/g, "\\$&");
}

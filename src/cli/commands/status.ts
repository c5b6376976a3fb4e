/** An issue, a status and a reason in, a small note out that says so: the newest word on the issue. */
import { join } from "node:path";
import { defineCommand } from "citty";
import type { RecordName } from "../../index-store/index.ts";
import type { Issue, KnowledgeBase } from "../../model.ts";
import { didYouMean, suggestNames } from "../../query/suggest-names.ts";
import { chooseRecord } from "../choose-record.ts";
import { cleanLine } from "../clean-text.ts";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { ask } from "../notes/ask.ts";
import { askGit } from "../notes/ask-git.ts";
import { createNumberedFile } from "../notes/create-file.ts";
import { readDay } from "../notes/name-note.ts";
import { noteArguments, openNotes, showPath } from "../notes/open-notes.ts";
import { statedStatuses, type StatedStatus } from "../notes/status-words.ts";
import { nameStatusNote, writeStatusNote, type StatusChange } from "../notes/write-status-note.ts";

export const command = defineCommand({
  meta: {
    name: "status",
    description: "Record that an issue has another status, and why: as a small note, so that its history stays whole.",
  },
  args: {
    id: {
      type: "positional",
      required: true,
      description: "Identifier or address of the issue, or the beginning of one",
    },
    status: { type: "positional", required: true, description: statedStatuses.join(", ") },
    reason: {
      type: "string",
      valueHint: "TEXT",
      description: "Why, for those who read the history (asked for if missing)",
    },
    date: { type: "string", valueHint: "DAY", description: "Day of the change, as 2026-02-03 (default: today)" },
    "dry-run": { type: "boolean", description: "Print the note, and write nothing" },
    ...noteArguments,
  },
  async run({ args, rawArgs }) {
    const status = readStatusName(args.status);
    const date = readDay(args.date);
    const { base, folder } = await openNotes(rawArgs);
    const { kind, slug } = chooseRecord(namesOf(base), args.id);
    if (kind !== "issue") throw new CliError("failure", `"${args.id}" is a ${kind}, expected an issue`);
    const issue = base.issues.find((issue) => issue.slug === slug)!;
    refuseEarlier(issue, date);
    const reason = oneLine(args.reason ?? (await askReason(issue, status)));
    if (reason === "") throw new CliError("usage", "Unexpected empty reason, expected what those need who ask later");
    const change: StatusChange = { issue, status, reason, date, author: askGit("config", "user.name") };
    const text = writeStatusNote(change);
    if (args["dry-run"] === true) {
      process.stdout.write(text);
      return 0;
    }
    const path = await createNumberedFile(join(folder, nameStatusNote(change)), text);
    const was = issue.status === status ? `was ${status} already` : `was ${issue.status}, is ${status}`;
    process.stderr.write(`${cleanLine(issue.id ?? issue.title)} ${was}\n`);
    process.stdout.write(`${showPath(path)}\n`);
    return 0;
  },
});

const namesOf = ({ issues, lessons, sessions }: KnowledgeBase): RecordName[] => [
  ...issues.map(({ slug, title, id }) => ({ kind: "issue" as const, slug, title, id, path: null })),
  ...lessons.map(({ slug, title }) => ({ kind: "lesson" as const, slug, title, id: null, path: null })),
  ...sessions.map(({ slug, title, path }) => ({ kind: "session" as const, slug, title, id: null, path })),
];

/** A choice among words is checked by the parser for options only. */
function readStatusName(typed: string): StatedStatus {
  const wanted = typed.toLowerCase().replaceAll(/[\s_]+/g, "-");
  const status = statedStatuses.find((known) => known === wanted);
  if (status) return status;
  const meant = didYouMean(suggestNames(wanted, statedStatuses));
  throw new CliError("usage", `Unknown status "${typed}"${meant || `, expected ${statedStatuses.join(", ")}`}`);
}

/** What is dated before the newest report would not be the last word. */
function refuseEarlier({ updated, id, title }: Issue, date: string): void {
  if (updated === null || date >= updated) return;
  throw new CliError(
    "usage",
    `Unexpected day ${date}, expected ${updated} or later: that is the day of the newest report of ${id ?? `"${title}"`}`,
    [`Name the day of the change: --date ${updated}`],
  );
}

const askReason = (issue: Issue, status: StatedStatus): Promise<string> =>
  ask(
    ({ text }, options) =>
      text({ ...options, message: `Why is ${issue.id ?? `“${issue.title}”`} ${status} now? (it was ${issue.status})` }),
    "Say why: --reason 'Deployed with 4.2'",
  );

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const examples: CommandModule["examples"] = [
  [
    "fixlore status SHOP-12 fixed --reason 'Deployed with 4.2, no euro since'",
    "The next build shows it in the history of the issue",
  ],
  ["fixlore status SHOP-12 open --reason 'Seen again in Basel'", "Nothing that was said before is changed"],
];

export const notes: CommandModule["notes"] = [
  ["Exit codes", ["0  recorded", "1  no such issue, or it could not be written", "2  the command line is wrong"]],
];

/** Notes from anywhere in, the same in the folder of notes out: repaired, named, and told from those that are there. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { defineCommand } from "citty";
import type { SourceFile } from "../../model.ts";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { ask, canAsk } from "../notes/ask.ts";
import { createNumberedFile } from "../notes/create-file.ts";
import { keepOriginal, originalsFolder } from "../notes/keep-original.ts";
import { readDay } from "../notes/name-note.ts";
import { noteArguments, openNotes, showPath, type OpenNotes } from "../notes/open-notes.ts";
import { planNotes, type Plan } from "../notes/plan-notes.ts";
import { reportTaken } from "../notes/report-taken.ts";
import { standardInput, takeNote } from "../notes/take-note.ts";

export const command = defineCommand({
  meta: {
    name: "add",
    description:
      "Take notes from anywhere into the folder of notes: repaired, named by day and title, and only if they are new.",
  },
  args: {
    file: { type: "positional", valueHint: "…", description: "Notes to take, - for standard input" },
    yes: { type: "boolean", alias: "y", description: "Write without asking" },
    "dry-run": { type: "boolean", description: "Say what would be written, and write nothing" },
    date: { type: "string", valueHint: "DAY", description: "Day for the name of a note that states none, or another" },
    ...noteArguments,
  },
  async run({ args, rawArgs }) {
    const day = args.date === undefined ? null : readDay(args.date);
    const isDry = args["dry-run"] === true;
    if (!isDry && args.yes !== true && !canAsk())
      throw new CliError("usage", "Nobody can be asked whether to write: this is not a terminal", [
        "--yes writes what is new, --dry-run only says what would be written.",
      ]);
    const files = await Promise.all(args._.map(readInput));
    const notes = await openNotes(rawArgs);
    const taken = files.map((file) => takeNote(file, day, notes.settings.reading));
    const plans = await planNotes(taken, notes);
    for (const plan of plans) reportTaken(plan, notes);
    const fresh = plans.filter(({ same }) => same === null);
    if (fresh.length > 0 && !isDry && args.yes !== true && !(await askToWrite(fresh, notes))) {
      process.stderr.write("Nothing was written.\n");
      return 1;
    }
    const paths: string[] = [];
    for (const plan of plans) paths.push(plan.same ?? (isDry ? plan.path : await writeNote(plan)));
    process.stdout.write(paths.map((path) => `${showPath(path)}\n`).join(""));
    return 0;
  },
});

async function readInput(given: string): Promise<SourceFile> {
  if (given === "-") {
    if (process.stdin.isTTY) process.stderr.write("Paste the note, then Ctrl+D:\n");
    return { path: standardInput, bytes: await buffer(process.stdin) };
  }
  const bytes = await readFile(given).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EISDIR")
      throw new CliError("usage", `Unexpected folder "${given}", expected a note`, [
        "A folder of notes can be read where it is: name it in `content` of the configuration. Or name its notes, as DIR/*.md.",
      ]);
    throw new CliError(
      "usage",
      `Could not read "${given}": ${error.code === "ENOENT" ? "no such file" : error.message}`,
    );
  });
  return { path: given, bytes };
}

function askToWrite(fresh: readonly Plan[], { folder }: OpenNotes): Promise<boolean> {
  const [only] = fresh;
  const what = fresh.length === 1 ? showPath(only!.path) : `${fresh.length} notes to ${showPath(folder)}`;
  return ask(
    ({ confirm }, options) =>
      confirm({
        ...options,
        message: `Write ${what}?`,
        initialValue: fresh.every(({ alike, secrets }) => alike.length === 0 && secrets.length === 0),
      }),
    "Write it with --yes.",
  );
}

async function writeNote({ note: { text, original, isRepaired }, path: wanted }: Plan): Promise<string> {
  const path = await createNumberedFile(wanted, text);
  if (isRepaired) {
    const kept = await keepOriginal(path, original);
    process.stderr.write(`The bytes as they came are in ${showPath(kept)}\n`);
  }
  return path;
}

export const examples: CommandModule["examples"] = [
  [
    "fixlore add ~/Downloads/SESSION_JAN_04_2026.md",
    "Shows what is understood, asks, and writes content/2026-01-04-….md",
  ],
  ["pbpaste | fixlore add -", "What is on the clipboard"],
  ["fixlore add --dry-run old/*.md", "What would be written, and which of them are there already"],
];

export const notes: CommandModule["notes"] = [
  [
    "What is written",
    [
      "The text in UTF-8, whole or not at all, never over another note. If the text had to be repaired, the bytes as",
      `they came are kept in ${originalsFolder}/ beside the note, under its name: copying them back undoes the repair.`,
      "Standard output has the path of each note, also of one that was there already.",
    ],
  ],
  [
    "Exit codes",
    [
      "0  each note is there",
      "1  it is no text, could not be written, or the answer was no",
      "2  the command line is wrong",
    ],
  ],
];

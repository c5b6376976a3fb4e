/** A title in, a new note from a template out: opened in the author's editor, its path on standard output. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineCommand } from "citty";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { ask, canAsk } from "../notes/ask.ts";
import { chooseTemplate, templates } from "../notes/choose-template.ts";
import { createNumberedFile } from "../notes/create-file.ts";
import { fillTemplate, placeholders } from "../notes/fill-template.ts";
import { nameNote, readDay } from "../notes/name-note.ts";
import { checkId, listPrefixes, nextId } from "../notes/next-id.ts";
import { chosenEditor, openEditor } from "../notes/open-editor.ts";
import { noteArguments, openNotes, showPath, type OpenNotes } from "../notes/open-notes.ts";
import { askGit } from "../notes/ask-git.ts";
import { reportNote } from "../notes/report-note.ts";
import { statedStatuses, statusWords, type StatedStatus } from "../notes/status-words.ts";

export const command = defineCommand({
  meta: { name: "new", description: "Write a note from a template and open it in your editor." },
  args: {
    title: {
      type: "positional",
      required: false,
      description: "What was wrong, in a few words (asked for if missing)",
    },
    from: {
      type: "string",
      valueHint: "TEMPLATE",
      default: "fix",
      description: "Template: one of those below, one of your configuration, or a file",
    },
    prefix: { type: "string", valueHint: "PREFIX", description: "Take the next free identifier, as SHOP for SHOP-13" },
    id: { type: "string", valueHint: "ID", description: "Identifier of the issue, where it has one" },
    status: {
      type: "enum",
      options: [...statedStatuses],
      default: "open",
      description: "Status to begin with",
    },
    date: { type: "string", valueHint: "DAY", description: "Day of the note, as 2026-02-03 (default: today)" },
    edit: { type: "boolean", default: true, negativeDescription: "Do not open it in $VISUAL or $EDITOR" },
    ...noteArguments,
  },
  async run({ args, rawArgs }) {
    if (args.prefix !== undefined && args.id !== undefined)
      throw new CliError("usage", "Unexpected --prefix beside --id, expected one of them");
    const date = readDay(args.date);
    const notes = await openNotes(rawArgs);
    const template = await chooseTemplate(args.from, notes.settings.templates);
    const title = args.title === undefined ? await askTitle() : args.title.replace(/\s+/g, " ").trim();
    if (title === "") throw new CliError("usage", "Unexpected empty title, expected what was wrong in a few words");
    const id = await chooseId({ id: args.id, prefix: args.prefix, title: args.title }, notes);
    const status = statusWords[args.status as StatedStatus];
    const text = fillTemplate(template, {
      title,
      id,
      date,
      status,
      author: askGit("config", "user.name"),
      branch: askGit("branch", "--show-current"),
    });
    const path = await createNumberedFile(
      join(notes.folder, nameNote(date, id === null ? title : `${id} ${title}`)),
      text,
    );
    const editor = args.edit && process.stdin.isTTY && process.stdout.isTTY ? chosenEditor() : null;
    if (editor !== null) {
      await openEditor(editor, path);
      reportNote({ path: showPath(path), bytes: readFileSync(path) }, notes.settings.reading);
    }
    process.stdout.write(`${showPath(path)}\n`);
    return 0;
  },
});

const askTitle = (): Promise<string> =>
  ask(
    ({ text }, options) =>
      text({
        ...options,
        message: "What was wrong, in a few words?",
        validate: (typed) => (typed?.trim() ? undefined : "A title says what the note is about."),
      }),
    "Name the title: fixlore new 'Receipts in the wrong currency'",
  );

/** The next of the prefixes in use is offered, never taken unasked. */
async function chooseId(
  { id, prefix, title }: Record<"id" | "prefix" | "title", string | undefined>,
  { base, settings }: OpenNotes,
): Promise<string | null> {
  if (id !== undefined) return checkId(id, settings.reading);
  if (prefix !== undefined) return nextId(prefix, base, settings.reading);
  const offered = listPrefixes(base.issues).slice(0, 5);
  // Whoever names the title on the command line is not to be held up.
  if (title !== undefined || offered.length === 0 || !canAsk()) return null;
  return ask(
    ({ select }, options) =>
      select({
        ...options,
        message: "Which identifier?",
        options: [
          { value: null, label: "none" },
          ...offered.map((known) => nextId(known, base, settings.reading)).map((value) => ({ value, label: value })),
        ],
      }),
    "Name it with --prefix or --id.",
  );
}

export const examples: CommandModule["examples"] = [
  [
    "fixlore new 'Receipts in the wrong currency' --prefix SHOP",
    "A note of one problem, called by the next free identifier",
  ],
  ["fixlore new 'The till after the move' --from session", "A note of a piece of work with several issues"],
  ["code $(fixlore new 'Slow search' --status fixed)", "Standard output is the path, and nothing else"],
];

export const notes: CommandModule["notes"] = [
  ["Templates", Object.entries(templates).map(([name, purpose]) => `${name.padEnd(10)}  ${purpose}`)],
  [
    "In templates of your own",
    Object.entries(placeholders).map(([name, meaning]) => `{{${name}}}`.padEnd(12) + meaning),
  ],
  [
    "Exit codes",
    ["0  written", "1  it could not be written, or the editor did not end well", "2  the command line is wrong"],
  ],
];

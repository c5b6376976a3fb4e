/** A repository in, the same with a configuration, a first note, a workflow and a hook out; what is there stays. */
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { defineCommand } from "citty";
import type { Settings } from "../../config.ts";
import { findConfig } from "../../config/find-config.ts";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { listInitFiles, type InitFile } from "../init/init-files.ts";
import { hasNotes, surveyRepository, type RepositorySurvey } from "../init/survey-repository.ts";
import { ask, canAsk } from "../notes/ask.ts";
import { createFile } from "../notes/create-file.ts";
import { readDay } from "../notes/name-note.ts";
import { showPath } from "../notes/open-notes.ts";
import { packageFolder } from "../package-folder.ts";
import { readSettings } from "../read-settings.ts";
import { createPaint } from "../terminal.ts";

export const command = defineCommand({
  meta: {
    name: "init",
    description:
      "Set a repository up for notes: a configuration, a first note, a workflow and a hook. What is there is left as it is.",
  },
  args: {
    yes: { type: "boolean", alias: "y", description: "Ask nothing, take what is usual" },
    folder: {
      type: "string",
      valueHint: "DIR",
      description: "Folder of the notes (default: where notes are already, else content)",
    },
    title: { type: "string", description: "Name of the site (default: that of the repository)" },
    date: { type: "string", valueHint: "DAY", description: "Day of the first note, as 2026-02-03 (default: today)" },
    workflow: {
      type: "boolean",
      default: true,
      negativeDescription: "Write no workflow that publishes to GitHub Pages",
    },
    hook: { type: "boolean", default: true, negativeDescription: "Write no hook that reads the notes of a commit" },
    "dry-run": { type: "boolean", description: "Say what would be written, and write nothing" },
  },
  async run({ args }) {
    const date = readDay(args.date);
    const cwd = process.cwd();
    const survey = surveyRepository(cwd);
    const isAsked = args.yes !== true && args["dry-run"] !== true;
    if (isAsked && !canAsk())
      throw new CliError("usage", "Nobody can be asked: this is not a terminal", [
        "--yes takes what is usual, --dry-run says what that is.",
      ]);
    const held = findConfig(cwd).length > 0 ? await readSettings(undefined) : null;
    if (held !== null && (args.folder ?? args.title) !== undefined)
      throw new CliError("usage", "Unexpected --folder or --title, expected none: a configuration is there already", [
        `Change it in ${showPath(held.file!)}`,
      ]);
    const folder = held
      ? folderOf(held)
      : readFolder(args.folder ?? (isAsked ? await askFolder(survey) : survey.folder));
    const title =
      (args.title ?? (isAsked && held === null ? await askTitle(survey) : survey.title)).trim() || survey.title;
    const wanted =
      isAsked && survey.root !== null ? await askExtras(args) : { workflow: args.workflow, hook: args.hook };
    const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
    const files = listInitFiles(
      {
        folder,
        title,
        date,
        version,
        below: survey.below,
        repository: survey.url,
        hasNotes: held !== null || hasNotes(resolve(folder)),
      },
      { workflow: wanted.workflow && survey.root !== null, hook: wanted.hook && survey.hooks !== null },
    );
    const lines: string[] = [];
    for (const file of files) lines.push(await placeFile(file, survey, args["dry-run"] === true));
    process.stdout.write(`${lines.join("\n")}\n`);
    sayNext(folder, survey);
    return 0;
  },
});

const paint = createPaint(process.stdout);

/** "wrote PATH  purpose", or "kept" where something stands there. */
async function placeFile(file: InitFile, { root, hooks }: RepositorySurvey, isDry: boolean): Promise<string> {
  const path = resolve({ here: process.cwd(), root: root ?? "", hooks: hooks ?? "" }[file.from], file.path);
  const [held] = file.path === "fixlore.config.ts" ? findConfig(process.cwd()) : [];
  if (held !== undefined) return describe("kept", held, "the configuration that holds here");
  if (isDry) return describe("would write", path, file.purpose);
  if (!(await createFile(path, file.text, file.isProgram ? 0o777 : 0o666)))
    return describe("kept", path, "it was there already");
  return describe("wrote", path, file.purpose);
}

function describe(done: string, path: string, purpose: string): string {
  return `${paint(done === "kept" ? "yellow" : "green", done.padEnd(5))} ${showPath(path)}  ${paint("dim", purpose)}`;
}

/** Where the configuration that holds here has its notes. */
const folderOf = ({ content, root }: Settings): string =>
  relative(process.cwd(), resolve(root, content[0] ?? "content")).replaceAll("\\", "/") || ".";

/** Throws a usage error for a folder outside: the configuration could not name it. */
function readFolder(typed: string): string {
  const way = relative(process.cwd(), resolve(typed)).replaceAll("\\", "/");
  if (way === "" || way.startsWith(".."))
    throw new CliError("usage", `Unexpected folder "${typed}", expected one below this`);
  return way;
}

const askFolder = ({ folder }: RepositorySurvey): Promise<string> =>
  ask(
    ({ text }, options) =>
      text({ ...options, message: "In which folder are the notes?", initialValue: folder, placeholder: folder }),
    "Name it with --folder, or say --yes.",
  );

const askTitle = ({ title }: RepositorySurvey): Promise<string> =>
  ask(
    ({ text }, options) => text({ ...options, message: "What is the site to be called?", initialValue: title }),
    "Name it with --title, or say --yes.",
  );

async function askExtras(given: { workflow: boolean; hook: boolean }): Promise<{ workflow: boolean; hook: boolean }> {
  const offered = [
    { value: "workflow" as const, label: "A workflow that publishes to GitHub Pages" },
    { value: "hook" as const, label: "A hook that reads the notes of each commit" },
  ].filter(({ value }) => given[value]);
  if (offered.length === 0) return given;
  const chosen = await ask(
    ({ multiselect }, options) =>
      multiselect({
        ...options,
        message: "What else? (space chooses, Enter goes on)",
        options: offered,
        initialValues: offered.map(({ value }) => value),
        required: false,
      }),
    "Say --yes, --no-workflow or --no-hook.",
  );
  return { workflow: chosen.includes("workflow"), hook: chosen.includes("hook") };
}

function sayNext(folder: string, { root }: RepositorySurvey): void {
  process.stderr.write(
    [
      "",
      ...(root === null
        ? ["This is no git repository: no workflow and no hook. `git init`, then `fixlore init` again."]
        : []),
      "Next:",
      `  npx fixlore new 'What was wrong'   a note of your own, in ${folder}/`,
      "  npx fixlore query is:open          what is open",
      "  npx fixlore start                  the site on this machine (ignore dist/ in git)",
      "",
    ].join("\n"),
  );
}

export const examples: CommandModule["examples"] = [
  ["fixlore init", "Asks for the folder, the title and the extras"],
  ["fixlore init --yes --folder docs/postmortems --no-hook", "Asks nothing"],
];

export const notes: CommandModule["notes"] = [
  ["Exit codes", ["0  everything is there", "1  a file could not be written", "2  the command line is wrong"]],
];

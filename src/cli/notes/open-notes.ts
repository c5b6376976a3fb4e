/** The options of a command that adds a note in, the notes that are there and the folder the new one goes to out. */
import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { ArgDef } from "citty";
import type { Settings } from "../../config.ts";
import type { KnowledgeBase } from "../../model.ts";
import { readRepeated } from "../check-arguments.ts";
import { CliError } from "../cli-error.ts";
import { baseArguments, readBase, readList } from "../read-base.ts";
import { chooseInputs, readSettings } from "../read-settings.ts";

export const noteArguments = {
  folder: {
    type: "string",
    valueHint: "DIR",
    description: "Folder to write to (default: the first that notes are read from)",
  },
  ...baseArguments,
} as const satisfies Record<string, ArgDef>;

export interface OpenNotes {
  settings: Settings;
  base: KnowledgeBase;
  /** Absolute. */
  folder: string;
}

/** Throws a usage error where there is no folder to write to: one that is made for a slip of the pen would be lost. */
export async function openNotes(rawArgs: readonly string[]): Promise<OpenNotes> {
  const settings = await readSettings(readRepeated(rawArgs, "config").at(-1));
  const named = readRepeated(rawArgs, "folder").at(-1);
  const { inputs, cwd } = chooseInputs(readList(rawArgs, "content"), settings);
  const candidates = named === undefined ? inputs.map((input) => resolve(cwd, input)) : [resolve(named)];
  const folder = candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (folder === undefined) {
    const wanted = named ?? (inputs.length === 1 ? inputs[0]! : null);
    throw new CliError(
      "usage",
      wanted === null
        ? "No folder to write to: notes are read from patterns"
        : `Unexpected path "${wanted}", expected a folder of notes`,
      [
        named === undefined
          ? "`fixlore init` makes one here; --folder DIR names another."
          : "Make the folder first, or name another.",
      ],
    );
  }
  return { settings, base: await readBase(rawArgs), folder };
}

/** As a user of the shell would write it. */
export function showPath(path: string): string {
  const way = relative(process.cwd(), path);
  return way === "" || way.startsWith("..") ? path : way;
}

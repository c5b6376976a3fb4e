/** The `--content` options of a command in, the knowledge base of those folders out. */
import type { StringArgDef } from "citty";
import type { KnowledgeBase } from "../model.ts";
import { narrowQuery, type Query } from "../query/index.ts";
import { readIndexed } from "../read-indexed.ts";
import { readRepeated } from "./check-arguments.ts";
import { CliError } from "./cli-error.ts";
import { chooseInputs, configArgument, readSettings } from "./read-settings.ts";
import { reportDiagnostics } from "./report-diagnostics.ts";

/** The options of every command that reads a base. */
export const baseArguments = {
  content: {
    type: "string",
    valueHint: "DIR",
    description: "Folder or note to read, more than once or with commas between (default: content)",
  },
  config: configArgument,
} as const satisfies Record<string, StringArgDef>;

/** All values of an option that can be repeated, or hold several with commas between. */
export function readList(rawArgs: readonly string[], name: string): string[] {
  return readRepeated(rawArgs, name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** For a query, only what it can find need be there. Throws a usage error where a folder is missing; what else is wrong with the notes goes to standard error. */
export async function readBase(rawArgs: readonly string[], query: Query | null = null): Promise<KnowledgeBase> {
  const named = readList(rawArgs, "content");
  const settings = await readSettings(readRepeated(rawArgs, "config").at(-1));
  const { inputs, cwd } = chooseInputs(named, settings);
  const narrowing = query && narrowQuery(query);
  const base = await readIndexed(inputs, { narrowing, cwd, settings: settings.reading });
  const missing = base.diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing !== undefined) {
    const hint =
      named.length > 0 || settings.file !== null
        ? missing.note
        : "Start it where your notes are in `content/`, or name their folder with --content DIR.";
    throw new CliError("usage", missing.message, hint === null ? [] : [hint]);
  }
  reportDiagnostics(
    base.diagnostics.filter(({ severity }) => severity === "error"),
    { from: "error" },
  );
  return base;
}

/** The `--content` options of a command in, the knowledge base of those folders out. */
import type { ArgDef } from "citty";
import type { Diagnostic } from "../diagnostics.ts";
import type { ParserName } from "../document/parser-names.ts";
import { loadErrors, type Index } from "../index-store/index.ts";
import type { KnowledgeBase } from "../model.ts";
import { narrowQuery, type Query } from "../query/index.ts";
import { readIndexed, withAnyIndex } from "../read-indexed.ts";
import { readRepeated } from "./check-arguments.ts";
import { parserArgument } from "./choose-parser.ts";
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
  parser: parserArgument,
} as const satisfies Record<string, ArgDef>;

/** All values of an option that can be repeated, or hold several with commas between. */
export function readList(rawArgs: readonly string[], name: string): string[] {
  return readRepeated(rawArgs, name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export interface BaseNeeds {
  /** Only what this query can find need be there; null for all. */
  query?: Query | null;
  /** Whether issues need what is related to them; those of a whole base always get it. */
  related?: boolean;
}

/** Throws a usage error where a folder is missing; what else is wrong with the notes goes to standard error. */
export async function readBase(
  rawArgs: readonly string[],
  { query = null, related }: BaseNeeds = {},
): Promise<KnowledgeBase> {
  const { inputs, cwd, settings, hint } = await readInputs(rawArgs);
  const narrowing = query && narrowQuery(query);
  const base = await readIndexed(inputs, {
    narrowing,
    cwd,
    settings: settings.reading,
    parser: readRepeated(rawArgs, "parser").at(-1) as ParserName | undefined,
    ...(related === undefined ? {} : { related: related || narrowing === null }),
  });
  judge(base.diagnostics, hint);
  return base;
}

/** Gives `use` an index of the same notes, in memory where none can be kept. */
export async function readWithIndex<T>(
  rawArgs: readonly string[],
  use: (index: Index) => T,
  { related = true }: Pick<BaseNeeds, "related"> = {},
): Promise<T> {
  const { inputs, cwd, settings, hint } = await readInputs(rawArgs);
  const needs = { cwd, settings: settings.reading, related };
  const { result, diagnostics } = await withAnyIndex(inputs, needs, (index) => ({
    diagnostics: loadErrors(index),
    result: use(index),
  }));
  judge(diagnostics, hint);
  return result;
}

async function readInputs(rawArgs: readonly string[]) {
  const named = readList(rawArgs, "content");
  const settings = await readSettings(readRepeated(rawArgs, "config").at(-1));
  const isUsual = named.length === 0 && settings.file === null;
  const hint = isUsual ? "Start it where your notes are in `content/`, or name their folder with --content DIR." : null;
  return { ...chooseInputs(named, settings), settings, hint };
}

function judge(diagnostics: readonly Diagnostic[], hint: string | null): void {
  const missing = diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing !== undefined)
    throw new CliError(
      "usage",
      missing.message,
      [hint ?? missing.note].filter((line) => line !== null),
    );
  reportDiagnostics(
    diagnostics.filter(({ severity }) => severity === "error"),
    { from: "error" },
  );
}

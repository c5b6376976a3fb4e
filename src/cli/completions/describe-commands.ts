/** The table of commands in, what a shell has to know to complete them out: options with their values, and qualifiers. */
import type { ArgsDef } from "citty";
import { severities, statuses } from "../../model.ts";
import { qualifiers, recordFields, recordKinds, sortKeys } from "../../query/index.ts";
import type { CommandEntry } from "../command.ts";

export interface DescribedOption {
  /** With its dashes, as "--format". */
  name: string;
  short: string | null;
  about: string;
  /** `flag` takes no value, `choice` one of `values`. */
  takes: "flag" | "choice" | "folder" | "file" | "text";
  values: readonly string[];
}

export interface DescribedCommand {
  name: string;
  about: string;
  options: DescribedOption[];
  /** Whether its words are a query. */
  hasQuery: boolean;
  /** Names that its first word is chosen from, where it is. */
  choices: readonly string[];
}

/** Qualifiers as they are typed, `status:`, each with the values that it is chosen from. */
export const qualifierValues: readonly { prefix: string; about: string; values: readonly string[] }[] = (() => {
  const fields = recordFields.map(({ name }) => name);
  const known: Record<string, readonly string[]> = {
    is: ["open", "closed", ...recordKinds],
    status: statuses,
    severity: [...severities, "none"],
    has: fields,
    no: fields,
    in: fields,
    sort: sortKeys.map(({ name }) => name),
  };
  return qualifiers.map(({ name, summary }) => ({ prefix: `${name}:`, about: summary, values: known[name] ?? [] }));
})();

export async function describeCommands(commands: ReadonlyMap<string, CommandEntry>): Promise<DescribedCommand[]> {
  return Promise.all(
    [...commands].map(async ([name, { summary, load }]): Promise<DescribedCommand> => {
      const { command } = await load();
      const args = ((typeof command.args === "function" ? await command.args() : await command.args) ?? {}) as ArgsDef;
      const operands = Object.entries(args).filter(([, arg]) => arg.type === "positional");
      return {
        name,
        about: summary,
        options: [
          ...Object.entries(args)
            .filter(([, arg]) => arg.type !== "positional")
            .map(([option, arg]) => describeOption(option, arg)),
          { name: "--help", short: "-h", about: "Show help", takes: "flag", values: [] },
        ],
        hasQuery: operands.some(([operand]) => operand === "query"),
        choices: operands[0]?.[1].valueHint?.includes("|") ? operands[0][1].valueHint.split("|") : [],
      };
    }),
  );
}

function describeOption(name: string, arg: ArgsDef[string]): DescribedOption {
  const about = arg.description ?? "";
  const short = "alias" in arg ? [arg.alias ?? []].flat().find((alias) => alias.length === 1) : undefined;
  const base = { name: `--${name}`, short: short === undefined ? null : `-${short}`, about };
  if (arg.type === "enum") return { ...base, takes: "choice", values: arg.options ?? [] };
  if (arg.type !== "boolean") {
    const hint = arg.valueHint ?? "";
    return { ...base, takes: hint === "DIR" ? "folder" : hint.includes("FILE") ? "file" : "text", values: [] };
  }
  const isOff = arg.default === true;
  const negative = "negativeDescription" in arg ? arg.negativeDescription : undefined;
  return isOff
    ? { ...base, name: `--no-${name}`, about: negative ?? about, takes: "flag", values: [] }
    : { ...base, takes: "flag", values: [] };
}

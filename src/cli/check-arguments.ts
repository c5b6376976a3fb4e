/** A command line and the options a command knows in, the first thing wrong with it out: parsing would pass over it. */
import { parseArgs } from "node:util";
import type { ArgsDef } from "citty";
import { didYouMean, suggestNames } from "../query/suggest-names.ts";
import { CliError } from "./cli-error.ts";

/** Throws a usage error for an unknown option, an option without its value, a wrong choice or a word too many. */
export function checkArguments(rawArgs: readonly string[], args: ArgsDef): void {
  const known = listOptions(args);
  const options = Object.fromEntries(
    [...known].flatMap(([name, { type, short }]) => [[name, { type, ...(short === undefined ? {} : { short }) }]]),
  );
  const { tokens } = parseArgs({ args: [...rawArgs], options, allowPositionals: true, strict: false, tokens: true });
  let operands = 0;
  for (const token of tokens) {
    if (token.kind === "positional") operands++;
    if (token.kind !== "option") continue;
    const name =
      token.name.startsWith("no-") && known.get(token.name.slice(3))?.type === "boolean"
        ? token.name.slice(3)
        : token.name;
    const option = known.get(name);
    if (option === undefined) {
      const near = suggestNames(name, [...known.keys()]).map((other) => `--${other}`);
      throw new CliError("usage", `Unknown option "${token.rawName}"${didYouMean(near)}`);
    }
    // `--out --base x` is a forgotten value rather than a folder named "--base".
    if (
      option.type === "string" &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith("--")))
    ) {
      throw new CliError(
        "usage",
        `Option --${name} needs a value${option.choices ? `: ${option.choices.join(", ")}` : ""}`,
      );
    }
    if (option.type === "boolean" && token.value !== undefined)
      throw new CliError("usage", `Option --${name} takes no value`);
    if (option.choices && !option.choices.includes(token.value ?? "")) {
      const meant = didYouMean(suggestNames(token.value ?? "", option.choices));
      throw new CliError(
        "usage",
        `Unknown ${name} "${token.value}"${meant || `, expected ${option.choices.join(", ")}`}`,
      );
    }
  }
  const positional = Object.entries(args).filter(([, arg]) => arg.type === "positional");
  const takesMore = positional.some(([, arg]) => arg.valueHint?.endsWith("…"));
  if (!takesMore && operands > positional.length) {
    const extra = tokens.filter((token) => token.kind === "positional").at(positional.length)!.value;
    throw new CliError(
      "usage",
      `Unexpected argument "${extra}"${positional.length === 1 ? `; put quotes around a ${positional[0]![0]} of several words` : ""}`,
    );
  }
  const missing = positional.filter(([, arg]) => arg.required !== false && arg.default === undefined)[operands];
  if (missing) throw new CliError("usage", `Missing ${missing[0].toUpperCase()}: ${missing[1].description}`);
}

interface Option {
  type: "string" | "boolean";
  short?: string;
  choices?: string[];
}

function listOptions(args: ArgsDef): Map<string, Option> {
  const options = new Map<string, Option>();
  for (const [name, arg] of Object.entries(args)) {
    if (arg.type === "positional") continue;
    const short = "alias" in arg ? [arg.alias ?? []].flat().find((alias) => alias.length === 1) : undefined;
    const choices = arg.type === "enum" ? arg.options : undefined;
    options.set(name, {
      type: arg.type === "boolean" ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
      ...(choices ? { choices } : {}),
    });
  }
  return options;
}

/** All values of an option that may be given more than once; citty keeps the last. */
export function readRepeated(rawArgs: readonly string[], name: string): string[] {
  const { tokens } = parseArgs({
    args: [...rawArgs],
    options: { [name]: { type: "string" } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return tokens.flatMap((token) =>
    token.kind === "option" && token.name === name && token.value !== undefined ? [token.value] : [],
  );
}

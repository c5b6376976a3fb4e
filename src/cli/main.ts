/** The command line in, the exit code out: finds the command, checks its options, runs it, and tells what went wrong. */
import { readFile } from "node:fs/promises";
import { runCommand, type ArgsDef } from "citty";
import { checkArguments } from "./check-arguments.ts";
import { CliError, exitCodes } from "./cli-error.ts";
import { cleanText } from "./clean-text.ts";
import { commands, description } from "./commands.ts";
import { renderHelp, renderOverview } from "./render-help.ts";
import { columnsOf, createPaint } from "./terminal.ts";
import { didYouMean, suggestNames } from "../query/suggest-names.ts";

async function main(rawArgs: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = rawArgs;
  const paint = createPaint(process.stdout);
  if (name === "--version" || name === "-v") {
    const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    process.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const isHelp = name === "--help" || name === "-h" || name === "help";
  const wanted = isHelp ? rest[0] : name;
  if (wanted === undefined) {
    const asked = rawArgs.length > 0;
    (asked ? process.stdout : process.stderr).write(
      renderOverview(
        description,
        commands,
        asked ? paint : createPaint(process.stderr),
        columnsOf(asked ? process.stdout : process.stderr),
      ),
    );
    return asked ? 0 : 2;
  }
  const entry = commands.get(wanted);
  if (entry === undefined) {
    const kind = wanted.startsWith("-") ? "option" : "command";
    throw new CliError(
      "usage",
      `Unknown ${kind} "${wanted}"${didYouMean(suggestNames(wanted, [...commands.keys()]))}`,
      ["`fixlore --help` lists the commands."],
    );
  }
  const module = await entry.load();
  const own = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : undefined);
  if (isHelp || own.includes("--help") || own.includes("-h")) {
    process.stdout.write(await renderHelp(wanted, module, paint, columnsOf(process.stdout)));
    return 0;
  }
  const args = ((typeof module.command.args === "function" ? await module.command.args() : await module.command.args) ??
    {}) as ArgsDef;
  const given = module.protectArguments?.(rest) ?? rest;
  try {
    checkArguments(given, args);
  } catch (error) {
    if (error instanceof CliError)
      throw new CliError(error.kind, error.message, [
        ...error.hints,
        `\`fixlore ${wanted} --help\` shows the options.`,
      ]);
    throw error;
  }
  const { result } = await runCommand(module.command, { rawArgs: [...given] });
  return typeof result === "number" ? result : 0;
}

/** A reader that has seen enough (`| head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const paint = createPaint(process.stderr);
  if (error instanceof CliError) {
    console.error(`${paint("red", "fixlore:")} ${cleanText(error.message)}`);
    for (const hint of error.hints) console.error(`  ${cleanText(hint)}`);
    process.exitCode = exitCodes[error.kind];
  } else {
    console.error(
      `${paint("red", "fixlore:")} this is a fault of fixlore, please report it with the note that caused it.`,
    );
    console.error(error);
    process.exitCode = 1;
  }
}

/** The name of a template in, its text out: one of ours, one of the team's, or a file. */
import { readFile } from "node:fs/promises";
import { didYouMean, suggestNames } from "../../query/suggest-names.ts";
import { decodeSource } from "../../source/decode-source.ts";
import { CliError } from "../cli-error.ts";

/** Our own: name → what it is for. */
export const templates = {
  fix: "one problem: what was seen, why, the fix, how it was verified, the lesson",
  session: "a piece of work with several issues, next steps and lessons",
  postmortem: "an incident: impact, cause, what ended it, timeline, next steps",
} as const;

/** `own` are the team's templates, name → path: they come before ours. Throws a usage error for a name that nobody knows. */
export async function chooseTemplate(wanted: string, own: Readonly<Record<string, string>>): Promise<string> {
  const isPath = /[\\/]|\.\w+$/.test(wanted);
  const file = Object.hasOwn(own, wanted) ? own[wanted]! : isPath ? wanted : null;
  if (file !== null) return readTemplate(wanted, file);
  if (Object.hasOwn(templates, wanted)) return readFile(new URL(`./templates/${wanted}.md`, import.meta.url), "utf8");
  const known = [...Object.keys(own), ...Object.keys(templates)];
  throw new CliError(
    "usage",
    `Unknown template "${wanted}"${didYouMean(suggestNames(wanted, known)) || `, expected ${known.join(", ")} or a file`}`,
  );
}

async function readTemplate(name: string, file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CliError("usage", `The template "${name}" cannot be read: ${error.message}`);
  });
  const { text, diagnostics } = decodeSource({ path: file, bytes });
  const lost = diagnostics.find(({ severity }) => severity === "error");
  if (lost) throw new CliError("usage", `The template "${name}" cannot be read: ${lost.message}`);
  return text;
}

/** The `--parser` option of a command in, the parser to read with out; says so where the usual one is missing. */
import type { ArgDef } from "citty";
import { parserNames, type ParserName } from "../document/parser-names.ts";

export const parserArgument = {
  type: "enum",
  options: [...parserNames],
  description: "How Markdown is parsed: the records are the same, remark takes forty times as long (default: satteri)",
} as const satisfies ArgDef;

/** Nothing where none is named: what was read before may then be taken as it is. */
export async function chooseParser(named: string | undefined): Promise<ParserName | undefined> {
  if (named !== undefined) return named as ParserName;
  // A query that the index answers needs no parser.
  const { usualParser } = await import("../document/parse-markdown.ts");
  const { failure } = usualParser();
  if (failure !== null)
    process.stderr.write(
      `Notes are read with remark, which gives the same records and takes longer: satteri could not be loaded (${failure})\n`,
    );
  return undefined;
}

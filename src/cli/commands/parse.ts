/** Notes in, what is understood of each out: as a page for people, or as JSON. */
import { defineCommand } from "citty";
import { readNote } from "../../build-knowledge.ts";
import type { Diagnostic } from "../../diagnostics.ts";
import type { Extraction } from "../../model.ts";
import { readSources } from "../../source/read-sources.ts";
import { chooseParser, parserArgument } from "../choose-parser.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { configArgument, readSettings } from "../read-settings.ts";
import { renderExtraction } from "../render-extraction.ts";
import { reportDiagnostics } from "../report-diagnostics.ts";
import { columnsOf, createPaint } from "../terminal.ts";

export const command = defineCommand({
  meta: {
    name: "parse",
    description:
      "Show what is understood of each note: the session, its issues and lessons, and what the reader stumbled over.",
  },
  args: {
    file: {
      type: "positional",
      description: "Notes, or folders of notes (.md, .markdown, .mdown, .txt)",
      valueHint: "…",
    },
    format: { type: "enum", options: ["pretty", "json", "ndjson"], default: "pretty", description: "How to print" },
    config: configArgument,
    parser: parserArgument,
    explain: { type: "boolean", description: "Show which rule read which field, and from where" },
  },
  async run({ args }) {
    const { reading } = await readSettings(args.config);
    const parser = await chooseParser(args.parser);
    const { files, diagnostics } = await readSources(args._);
    if (files.length === 0) throw nothingToRead(args._, diagnostics);
    let isLost = reportDiagnostics(diagnostics, { from: "info" });
    const { format } = args;
    const documents: object[] = [];
    const paint = createPaint(process.stdout);
    for (const file of files) {
      const extraction = readNote(file, reading, parser);
      // The page shows what the reader stumbled over beside the note, JSON has it as data: errors and warnings still go
      // to standard error, where a script's user sees them.
      if (reportDiagnostics(extraction.diagnostics, { from: format === "pretty" ? "error" : "warning" })) isLost = true;
      if (format === "json") documents.push(flatten(extraction));
      else if (format === "ndjson") process.stdout.write(`${toSafeJson(flatten(extraction))}\n`);
      else
        process.stdout.write(
          renderExtraction(extraction, {
            paint,
            columns: columnsOf(process.stdout) ?? 100,
            isExplained: args.explain === true,
          }),
        );
    }
    if (format === "json")
      process.stdout.write(`${toSafeJson({ schemaVersion: 1, kind: "documents", documents }, 2)}\n`);
    return isLost ? 1 : 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore parse content/2026-01-04.md", "What is understood of one note"],
  ["fixlore parse --explain note.md", "The same, with the rule and the line behind each field"],
  ["fixlore parse --format ndjson docs/ | jq -r .title", "One JSON object a note, for scripts"],
];

export const notes: CommandModule["notes"] = [
  [
    "Exit codes",
    [
      "0  every note was read",
      "1  a note could not be read, or something of it was lost",
      "2  the command line is wrong",
    ],
  ],
];

/** One flat object a document. */
function flatten({ session, issues, lessons, diagnostics }: Extraction): object {
  return { ...session, issues, lessons, diagnostics };
}

function nothingToRead(inputs: readonly string[], diagnostics: readonly Diagnostic[]): CliError {
  const [first] = diagnostics;
  if (diagnostics.length === 1 && first)
    return new CliError("failure", first.message, first.note === null ? [] : [first.note]);
  return new CliError(
    "failure",
    `No note could be read of ${inputs.join(", ")}`,
    diagnostics.map(({ message }) => message),
  );
}

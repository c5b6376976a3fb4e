/** Paths of source files in, what is known about them out: what to read before one edits them. */
import { defineCommand } from "citty";
import { loadIssuesOfFiles } from "../../index-store/index.ts";
import type { Issue, KnowledgeBase, Lesson } from "../../model.ts";
import { finishBase } from "../../read-indexed.ts";
import { CliError } from "../cli-error.ts";
import { cleanLine, toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { formatRecords, type FormatOptions } from "../format-records.ts";
import { isSameFile, knowFile, type FileKnowledge } from "../know-file.ts";
import { pagerArgument, pageOutput } from "../page-output.ts";
import { baseArguments, readWithIndex } from "../read-base.ts";
import { createContext, readCell, usualColumns } from "../record-columns.ts";
import { columnsOf, createPaint, type Paint } from "../terminal.ts";

const standardLimit = 10;

export const command = defineCommand({
  meta: { name: "files", description: "Show what is known about source files: open issues, past fixes, lessons." },
  args: {
    path: { type: "positional", valueHint: "…", description: "Files or folders of the code, or patterns in quotes" },
    format: { type: "enum", options: ["pretty", "json"], default: "pretty", description: "How to print" },
    json: { type: "boolean", description: "Short for --format json" },
    limit: {
      type: "string",
      alias: "n",
      valueHint: "N",
      default: String(standardLimit),
      description: "At most so many of each for a file",
    },
    ...pagerArgument,
    ...baseArguments,
  },
  async run({ args, rawArgs }) {
    if (!/^[1-9]\d{0,8}$/.test(args.limit))
      throw new CliError("usage", `Unexpected limit "${args.limit}", expected a whole number from 1`);
    const limit = Number(args.limit);
    const isJson = args.json === true || args.format === "json";
    const isMeant = (named: string): boolean => args._.some((path) => isSameFile(path, named));
    const base = await readWithIndex(rawArgs, (index) => finishBase(loadIssuesOfFiles(index, isMeant, isJson)), {
      related: isJson,
    });
    const known = args._.map((path) => knowFile(path, base));
    const paint = createPaint(process.stdout);
    await pageOutput(
      isJson ? toJson(known, base, limit) : known.map((file) => renderFile(file, base, limit, paint)).join("\n"),
      args,
    );
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore files src/cli/main.ts", "Before editing one file"],
  ["git diff --name-only | xargs fixlore files --json", "About all that a change touches"],
];

type Group = [title: string, kind: "issue" | "lesson", records: readonly (Issue | Lesson)[]];

function renderFile(
  { path, open, closed, lessons }: FileKnowledge,
  base: KnowledgeBase,
  limit: number,
  paint: Paint,
): string {
  const columns = columnsOf(process.stdout);
  const options: FormatOptions = { format: "table", fields: [], paint, width: columns === null ? null : columns - 2 };
  const groups: Group[] = [
    ["open", "issue", open],
    ["past", "issue", closed],
    ["lessons", "lesson", lessons],
  ];
  const parts = groups
    .filter(([, , records]) => records.length > 0)
    .map(([title, kind, records]) => {
      const shown = formatRecords({ kind, records: records.slice(0, limit), total: records.length }, base, options);
      const table = shown
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => `    ${line}`)
        .join("\n");
      const more = records.length > limit ? `\n    ${paint("dim", `and ${records.length - limit} more`)}` : "";
      return `  ${paint("bold", `${title} (${records.length})`)}\n${table}${more}\n`;
    });
  return `${paint("underline", cleanLine(path))}\n${parts.join("") || "  nothing is known of it\n"}`;
}

/** Every scalar null when absent, every list there: the shape does not depend on what was found. */
function toJson(known: readonly FileKnowledge[], base: KnowledgeBase, limit: number): string {
  const context = createContext(base);
  const list = (kind: "issue" | "lesson", records: readonly (Issue | Lesson)[]) => ({
    total: records.length,
    results: records
      .slice(0, limit)
      .map((record) =>
        Object.fromEntries(
          usualColumns(kind, "data").map((column) => [column.name, readCell(column, kind, record, context)]),
        ),
      ),
  });
  const files = known.map(({ path, open, closed, lessons }) => ({
    path,
    open: list("issue", open),
    closed: list("issue", closed),
    lessons: list("lesson", lessons),
  }));
  return `${toSafeJson({ schemaVersion: 1, kind: "files", files }, 2)}\n`;
}

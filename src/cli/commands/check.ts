/** Notes in, what is wrong with them out: as a compiler would say it, or as data for editors and pull requests. */
import { defineCommand } from "citty";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { checkNotes, type Checked, type CheckResult } from "../../check-notes.ts";
import type { Settings } from "../../config.ts";
import type { Diagnostic } from "../../diagnostics.ts";
import { fixNote, repairBytes } from "../../fix-note.ts";
import { rules } from "../../rules/index.ts";
import { readRulePages } from "../../rules/rule-pages.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { formatGithub } from "../diagnostics/format-github.ts";
import { toSarif } from "../diagnostics/format-sarif.ts";
import { renderCheck } from "../diagnostics/render-check.ts";
import { readToday } from "../read-query.ts";
import { packageFolder } from "../package-folder.ts";
import { configArgument, readSettings } from "../read-settings.ts";
import { columnsOf, createPaint } from "../terminal.ts";

const severities = ["info", "warning", "error"] as const;

export const command = defineCommand({
  meta: { name: "check", description: "Say what is wrong with notes: where, by which rule, what was expected." },
  args: {
    file: {
      type: "positional",
      required: false,
      valueHint: "…",
      description: "Notes, or folders of notes; all of the content without any",
    },
    format: {
      type: "enum",
      options: ["pretty", "json", "github", "sarif"],
      default: "pretty",
      description: "How to print",
    },
    level: {
      type: "enum",
      options: [...severities],
      description: "Least severity to print (default: info for notes that are named, json and sarif; else warning)",
    },
    all: { type: "boolean", description: "Print each diagnostic, also where a rule finds very many" },
    strict: { type: "boolean", description: "Exit with 1 for warnings too" },
    fix: { type: "boolean", description: "Write damaged files as they were meant; the bytes they had are kept" },
    today: {
      type: "string",
      valueHint: "DAY",
      description: "The day that dates are compared with (default: the clock's)",
    },
    config: configArgument,
  },
  async run({ args }) {
    const today = readToday(args.today);
    const settings = await readSettings(args.config);
    const check = (): Promise<CheckResult> => checkNotes({ settings, named: args._, cwd: process.cwd(), today });
    let result = await check();
    refuseMissing(result.diagnostics);
    if (args.fix === true && (await fixAll(result.notes, settings)) > 0) result = await check();
    const format = args.format as "pretty" | "json" | "github" | "sarif";
    const isWhole = args._.length === 0 && (format === "pretty" || format === "github");
    const least = severities.indexOf((args.level ?? (isWhole ? "warning" : "info")) as Diagnostic["severity"]);
    const shown = result.diagnostics.filter(({ severity }) => severities.indexOf(severity) >= least);
    process.stdout.write(await formats[format](result, shown, args.all === true));
    const failing = args.strict === true ? ["error", "warning"] : ["error"];
    return result.diagnostics.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore check", "All of the content"],
  ["fixlore check --strict content/2026-02-03-pump.md", "One note, as before a commit"],
  ["fixlore check --format github", "In a workflow: marks beside the lines of a pull request"],
  ["fixlore check --format sarif > fixlore.sarif", "For code scanning"],
  ["fixlore check --fix", "Repair encodings for good"],
];

export const notes: CommandModule["notes"] = [
  ["Rules", ["docs/rules/README.md of the package lists them; `rules` of the configuration weighs each"]],
  [
    "Exit codes",
    [
      "0  nothing is wrong, or nothing that fails",
      "1  there are errors; with --strict: or warnings",
      "2  an option, the configuration or a path is wrong",
    ],
  ],
];

/** A mistyped path is a mistake of the command line, not of a note. */
function refuseMissing(diagnostics: readonly Diagnostic[]): void {
  const missing = diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing !== undefined) throw new CliError("usage", missing.message, missing.note === null ? [] : [missing.note]);
}

/** Says on standard error what was written and where the bytes are that were there before. */
async function fixAll(checked: readonly Checked[], { root }: Settings): Promise<number> {
  const keptIn = join(root, ".fixlore", "originals");
  let fixed = 0;
  for (const { path, absolute, bytes } of checked) {
    try {
      const done = await fixNote(absolute, bytes, keptIn);
      if (done === null) continue;
      fixed++;
      process.stderr.write(`Repaired ${path}; as it was: ${relative(process.cwd(), done.original)}\n`);
    } catch (error) {
      throw new CliError(
        "failure",
        `Could not repair ${path}: ${error instanceof Error ? error.message : String(error)}`,
        ["The file is as it was."],
      );
    }
  }
  return fixed;
}

type Format = (result: CheckResult, shown: readonly Diagnostic[], isWhole: boolean) => string | Promise<string>;

const formats: Readonly<Record<"pretty" | "json" | "github" | "sarif", Format>> = {
  pretty: ({ notes: checked, diagnostics }, shown, isWhole) =>
    renderCheck(shown, diagnostics, {
      notes: checked,
      fixable: checked.filter(({ path, bytes }) => repairBytes(path, bytes) !== null).length,
      isWhole,
      paint: createPaint(process.stdout),
      width: columnsOf(process.stdout) ?? 100,
    }),
  json: ({ notes: checked }, shown) =>
    `${toSafeJson({ schemaVersion: 1, kind: "check", notes: checked.length, diagnostics: shown }, 2)}\n`,
  github: (_, shown) => formatGithub(shown),
  sarif: async (_, shown) => {
    const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
    return `${toSafeJson(toSarif(shown, readRulePages(rules), version), 2)}\n`;
  },
};

/** Two folders of notes, before and after a change, in; what the change does to their records out: as a comment, or as data. */
import { defineCommand } from "citty";
import { compareBases, type Comparison, type IssueChange } from "../../knowledge/index.ts";
import type { KnowledgeBase } from "../../model.ts";
import { maskBase } from "../../mask-base.ts";
import { readIndexed } from "../../read-indexed.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { formatComparison } from "../format-comparison.ts";
import { configArgument, readSettings } from "../read-settings.ts";

export const command = defineCommand({
  meta: {
    name: "diff",
    description: "Say which records a change adds, changes, closes or removes, as a comment for a pull request.",
  },
  args: {
    base: { type: "positional", description: "Folder of notes, or a note, as it was before" },
    head: { type: "positional", description: "The same as it is now" },
    format: { type: "enum", options: ["md", "json"], default: "md", description: "How to print" },
    config: configArgument,
  },
  async run({ args }) {
    const { reading } = await readSettings(args.config);
    const options = { cwd: process.cwd(), settings: reading };
    // What is said in a pull request is published: secrets are masked.
    const read = async (folder: string): Promise<KnowledgeBase> =>
      maskBase(refuseMissing(await readIndexed([folder], options)), [folder], options);
    const [before = "", after = ""] = args._;
    const comparison = compareBases(await read(before), await read(after));
    process.stdout.write(args.format === "json" ? toJson(comparison) : formatComparison(comparison));
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  [
    "fixlore diff ../before/content content",
    "What a branch does to the records, next to a work tree of the other branch",
  ],
  ["fixlore diff before after --format json | jq '.closed[].id'", "The issues that it closes"],
];

export const notes: CommandModule["notes"] = [
  ["Exit codes", ["0  compared, also when nothing differs", "2  an option or a folder is wrong"]],
];

function refuseMissing(base: KnowledgeBase): KnowledgeBase {
  const missing = base.diagnostics.find(({ ruleId }) => ruleId === "missing-input");
  if (missing !== undefined) throw new CliError("usage", missing.message, missing.note === null ? [] : [missing.note]);
  return base;
}

function toJson({ added, closed, reopened, changed, removed, lessons, notes: touched }: Comparison): string {
  const change = ({ before, after, fields, reports }: IssueChange) => ({
    slug: after.slug,
    id: after.id,
    title: after.title,
    before: { status: before.status, severity: before.severity },
    after: { status: after.status, severity: after.severity },
    fields,
    reports,
  });
  const state = ({ slug, id, title, status, severity }: Comparison["added"][number]) => ({
    slug,
    id,
    title,
    status,
    severity,
  });
  const lesson = ({ slug, kind, title }: Comparison["lessons"]["added"][number]) => ({ slug, kind, title });
  const document = {
    schemaVersion: 1,
    kind: "diff",
    added: added.map(state),
    closed: closed.map(change),
    reopened: reopened.map(change),
    changed: changed.map(change),
    removed: removed.map(state),
    lessons: { added: lessons.added.map(lesson), removed: lessons.removed.map(lesson) },
    notes: touched,
  };
  return `${toSafeJson(document, 2)}\n`;
}

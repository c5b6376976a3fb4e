/** The name of a record in, all that is known of it out. */
import { defineCommand } from "citty";
import { listRecordNames, loadRecord, type RecordName } from "../../index-store/index.ts";
import type { Issue, KnowledgeBase, Lesson, Session } from "../../model.ts";
import { suggestNames } from "../../query/index.ts";
import { finishBase } from "../../read-indexed.ts";
import { ambiguous, notFound } from "../choose-record.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { findNamesakes, findRecord, namesOf } from "../find-record.ts";
import { pagerArgument, pageOutput } from "../page-output.ts";
import { baseArguments, readWithIndex } from "../read-base.ts";
import { renderRecord, type ShownRecord } from "../render-record.ts";
import { columnsOf, createPaint } from "../terminal.ts";

export const command = defineCommand({
  meta: {
    name: "show",
    description: "Show one issue, lesson or session in full, with its history and what is related.",
  },
  args: {
    id: {
      type: "positional",
      required: true,
      description: "Identifier, address, path of a note, or the beginning of one",
    },
    format: { type: "enum", options: ["pretty", "json"], default: "pretty", description: "How to print" },
    json: { type: "boolean", description: "Short for --format json" },
    ...pagerArgument,
    ...baseArguments,
  },
  async run({ args, rawArgs }) {
    const { id } = args;
    const { found, near, namesakes, base } = await readWithIndex(rawArgs, (index) => {
      const names = listRecordNames(index);
      const meant = findRecord(names, id);
      const [first] = meant;
      return {
        found: meant,
        near: first === undefined ? suggestNames(id, names.flatMap(namesOf)) : [],
        namesakes: first === undefined ? [] : findNamesakes(names, first),
        base: first !== undefined && meant.length === 1 ? finishBase(loadRecord(index, first)) : null,
      };
    });
    const [only] = found;
    if (only === undefined) throw notFound(id, near);
    if (base === null) throw ambiguous(id, found);
    const shown = pickRecord(only, base);
    const isJson = args.json === true || args.format === "json";
    const page = isJson
      ? `${toSafeJson({ schemaVersion: 1, kind: only.kind, [only.kind]: shown.record }, 2)}\n`
      : renderRecord(shown, base, { namesakes, paint: createPaint(process.stdout), width: columnsOf(process.stdout) });
    await pageOutput(page, args);
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore show FLAKY-12", "One issue"],
  ["fixlore show flaky-12 --json | jq .issue.fix.text", "One field of it"],
];

export const notes: CommandModule["notes"] = [
  ["Exit codes", ["0  shown", "1  nothing is called so, or more than one thing", "2  an option or a folder is wrong"]],
];

function pickRecord({ kind, slug }: RecordName, base: KnowledgeBase): ShownRecord {
  const all: readonly (Issue | Lesson | Session)[] = base[`${kind}s`];
  return { kind, record: all.find((record) => record.slug === slug)! };
}

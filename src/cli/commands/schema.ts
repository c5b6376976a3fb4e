/** The kind of an envelope in, the JSON Schema of what commands print with it out. */
import { defineCommand } from "citty";
import { didYouMean, suggestNames } from "../../query/index.ts";
import { CliError } from "../cli-error.ts";
import { toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { envelopes, toJsonSchema, type EnvelopeKind } from "../schemas/envelopes.ts";

const kinds = Object.keys(envelopes);

export const command = defineCommand({
  meta: { name: "schema", description: "Print the JSON Schema of what commands print as JSON." },
  args: {
    kind: {
      type: "positional",
      required: false,
      valueHint: kinds.join("|"),
      description: "The `kind` of the envelope; all of them without it",
    },
  },
  run({ args }) {
    const { kind } = args;
    if (kind !== undefined && !kinds.includes(kind)) {
      const meant = didYouMean(suggestNames(kind, kinds));
      throw new CliError("usage", `Unknown kind "${kind}"${meant || `, expected ${kinds.join(", ")}`}`);
    }
    process.stdout.write(`${toSafeJson(toJsonSchema((kind as EnvelopeKind | undefined) ?? null), 2)}\n`);
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore schema > fixlore.schema.json", "All kinds"],
  ["fixlore schema issues", "What `fixlore query --json` prints"],
];

export const notes: CommandModule["notes"] = [
  [
    "Kinds",
    Object.entries(envelopes).map(
      ([kind, schema]) => `${kind.padEnd(10)} ${schema.meta()?.description ?? "fixlore query --json"}`,
    ),
  ],
];

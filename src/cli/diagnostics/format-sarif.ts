/** Diagnostics in, a log in the form of SARIF 2.1.0 out: what code scanning and editors read. */
import { createHash } from "node:crypto";
import type { Log, Result } from "sarif";
import type { Diagnostic } from "../../diagnostics.ts";

export interface SarifRule {
  id: string;
  level: Diagnostic["severity"];
  /** One sentence. */
  summary: string;
  /** Its page, in Markdown. */
  page: string;
}

const levels: Readonly<Record<Diagnostic["severity"], "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** `rules` are all rules; `version` is that of the program. Paths are relative to the folder of the repository. */
export function toSarif(diagnostics: readonly Diagnostic[], rules: readonly SarifRule[], version: string): Log {
  const positions = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Fixlore",
            semanticVersion: version,
            rules: rules.map(({ id, level, summary, page }) => ({
              id,
              shortDescription: { text: summary },
              help: { text: page, markdown: page },
              defaultConfiguration: { level: levels[level] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The folder that the check was started in." } } },
        results: diagnostics.map((diagnostic) => toResult(diagnostic, positions, seen)),
      },
    ],
  };
}

function toResult(
  { file, place, severity, ruleId, message, expected, note }: Diagnostic,
  positions: ReadonlyMap<string, number>,
  seen: Map<string, number>,
): Result {
  const told = [message, expected.length === 0 ? "" : `Expected: ${expected.join(", or ")}.`, note ?? ""];
  // Lines move when a note is edited: what is said of which file stays, and the how-manieth it is.
  const identity = `${ruleId}\0${file}\0${message}`;
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  const position = positions.get(ruleId);
  return {
    ruleId,
    ...(position !== undefined && { ruleIndex: position }),
    level: levels[severity],
    message: { text: told.filter(Boolean).join("\n") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" },
          ...(place !== null && {
            region: {
              startLine: place.start.line,
              startColumn: place.start.column,
              endLine: place.end.line,
              endColumn: place.end.column,
            },
          }),
        },
      },
    ],
    partialFingerprints: {
      "fixlore/v1": createHash("sha256").update(`${identity}\0${count}`).digest("hex").slice(0, 32),
    },
  };
}

/**
 * Finds files that an issue names and the repository does not have.
 *
 * Only where `repository.root` is configured. A path may leave out the folders it begins with; names with wildcards are
 * passed over. The file may have been moved since: then the note is right and the rule can be turned off.
 *
 * ## Unexpected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Open
 *
 * **Problem**: `src/pmup.ts` starts before the valve is open.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Pump of hall 3
 *
 * **Date**: 2026-02-03
 *
 * ## PUMP-3: The pump starts dry
 *
 * **Status**: Open
 *
 * **Problem**: `src/pump.ts` starts before the valve is open.
 * ```
 */
import type { Place } from "../model.ts";
import type { Rule, RuleContext } from "./rule.ts";

export const missingFile: Rule = {
  id: "missing-file",
  level: "info",
  check: ({ issues, source }, { hasFile, placeOf }) =>
    hasFile === null
      ? []
      : issues.flatMap((issue) =>
          issue.files
            .filter(({ path }) => !/[*?{}[\]<>$]|\.\.\./.test(path) && !hasFile(path))
            .map(({ path }) => ({
              place: findPath(source, path, issue.place, placeOf),
              message: `Unexpected file "${path}", expected one of the repository`,
              expected: ["the path of a file that exists"],
              note: "Correct the path; where the file was moved or removed since, the note may stay as it is.",
            })),
        ),
};

function findPath(source: string, path: string, issue: Place, placeOf: RuleContext["placeOf"]): Place {
  const within = source.indexOf(path, issue.start.offset);
  const at = within === -1 ? source.indexOf(path) : within;
  return at === -1 ? issue : placeOf(source, at, at + path.length);
}

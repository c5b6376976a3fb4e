/** What a user typed for a record in, the one record that it means out. */
import type { RecordName } from "../index-store/index.ts";
import { suggestNames } from "../query/index.ts";
import { CliError } from "./cli-error.ts";
import { cleanLine } from "./clean-text.ts";
import { findRecord, namesOf } from "./find-record.ts";
import { shortName } from "./record-columns.ts";

/** Throws a failure where nothing is called so, or more than one thing. */
export function chooseRecord(names: readonly RecordName[], typed: string): RecordName {
  const found = findRecord(names, typed);
  const [only] = found;
  if (only === undefined) throw notFound(typed, suggestNames(typed, names.flatMap(namesOf)));
  if (found.length > 1) throw ambiguous(typed, found);
  return only;
}

const listed = 20;

export function notFound(id: string, near: readonly string[]): CliError {
  const hint =
    near.length > 0 ? `Near it: ${near.join(", ")}` : `\`fixlore query '"${id}"'\` looks for it in the text of issues.`;
  return new CliError("failure", `No issue, lesson or session is called "${id}"`, [hint]);
}

export function ambiguous(id: string, found: readonly RecordName[]): CliError {
  const names = found.map(shortName);
  const nameOf = (record: RecordName): string =>
    names.filter((name) => name === shortName(record)).length > 1 ? record.slug : shortName(record);
  const lines = found
    .slice(0, listed)
    .map((record) => `${record.kind.padEnd(7)}  ${nameOf(record)}  ${cleanLine(record.title)}`);
  const more = found.length > listed ? [`and ${found.length - listed} more`] : [];
  return new CliError("failure", `"${id}" can mean ${found.length} records`, [...lines, ...more]);
}

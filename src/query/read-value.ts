/** One raw value of a qualifier in, what it tests out: by a table from the kind of value to its reader. */
import { openStatuses, severities, statuses, type Severity } from "../model.ts";
import { recordKinds, type RecordKind, type SortKey, type ValueTest } from "./grammar.ts";
import type { Qualifier, ValueKind } from "./qualifiers.ts";
import { readDays } from "./read-days.ts";
import { findField, recordFields } from "./record-fields.ts";
import { sortKeys } from "./sort-keys.ts";
import { didYouMean, suggestNames } from "./suggest-names.ts";

/** What a value says of the whole query instead of a record. */
export type Directive =
  | { type: "kind"; kind: RecordKind }
  | { type: "sort"; key: SortKey }
  | { type: "limit"; limit: number };
export type Misread = { type: "error"; message: string; suggestions: string[] };

const fold = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, "");
const statusByName = new Map(statuses.map((status) => [fold(status), status] as const));
const kindByName = new Map<string, RecordKind>(
  recordKinds.flatMap((kind) => [[kind, kind] as const, [`${kind}s`, kind] as const]),
);
const closedStatuses = statuses.filter((status) => !openStatuses.has(status));

/** Least first, so that `>` means worse. */
const severityOrder: readonly Severity[] = severities.toReversed();
const severityByName = new Map<string, Severity>([
  ...severities.map((severity) => [severity, severity] as const),
  ["p0", "critical"],
  ["p1", "high"],
  ["p2", "medium"],
  ["p3", "low"],
  ["p4", "low"],
]);

function unknownValue(
  what: string,
  text: string,
  known: readonly string[],
  suggestions = suggestNames(text, known),
): Misread {
  const hint = suggestions.length > 0 ? didYouMean(suggestions) : `; expected ${known.join(", ")}`;
  return { type: "error", message: `Unknown ${what} "${text}"${hint}`, suggestions };
}

const misread = (message: string, suggestions: string[] = []): Misread => ({ type: "error", message, suggestions });

/** What other trackers call them: never taken for ours in silence, since they do not mean quite the same. */
const otherNames: Readonly<Record<string, string>> = {
  closed: "is:closed",
  done: "fixed",
  resolved: "fixed",
  complete: "fixed",
  completed: "fixed",
  solved: "fixed",
  wip: "in-progress",
  doing: "in-progress",
  started: "in-progress",
  active: "in-progress",
  todo: "open",
  new: "open",
  pending: "open",
  postponed: "deferred",
  later: "deferred",
  invalid: "not-a-bug",
  rejected: "wont-fix",
  none: "unknown",
};

function readStatus(text: string): ValueTest | Misread {
  const name = fold(text);
  const status = statusByName.get(name);
  if (status !== undefined) return { type: "status", statuses: [status] };
  return unknownValue("status", text, statuses, Object.hasOwn(otherNames, name) ? [otherNames[name]!] : undefined);
}

function readIs(text: string): ValueTest | Directive | Misread {
  const name = text.toLowerCase();
  const kind = kindByName.get(name);
  if (kind !== undefined) return { type: "kind", kind };
  if (name === "open") return { type: "status", statuses: [...openStatuses] };
  if (name === "closed") return { type: "status", statuses: closedStatuses };
  const status = readStatus(text);
  if (status.type !== "error") return status;
  const other = otherNames[fold(text)];
  const known = ["open", "closed", ...recordKinds, ...statuses.slice(1)];
  return unknownValue("value", text, known, other === undefined ? undefined : [other]);
}

function readSeverity(text: string): ValueTest | Misread {
  const level = (name: string): number => severityOrder.indexOf(severityByName.get(name.toLowerCase())!);
  const among = (from: number, to: number): ValueTest => ({
    type: "severity",
    severities: severityOrder.slice(Math.max(0, from), to + 1),
  });
  if (/^(?:none|no|null)$/i.test(text)) return { type: "severity", severities: [null] };
  const unknown = (name: string) => unknownValue("severity", name, [...severities, "none"]);
  const top = severityOrder.length - 1;
  const range = text.indexOf("..");
  if (range !== -1) {
    const [start, end] = [text.slice(0, range), text.slice(range + 2)];
    for (const name of [start, end]) if (name !== "" && name !== "*" && level(name) === -1) return unknown(name);
    const [from, to] = [/^\*?$/.test(start) ? 0 : level(start), /^\*?$/.test(end) ? top : level(end)];
    return among(Math.min(from, to), Math.max(from, to));
  }
  const [, operator = "", name = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(text) ?? [];
  const at = level(name);
  if (at === -1) return unknown(name);
  const bounds: Record<string, [number, number]> = {
    ">=": [at, top],
    ">": [at + 1, top],
    "<=": [0, at],
    "<": [0, at - 1],
  };
  const [from, to] = bounds[operator] ?? [at, at];
  return from > to ? misread(`Nothing is ${operator === ">" ? "above" : "below"} "${name}"`) : among(from, to);
}

function readDayRange(text: string): ValueTest | Misread {
  const days = readDays(text);
  return typeof days === "string" ? misread(days) : { type: "days", ...days };
}

function readField(text: string): ValueTest | Misread {
  const field = findField(text);
  return field
    ? { type: "field", field: field.name }
    : unknownValue(
        "field",
        text,
        recordFields.map(({ name }) => name),
      );
}

function readSort(text: string): Directive | Misread {
  const [, name = "", direction = ""] = /^(.*?)(?:-(asc|desc))?$/is.exec(text) ?? [];
  const key = sortKeys.find((row) => row.name === name.toLowerCase() || row.aliases.includes(name.toLowerCase()));
  if (key === undefined)
    return unknownValue(
      "order",
      text,
      sortKeys.map((row) => row.name),
    );
  return {
    type: "sort",
    key: { name: key.name, descending: direction === "" ? key.descending : direction.toLowerCase() === "desc" },
  };
}

function readLimit(text: string): Directive | Misread {
  const isNumber = /^[1-9]\d{0,8}$/.test(text);
  return isNumber
    ? { type: "limit", limit: Number(text) }
    : misread(`Unexpected limit "${text}": expected a whole number from 1`);
}

function readPattern(text: string, { name }: Qualifier): ValueTest | Misread {
  const [operator] = /^(?:>=|<=|>|<)/.exec(text) ?? [];
  if (operator !== undefined) return misread(`"${name}" has no order: unexpected "${operator}"`);
  return { type: "pattern", pattern: text };
}

const readers: Record<ValueKind, (text: string, qualifier: Qualifier) => ValueTest | Directive | Misread> = {
  is: readIs,
  status: readStatus,
  severity: readSeverity,
  days: readDayRange,
  pattern: readPattern,
  field: readField,
  sort: readSort,
  number: readLimit,
};

export function readValue(qualifier: Qualifier, text: string): ValueTest | Directive | Misread {
  return readers[qualifier.values](text, qualifier);
}

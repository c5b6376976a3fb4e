/** The table of qualifiers: what each is called, which records have it, and how its values are read. */
import type { RecordKind } from "./grammar.ts";

/** How a value is read: see read-value.ts. */
export type ValueKind = "is" | "status" | "severity" | "days" | "pattern" | "field" | "sort" | "number";

export interface Qualifier {
  name: string;
  aliases: string[];
  values: ValueKind;
  /** The kinds of record that can be asked for it. */
  kinds: readonly RecordKind[];
  /** What it tests, for help. */
  summary: string;
  example: string;
}

const all: readonly RecordKind[] = ["issue", "lesson", "session"];

export const qualifiers: readonly Qualifier[] = [
  {
    name: "is",
    aliases: ["state"],
    values: "is",
    kinds: all,
    summary: "open or closed, one status, or the kind of record: issue, lesson, session",
    example: "is:open",
  },
  {
    name: "status",
    aliases: [],
    values: "status",
    kinds: ["issue", "session"],
    summary: "one of the statuses, exactly",
    example: "status:partial,blocked",
  },
  {
    name: "severity",
    aliases: ["priority"],
    values: "severity",
    kinds: ["issue"],
    summary: "critical, high, medium, low or none; P0 to P4 stand for them",
    example: "severity:>=high",
  },
  {
    name: "id",
    aliases: [],
    values: "pattern",
    kinds: all,
    summary: "identifier or address of the record; of a lesson or session, of the issues in it",
    example: "id:FLAKY-*",
  },
  {
    name: "file",
    aliases: ["path", "files"],
    values: "pattern",
    kinds: all,
    summary: "a file or folder that the record names, whole or its last segments",
    example: "file:test/integration/**",
  },
  {
    name: "component",
    aliases: ["components"],
    values: "pattern",
    kinds: all,
    summary: "the part of the system",
    example: "component:gateway",
  },
  {
    name: "tag",
    aliases: ["tags", "label"],
    values: "pattern",
    kinds: all,
    summary: "a tag of the note",
    example: "tag:ci",
  },
  {
    name: "session",
    aliases: ["note", "doc"],
    values: "pattern",
    kinds: all,
    summary: "path or address of the note it was read from",
    example: "session:2026-01-*",
  },
  {
    name: "branch",
    aliases: [],
    values: "pattern",
    kinds: all,
    summary: "the branch that the note names",
    example: "branch:fix/*",
  },
  {
    name: "date",
    aliases: ["created", "reported"],
    values: "days",
    kinds: all,
    summary: "the day of a note that reports it",
    example: "date:2026-01-01..2026-01-31",
  },
  {
    name: "updated",
    aliases: [],
    values: "days",
    kinds: all,
    summary: "the day of the newest note that reports it",
    example: "updated:30d",
  },
  { name: "has", aliases: [], values: "field", kinds: all, summary: "the field is there", example: "has:fix" },
  {
    name: "no",
    aliases: ["missing"],
    values: "field",
    kinds: all,
    summary: "the field is absent",
    example: "no:cause",
  },
  {
    name: "in",
    aliases: [],
    values: "field",
    kinds: all,
    summary: "where the words of this parenthesis are looked for",
    example: "in:title,cause",
  },
  {
    name: "sort",
    aliases: ["order"],
    values: "sort",
    kinds: all,
    summary: "order of the results, with -asc or -desc",
    example: "sort:severity",
  },
  {
    name: "limit",
    aliases: [],
    values: "number",
    kinds: all,
    summary: "how many results at most",
    example: "limit:50",
  },
];

/** Every name a qualifier answers to. */
export const qualifierNames: readonly string[] = qualifiers.flatMap(({ name, aliases }) => [name, ...aliases]);

const byName = new Map(qualifiers.flatMap((row) => [row.name, ...row.aliases].map((name) => [name, row] as const)));

export function findQualifier(name: string): Qualifier | undefined {
  return byName.get(name.toLowerCase());
}

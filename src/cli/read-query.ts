/** The words of a command line in, a parsed query out; what is wrong with it is a usage error with a mark below the place. */
import { formatQueryError, parseQuery, qualifiers, type Query } from "../query/index.ts";
import { CliError } from "./cli-error.ts";

export function readQuery(words: readonly string[]): Query {
  const text = words.join(" ");
  const { query, errors } = parseQuery(text);
  if (query !== null) return query;
  const [first, ...others] = errors;
  const [message = "", ...marked] = formatQueryError(text, first).split("\n");
  throw new CliError("usage", message, [
    ...marked.map((line) => line.slice(2)),
    ...others.map((error) => `${error.message} (column ${error.column})`),
  ]);
}

const qualifierLike = /^-(?:\(|")|^-[\p{L}][\p{L}\p{N}_-]*:|^-[^-]*\s/u;

/** `-is:open` and `-"a phrase"` are no options: moves what belongs to the query behind `--`, where nothing is one. */
export function protectNegations(rawArgs: readonly string[]): string[] {
  const end = rawArgs.includes("--") ? rawArgs.indexOf("--") : rawArgs.length;
  const before = rawArgs.slice(0, end);
  const negated = before.filter((argument) => qualifierLike.test(argument));
  if (negated.length === 0) return [...rawArgs];
  return [...before.filter((argument) => !qualifierLike.test(argument)), "--", ...negated, ...rawArgs.slice(end + 1)];
}

/** For the help of every command that takes a query. */
export const queryNotes: readonly (readonly [title: string, lines: readonly string[]])[] = [
  [
    "Query",
    [
      'words and "phrases" side by side, OR, NOT or -, parentheses; a comma in a value is OR',
      ...qualifiers.map(({ example, summary }) => `${example.padEnd(30)} ${summary}`),
    ],
  ],
];

/** The day that `30d` counts from: as given, or of this computer's clock. */
export function readToday(given: string | undefined): string {
  if (given === undefined) {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(given))) {
    throw new CliError("usage", `Unexpected day "${given}", expected one such as 2026-01-31`);
  }
  return given;
}

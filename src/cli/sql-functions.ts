/** A database in, the same with the functions that statements of `fixlore sql` may call beside those of SQLite out. */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { matchPath } from "../query/index.ts";
import { median } from "./median.ts";
import { readDuration } from "./read-duration.ts";

/** Name with its parameters, and what it gives: for help and documentation. */
export const sqlFunctions = [
  ["minutes(text)", "a duration as a note writes it, as minutes: '~2 hours' is 120; NULL where it has no number"],
  ["path_matches(pattern, path)", "1 where a path is meant by a pattern, as in file:PATTERN of a query"],
  ["median(number)", "aggregate: the middle of the numbers, NULL ones left out"],
] as const;

export function addSqlFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  database.function("minutes", options, (text) => (typeof text === "string" ? readDuration(text) : null));
  database.function("path_matches", options, (pattern, path) =>
    typeof pattern === "string" && typeof path === "string" ? Number(matchPath(pattern, path)) : null,
  );
  database.aggregate("median", {
    deterministic: true,
    start: () => [] as unknown as SQLOutputValue,
    step: ((numbers: number[], value: SQLOutputValue) => {
      if (value !== null) numbers.push(Number(value));
      return numbers;
    }) as never,
    result: ((numbers: number[]) => median(numbers)) as never,
  });
}

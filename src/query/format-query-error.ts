/** An error of a query and the query's text in, the message with a mark under the place out. */
import type { QueryError } from "./grammar.ts";

/** Three lines: the message, the query, and carets under what is meant. */
export function formatQueryError(text: string, { message, column, length }: QueryError): string {
  // Tabs and line ends would move the carets away from what they point at.
  const line = text.replace(/\s/g, " ");
  return `${message}\n  ${line}\n  ${" ".repeat(column - 1)}${"^".repeat(Math.max(1, Math.min(length, line.length - column + 1)))}`;
}

/**
 * The query language in words, and the shapes that a parsed query has.
 *
 *     query      nothing at all, or a disjunction
 *     disjunction  one conjunction, then any number of: OR, conjunction
 *     conjunction  one term or more, side by side; AND between them may be written or left out
 *     term       NOT term, or "-" directly before a term
 *                or "(" disjunction ")"
 *                or a qualifier, or a phrase, or a word
 *     qualifier  name ":" value, then any number of: "," value          (a comma means OR)
 *     value      a phrase, or characters up to a space, a comma or a closing parenthesis;
 *                where the qualifier has an order: ">=" ">" "<=" "<" before a value, or a range  value ".." value
 *     phrase     double quotes around anything; \" and \\ inside stand for " and \
 *     word       anything else up to a space; parentheses belong to it in pairs, as in  Close()
 *
 * OR, AND and NOT are upper case: "or" is a word. NOT binds closest, then AND, then OR.
 *
 * Three kinds of qualifier say how to search instead of what to find: `is:issue|lesson|session` (the kind of record),
 * `sort:` and `limit:`. They hold for the whole query and cannot be negated. `in:` holds for the words of the
 * parenthesis it stands in and all inside it.
 *
 * A colon does not always make a qualifier. What follows is a word as it stands:
 *   - an address or path:            http://host/x   file:///x   C:\notes   docker:/run
 *   - a scope:                       std::vector
 *   - a name that no qualifier has:  server.go:12   10.0.0.1:80   a/b:c
 *   - a number after an unlike name: localhost:8080
 *   - nothing after the colon:       Error:
 * Anything else with an unknown name is an error that names the nearest qualifiers and says how to quote.
 */
import type { Severity, Status } from "../model.ts";

/** Where in the query: `column` counts UTF-16 units from 1. */
export interface Span {
  column: number;
  length: number;
}

export const recordKinds = ["issue", "lesson", "session"] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A day, or one that depends on today: `daysAgo` and `monthsAgo` are taken off it. */
export type DayBound = { day: string } | { daysAgo: number } | { monthsAgo: number };

/** One value of a qualifier, understood. Days are inclusive; a bound that is null is open. */
export type ValueTest =
  | { type: "status"; statuses: Status[] }
  | { type: "severity"; severities: (Severity | null)[] }
  | { type: "days"; from: DayBound | null; to: DayBound | null }
  | { type: "pattern"; pattern: string }
  | { type: "field"; field: string };

export interface QueryValue extends Span {
  /** As written, without quotes. */
  text: string;
  test: ValueTest;
}

export interface WordNode extends Span {
  type: "word" | "phrase";
  text: string;
  /** Fields to look in, null for all. */
  fields: string[] | null;
}

/** True when one of the values is. */
export interface QualifierNode extends Span {
  type: "qualifier";
  name: string;
  values: QueryValue[];
}

export interface GroupNode extends Span {
  type: "and" | "or";
  children: QueryNode[];
}

export interface NotNode extends Span {
  type: "not";
  child: QueryNode;
}

export type QueryNode = WordNode | QualifierNode | GroupNode | NotNode;

export interface SortKey {
  name: string;
  descending: boolean;
}

export interface Query {
  /** As written. */
  text: string;
  kind: RecordKind;
  /** Null finds everything of the kind. */
  filter: QueryNode | null;
  /** Empty: by relevance where the query has words, else most recently updated first. */
  sort: SortKey[];
  limit: number | null;
}

export interface QueryError extends Span {
  /** One sentence, ready to be shown. */
  message: string;
  /** What could stand there instead, nearest first. */
  suggestions: string[];
}

export type ParsedQuery = { query: Query; errors: [] } | { query: null; errors: [QueryError, ...QueryError[]] };

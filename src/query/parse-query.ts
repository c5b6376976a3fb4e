/** The text of a query in, its syntax tree out, or every error in it with its column. */
import type {
  GroupNode,
  ParsedQuery,
  Query,
  QueryNode,
  QueryValue,
  RecordKind,
  SortKey,
  Span,
  WordNode,
} from "./grammar.ts";
import { checkKind } from "./check-kind.ts";
import { findQualifier, type Qualifier } from "./qualifiers.ts";
import { readValue } from "./read-value.ts";
import { tokenizeQuery, type RawValue, type Token } from "./tokenize-query.ts";

type QualifierToken = Extract<Token, { type: "qualifier" }>;

/** What stands between two parentheses. */
interface Scope {
  in: string[];
  /** The first `in:`, to be named where it limits nothing. */
  at: Span | null;
}

/** Parses a query. Never throws; columns count UTF-16 units of `text` from 1. */
export function parseQuery(text: string): ParsedQuery {
  const { tokens, errors } = tokenizeQuery(text);
  const sort: SortKey[] = [];
  let kind: (Span & { kind: RecordKind }) | null = null;
  let limit: number | null = null;
  let at = 0;

  const report = ({ column, length }: Span, message: string, suggestions: string[] = []): null => {
    errors.push({ message, column, length, suggestions });
    return null;
  };
  const quote = ({ column, length }: Span): string => text.slice(column - 1, column - 1 + length);
  const between = (first: Span, last: Span): Span => ({
    column: first.column,
    length: last.column + last.length - first.column,
  });

  function parseDisjunction(scope: Scope): QueryNode | null {
    const children: (QueryNode | null)[] = [parseConjunction(scope)];
    const operators: Span[] = [];
    while (tokens[at]?.type === "OR") {
      operators.push(tokens[at++]!);
      children.push(parseConjunction(scope));
    }
    if (operators.length === 0) return children[0]!;
    const empty = children.indexOf(null);
    if (empty !== -1 && errors.length === 0) {
      const operator = operators[Math.max(0, empty - 1)]!;
      return report(operator, `Nothing to find ${empty === 0 ? "before" : "after"} OR`);
    }
    return group("or", children);
  }

  function parseConjunction(scope: Scope): QueryNode | null {
    const children: (QueryNode | null)[] = [];
    let expected: Token | null = null;
    for (let token = tokens[at]; token !== undefined && token.type !== "OR" && token.type !== ")"; token = tokens[at]) {
      if (token.type === "AND") {
        if (children.length === 0 || expected !== null) report(token, "Nothing to find before AND");
        expected = token;
        at++;
      } else {
        children.push(parseTerm(scope));
        expected = null;
      }
    }
    if (expected !== null) report(expected, "Nothing to find after AND");
    return group("and", children);
  }

  function group(type: GroupNode["type"], all: (QueryNode | null)[]): QueryNode | null {
    const children = all.filter((child) => child !== null);
    if (children.length <= 1) return children[0] ?? null;
    return { type, children, ...between(children[0]!, children.at(-1)!) };
  }

  function parseTerm(scope: Scope): QueryNode | null {
    const token = tokens[at++]!;
    if (token.type === "NOT") return parseNot(token, scope);
    if (token.type === "(") return parseParenthesis(token);
    if (token.type === "qualifier") return parseQualifier(token, scope);
    const { type, text: wanted, column, length } = token as Token & WordNode;
    return { type, text: wanted, fields: null, column, length };
  }

  function parseNot(operator: Token, scope: Scope): QueryNode | null {
    const next = tokens[at];
    if (next === undefined || next.type === "OR" || next.type === "AND" || next.type === ")") {
      return report(operator, `Nothing to exclude after ${quote(operator)}`);
    }
    const known = errors.length;
    const child = parseTerm(scope);
    if (child !== null) return { type: "not", child, ...between(operator, child) };
    if (errors.length === known)
      report(between(operator, next), `"${quote(next)}" says how to search: it cannot be negated`);
    return null;
  }

  function parseParenthesis(opening: Token): QueryNode | null {
    const scope: Scope = { in: [], at: null };
    const known = errors.length;
    const child = parseDisjunction(scope);
    const closing = tokens[at];
    if (closing?.type !== ")") return report(opening, `Unclosed parenthesis: expected ")"`);
    at++;
    if (child === null && errors.length === known)
      return report(between(opening, closing), "Nothing to find between the parentheses");
    limitTo(scope, child);
    return child === null ? null : { ...child, ...between(opening, closing) };
  }

  function limitTo(scope: Scope, node: QueryNode | null): void {
    if (scope.at === null || errors.length > 0) return;
    if (node === null || !limitWords(scope, node))
      report(scope.at, `"${quote(scope.at)}" says where to look for words: expected a word or phrase beside it`);
  }

  /** Whether there are any. */
  function limitWords(scope: Scope, node: QueryNode): boolean {
    if ("fields" in node) node.fields ??= scope.in;
    else if (node.type === "not") return limitWords(scope, node.child);
    else if ("children" in node) return node.children.map((child) => limitWords(scope, child)).includes(true);
    return "fields" in node;
  }

  function parseQualifier(token: QualifierToken, scope: Scope): QueryNode | null {
    const qualifier = findQualifier(token.name);
    if (qualifier === undefined) return null; // told by the tokenizer
    const values = token.values.map((raw) => parseValue(qualifier, raw, token)).filter((value) => value !== null);
    if (values.length === 0) return null;
    if (qualifier.name === "in") {
      scope.at ??= token;
      scope.in.push(...values.flatMap(({ test }) => (test.type === "field" ? test.field : [])));
      return null;
    }
    return { type: "qualifier", name: qualifier.name, values, column: token.column, length: token.length };
  }

  function parseValue(qualifier: Qualifier, raw: RawValue, token: QualifierToken): QueryValue | null {
    const value = raw.text.trim();
    if (value === "") {
      return report(token, `"${token.name}:" needs a value directly after the colon, as in ${qualifier.example}`, [
        qualifier.example,
      ]);
    }
    const test = readValue(qualifier, value);
    if (test.type === "error") return report(raw, test.message, test.suggestions);
    if (test.type === "sort") sort.push(test.key);
    else if (test.type === "limit") {
      if (limit !== null && limit !== test.limit) return report(raw, `A second limit: the first was ${limit}`);
      limit = test.limit;
    } else if (test.type === "kind") {
      if (token.values.length > 1)
        return report(raw, `"${value}" is the kind of record to find: expected it by itself, as "is:${value}"`);
      if (kind !== null && kind.kind !== test.kind)
        return report(token, `A query finds one kind of record: "${quote(kind)}" stands before`);
      kind = { kind: test.kind, column: token.column, length: token.length };
    } else return { text: value, test, column: raw.column, length: raw.length };
    return null;
  }

  const scope: Scope = { in: [], at: null };
  const filter = parseDisjunction(scope);
  if (tokens[at] !== undefined) report(tokens[at]!, `Unexpected ")": no parenthesis is open`);
  limitTo(scope, filter);
  const query: Query = { text, kind: (kind as { kind: RecordKind } | null)?.kind ?? "issue", filter, sort, limit };
  errors.push(...checkKind(query));
  const [first, ...others] = errors.sort((a, b) => a.column - b.column);
  return first === undefined ? { query, errors: [] } : { query: null, errors: [first, ...others] };
}

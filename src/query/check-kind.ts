/** A parsed query in, the errors out where it asks a kind of record for what no such record has. */
import type { Query, QueryError, QueryNode, Span } from "./grammar.ts";
import { findQualifier, qualifiers } from "./qualifiers.ts";
import { fieldNames, findField } from "./record-fields.ts";

export function checkKind({ filter, kind }: Query): QueryError[] {
  const errors: QueryError[] = [];
  const lacks = ({ column, length }: Span, what: string, known: readonly string[]): void => {
    errors.push({
      message: `${kind === "issue" ? "An" : "A"} ${kind} has no ${what}; expected ${known.join(", ")}`,
      column,
      length,
      suggestions: [],
    });
  };
  const checkField = (name: string, span: Span): void => {
    if (findField(name)?.[kind] === undefined) lacks(span, `"${name}"`, fieldNames(kind));
  };
  const visit = (node: QueryNode): void => {
    if (node.type === "not") visit(node.child);
    else if ("children" in node) node.children.forEach(visit);
    else if ("fields" in node) for (const field of node.fields ?? []) checkField(field, node);
    else {
      const hasStatus = kind !== "lesson" || !node.values.some(({ test }) => test.type === "status");
      if (!findQualifier(node.name)?.kinds.includes(kind) || !hasStatus) {
        const known = qualifiers
          .filter(({ kinds, name }) => kinds.includes(kind) && name !== "is")
          .map(({ name }) => name);
        lacks(node, `"${hasStatus ? node.name : "status"}"`, known);
      }
      for (const value of node.values) if (value.test.type === "field") checkField(value.test.field, value);
    }
  };
  if (filter !== null) visit(filter);
  return errors;
}

/** A parsed query in, what it means in words out: one line a condition, indented as the parentheses are. */
import type { DayBound, Query, QueryNode, QueryValue } from "./grammar.ts";

const groupHeads = { and: "all of", or: "any of" } as const;

export function explainQuery(query: Query): string {
  const { kind, filter, sort, limit } = query;
  const hasWords = filter !== null && mentionsWords(filter);
  const order = sort
    .map(({ name, descending }) => `${name}, ${descending ? "descending" : "ascending"}`)
    .join("; then ");
  return [
    `find ${kind}s${filter === null ? "" : " with"}`,
    ...(filter === null ? [] : explainNode(filter, 1)),
    `order by ${order || (hasWords ? "relevance" : "updated, descending")}`,
    ...(limit === null ? [] : [`at most ${limit}`]),
  ].join("\n");
}

function explainNode(node: QueryNode, depth: number): string[] {
  const line = (text: string): string => "  ".repeat(depth) + text;
  switch (node.type) {
    case "and":
    case "or":
      return [line(groupHeads[node.type]), ...node.children.flatMap((child) => explainNode(child, depth + 1))];
    case "not":
      return [line("none of"), ...explainNode(node.child, depth + 1)];
    case "qualifier":
      return [line(`${node.name}: ${node.values.map(explainValue).join(" or ")}`)];
    default:
      return [line(`the ${node.type} "${node.text}"${node.fields === null ? "" : ` in ${node.fields.join(" or ")}`}`)];
  }
}

function explainValue({ test }: QueryValue): string {
  switch (test.type) {
    case "status":
      return test.statuses.join(" or ");
    case "severity":
      return test.severities.map((severity) => severity ?? "none").join(" or ");
    case "days":
      return [test.from && `from ${explainDay(test.from)}`, test.to && `to ${explainDay(test.to)}`]
        .filter(Boolean)
        .join(" ");
    case "pattern":
      return test.pattern;
    case "field":
      return test.field;
  }
}

function explainDay(bound: DayBound): string {
  if ("day" in bound) return bound.day;
  if ("monthsAgo" in bound) return `${bound.monthsAgo} months ago`;
  return bound.daysAgo === 0 ? "today" : bound.daysAgo === 1 ? "yesterday" : `${bound.daysAgo} days ago`;
}

export function mentionsWords(node: QueryNode): boolean {
  if (node.type === "qualifier" || node.type === "not") return false;
  return "fields" in node || node.children.some(mentionsWords);
}

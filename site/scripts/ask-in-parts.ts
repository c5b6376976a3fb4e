/** A query and a base in, the same base ready to answer it at once out: what issues are searched by is made a few at a time, and keys and clicks come in between. */
import { evaluateQuery, type KnowledgeBase, type parseQuery } from "../lib/knowledge.ts";

type Query = NonNullable<ReturnType<typeof parseQuery>["query"]>;

const part = 250;
/** Milliseconds that nobody notices. */
const unnoticed = 12;

export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Ends early where the answer is no longer wanted. */
export async function askInParts(
  query: Query,
  base: KnowledgeBase,
  today: string,
  isWanted: () => boolean,
): Promise<void> {
  let start = performance.now();
  for (let from = 0; from < base.issues.length && isWanted(); from += part) {
    evaluateQuery(query, { ...base, issues: base.issues.slice(from, from + part) }, { today });
    if (performance.now() - start < unnoticed) continue;
    await breathe();
    start = performance.now();
  }
}

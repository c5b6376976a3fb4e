/** A number of records in, what queries over so many cost out, as JSON: run by query.ts in a process of its own. */
import { severities, statuses, type Issue, type KnowledgeBase } from "../../src/model.ts";
import { evaluateQuery, parseQuery } from "../../src/query/index.ts";
import { createIssue, createSession, excerpt } from "../query/create-base.ts";
import { median } from "./benchmark.ts";

export interface QueryCost {
  question: string;
  found: number;
  /** Of the first run, in milliseconds. */
  first: number;
  /** Median of later runs. */
  milliseconds: number;
}

const questions = [
  "is:open severity:>=high",
  "file:test/integration/** status:partial",
  "id:PUMP-77*",
  'status:partial file:test/integration/** "race condition"',
  "race condition",
] as const;

const parts = "pump valve gauge boiler alarm sensor relay motor belt heater".split(" ");
const faults = "leaks,stalls,repeats itself,shows last year,has a race condition,loses a message,starts twice".split(
  ",",
);

/** Linear congruential (Numerical Recipes): the same records in every run. */
function createRandom(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function createRecords(count: number): KnowledgeBase {
  const random = createRandom();
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!;
  const sessions = Array.from({ length: 1000 }, (_, at) =>
    createSession({ slug: `note-${at}`, date: `2026-${String((at % 12) + 1).padStart(2, "0")}-10` }),
  );
  const issues = Array.from({ length: count }, (_, at): Issue => {
    const [part, fault] = [pick(parts), pick(faults)];
    const session = pick(sessions);
    return createIssue({
      slug: `pump-${at}`,
      id: `PUMP-${at}`,
      title: `The ${part} of hall ${random(500)} ${fault}`,
      status: pick(statuses),
      severity: pick([...severities, null]),
      files: [
        {
          path: `${pick(["src", "test/unit", "test/integration"])}/${part}${random(2000)}.ts`,
          line: null,
          endLine: null,
          note: null,
        },
      ],
      problem: excerpt(
        `The ${pick(parts)} ${pick(faults)} when the ${pick(parts)} ${pick(faults)} in round ${random(10_000)}`,
      ),
      sessions: [session.slug],
      updated: session.date,
    });
  });
  return { sessions, issues, lessons: [], files: [], diagnostics: [] };
}

const [count = "1000", repeats = "3"] = process.argv.slice(2);
const base = createRecords(Number(count));
const costs = questions.map((question): QueryCost => {
  const { query } = parseQuery(question);
  if (query === null) throw new Error(question);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round <= Number(repeats); round++) {
    const started = performance.now();
    found = evaluateQuery(query, base, { today: "2026-12-31" }).total;
    times.push(performance.now() - started);
  }
  return { question, found, first: times[0]!, milliseconds: median(times.slice(1)) };
});
process.stdout.write(JSON.stringify(costs));

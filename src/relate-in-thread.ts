/** Traits of issues as they change in, the relations between all of them out: in a thread of its own, as one issue can change those of all. */
import { once } from "node:events";
import { extname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { describeIssue, type TraitChanges } from "./knowledge/index.ts";
import type { Issue, Relation } from "./model.ts";
import type { RelatingTask } from "./relate-worker.ts";

export interface Relating {
  /** Null where traits have changed meanwhile: who changed them gets the answer. */
  relate(changes: TraitChanges): Promise<Map<string, Relation[]> | null>;
  close(): Promise<void>;
}

/** Issues told at once: this thread must not be held up by telling thousands. */
const batchSize = 200;

/** `issues` are all there are. */
export function openRelating(issues: readonly Issue[]): Relating {
  const worker = new Worker(new URL(`./relate-worker${extname(import.meta.url)}`, import.meta.url));
  // Nobody waits for relations at the end.
  worker.unref();
  const post = (task: RelatingTask): void => worker.postMessage(task);
  const told = (async () => {
    for (let at = 0; at < issues.length; at += batchSize) {
      post(issues.slice(at, at + batchSize).map((issue) => [issue.slug, describeIssue(issue)]));
      await setImmediate();
    }
  })();
  let asked = 0;
  let busy: Promise<unknown> = told;
  return {
    async relate(changes) {
      const number = ++asked;
      await told;
      post([...changes]);
      const before = busy;
      const { promise, resolve } = Promise.withResolvers<void>();
      busy = promise;
      try {
        await before;
        if (number !== asked) return null;
        post("relate");
        const [related] = (await once(worker, "message")) as [[string, Relation[]][]];
        return number === asked ? new Map(related) : null;
      } finally {
        resolve();
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}

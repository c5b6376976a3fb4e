/** A worker's side of relating: traits of issues as they change in, the relations between all that are known out. */
import { parentPort } from "node:worker_threads";
import { relateIssues, type IssueTraits } from "./knowledge/index.ts";
import type { Relation } from "./model.ts";

/** Traits to know of, null for an issue that is gone; or a word to relate all that are known. */
export type RelatingTask = [slug: string, traits: IssueTraits | null][] | "relate";

const known = new Map<string, IssueTraits>();

parentPort!.on("message", (task: RelatingTask) => {
  if (task === "relate") {
    const related: Map<string, Relation[]> = relateIssues([...known.values()]);
    return parentPort!.postMessage([...related]);
  }
  for (const [slug, traits] of task) {
    if (traits === null) known.delete(slug);
    else known.set(slug, traits);
  }
});

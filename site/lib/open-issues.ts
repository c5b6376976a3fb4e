/** A source file in, how many of the issues that name it are open out. */
import { lookup, openStatuses, type FileEntry } from "./knowledge.ts";

export function openIssuesOf({ issues: slugs }: FileEntry): number {
  const { issues } = lookup();
  return slugs.filter((slug) => openStatuses.has(issues.get(slug)?.status ?? "fixed")).length;
}

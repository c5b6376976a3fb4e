/** The folder of pages about rules in, each rule with its page and the sentence that sums it up out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "./rule.ts";

export const pagesFolder = join(import.meta.dirname, "../../docs/rules");

export interface RulePage extends Pick<Rule, "id" | "level"> {
  summary: string;
  page: string;
}

export function readRulePages(rules: readonly Rule[]): RulePage[] {
  return rules.map(({ id, level }) => {
    const page = readFileSync(join(pagesFolder, `${id}.md`), "utf8");
    const [, , summary = ""] = page.split("\n\n");
    return { id, level, page, summary: summary.replace(/\s+/g, " ").trim() };
  });
}

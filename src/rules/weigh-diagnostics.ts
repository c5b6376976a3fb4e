/** Diagnostics and what a configuration says of rules in, the same with their weight and the page of their rule out. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RuleLevel } from "../config.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { pagesFolder } from "./rule-pages.ts";

/** Those of rules that are off are left out. */
export function weighDiagnostics(
  diagnostics: readonly Diagnostic[],
  levels: Readonly<Record<string, RuleLevel>>,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const level = levels[diagnostic.ruleId] ?? diagnostic.severity;
    return level === "off" ? [] : { ...diagnostic, severity: level, url: urlOfRule(diagnostic.ruleId) };
  });
}

/** The pages come with the package: they can be read without a network, and are those of this version. */
function urlOfRule(id: string): string {
  return pathToFileURL(join(pagesFolder, `${id}.md`)).href;
}

/** Issues and a team's rules of what belongs to which component in, the issues with the components of their files out. */
import picomatch from "picomatch";
import { foldLabel, type IssueReport } from "../model.ts";

/** `rules`: a pattern of paths → a component. What the note says itself comes first. */
export function addComponents(issues: readonly IssueReport[], rules: Readonly<Record<string, string>>): void {
  const tests = Object.entries(rules).map(([pattern, component]) => ({ matches: compile(pattern), component }));
  for (const issue of tests.length === 0 ? [] : issues) {
    const paths = issue.files.map(({ path }) => path.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, ""));
    const known = new Set(issue.components.map(foldLabel));
    for (const { matches, component } of tests) {
      if (known.has(foldLabel(component)) || !paths.some((path) => matches(path))) continue;
      known.add(foldLabel(component));
      issue.components.push(component);
    }
  }
}

const compiled = new Map<string, (path: string) => boolean>();

function compile(pattern: string): (path: string) => boolean {
  let matches = compiled.get(pattern);
  // "cmd/gateway/" means all that is in there.
  if (matches === undefined) compiled.set(pattern, (matches = picomatch(pattern.replace(/\/$/, "/**"), { dot: true })));
  return matches;
}

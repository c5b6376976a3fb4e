/** An issue in, the words and the names from code that tell it from others out. */
import { issueFields, type Issue } from "../model.ts";
import { titleWords } from "./title-words.ts";

/** `snake_case`, `camelCase`, `dotted.name`, `ERR_CODE`, `call()`: what people write in one way only. A long word is looked at from its start alone. */
const name =
  /(?<![A-Za-z]\d*)[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+|(?<![a-z]\d*)[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}/g;

export interface IssueTerms {
  words: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

export function readTerms(issue: Issue): IssueTerms {
  const prose = issueFields.flatMap((field) => issue[field]?.text.slice(0, 2_000) ?? []);
  const text = [issue.title, ...prose].join("\n");
  const names = new Set<string>();
  for (const [found] of text.matchAll(name))
    if (found.length >= 6 && !/^\d|\.(?:go|ts|js|py|md|ya?ml|json|sh|txt|sql|rs|java)$/.test(found)) names.add(found);
  return { words: titleWords(text), names };
}

/** The info string of a fence in, the name of a grammar out: what writers call their languages, and what Shiki does. */
import { bundledLanguages } from "shiki/langs";

/** Names that Shiki does not know, and those whose grammar is not worth its time on the notes seen. */
const otherNames: Record<string, string> = {
  golang: "go",
  gherkin: "gherkin",
  env: "dotenv",
  jsonb: "json",
  "shell-session": "shellsession",
  terminal: "shellsession",
  rego: "",
  mermaid: "",
  text: "",
  plain: "",
  log: "",
};

/** Null where the text is shown as it is: no language, or one without a grammar. */
export function codeLanguage(info: string | null | undefined): string | null {
  const word = /^[A-Za-z0-9+#_-]+/.exec(info?.trim() ?? "")?.[0].toLowerCase() ?? "";
  const name = Object.hasOwn(otherNames, word) ? otherNames[word] : word;
  return name && Object.hasOwn(bundledLanguages, name) ? name : null;
}

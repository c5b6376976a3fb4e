/** The folder of a built site in, every fault in the HTML of its pages out, as "page:line:column what (rule)". */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // Style, not validity: how quotes are written, and elements that are closed by the parser.
  rules: {
    "attr-quotes": "off",
    "no-inline-style": "error",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "no-raw-characters": "off",
    "prefer-native-element": "off",
    "tel-non-breaking": "off",
    "valid-id": ["error", { relaxed: true }],
    "no-implicit-button-type": "error",
  },
});

export async function validatePages(folder: string): Promise<string[]> {
  const faults: string[] = [];
  for (const page of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!page.endsWith(".html")) continue;
    const report = await validator.validateFile(join(folder, page));
    for (const { messages } of report.results)
      faults.push(
        ...messages
          .filter(({ severity }) => severity === 2)
          .map(({ line, column, ruleId, message }) => `${page}:${line}:${column} ${message} (${ruleId})`),
      );
  }
  return faults;
}

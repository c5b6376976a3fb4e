/** A number in, notes of about that many characters out that have brought parsers and readers down, each by its name. */

const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));
const count = (number: number, line: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => line(index)).join("\n");

/** Structure: nesting, wide tables, delimiters without a partner. */
export const structures: Readonly<Record<string, (size: number) => string>> = {
  "nested quotes": (size) => `${fill("> ", size)}x`,
  "quotes without blanks": (size) => `${fill(">", size)}x`,
  "nested lists": (size) => `${fill("- ", size)}x`,
  "nested numbered lists": (size) => `${fill("1. ", size)}x`,
  "quotes in lists": (size) => `${fill("> - ", size)}x`,
  "lists nested by indentation": (size) => count(Math.sqrt(size), (level) => `${"  ".repeat(level)}- x`),
  "lists nested by tabs": (size) => count(Math.sqrt(2 * size), (level) => `${"\t".repeat(level)}- x`),
  "deep lists and blank lines": (size) => `${fill("- ", size / 2)}x\n${fill("\n", size / 2)}y`,
  "a table of many columns": (size) =>
    [fill("a|", size / 3), fill("-|", size / 3), fill("b|", size / 3)].map((row) => `|${row}`).join("\n"),
  "a wide table of short rows": (size) =>
    [`|${fill("a|", size / 4)}`, `|${fill("-|", size / 4)}`, fill("|x|\n", size / 2)].join("\n"),
  "a table of many rows": (size) => `|a|b|\n|-|-|\n${fill("|x|y|\n", size)}`,
  "a list of many items": (size) => `# T\n\n## Bugs fixed\n\n${fill("- ✅ a\n", size)}`,
  "many headings": (size) => count(size / 30, (index) => `## BUG-${index}: x\n\n**Fix**: y\n`),
  "many bold lines": (size) => fill("**Bug one**\n\n", size),
  "emphasis that opens": (size) => fill("*a **b ", size),
  "emphasis that opens and closes nowhere": (size) => fill(" *a", size),
  "emphasis inside words": (size) => fill("a_", size),
  "emphasis of many kinds": (size) => fill("*a_ ~b ", size),
  "nested emphasis": (size) => `${fill("*a **b ", size / 2)}c${fill("** *", size / 2)}`,
  "brackets that open": (size) => fill("[", size),
  "links that open": (size) => fill("[a](", size),
  "images in images": (size) => fill("![[](", size),
  "references to one definition": (size) => `${fill("[a]", size)}\n\n[a]: b`,
  "references to one long definition": (size) => `${fill("[a]", size / 2)}\n\n[a]: ${fill("b", size / 2)}`,
  "long definitions and many excerpts": (size) =>
    `# T\n\n${count(size / 60, (index) => `## BUG-${index}\n\n**Fix**: [a]\n`)}\n\n[a]: ${fill("b", size / 2)}`,
  "formatting that is never closed": (size) => count(size / 14, (index) => `<b id=${index}>x\n`),
  "formatting closed in the wrong order": (size) => fill("<b><i>x</b></i>", size),
  "details in details": (size) => fill("<details>\n\nx\n\n", size),
  "tables in tables": (size) => fill("<table><tr><td>\n\n", size),
  "many definitions": (size) => count(size / 12, (index) => `[a${index}]: b${index}`),
  "many footnotes": (size) => count(size / 24, (index) => `x[^${index}]\n\n[^${index}]: b\n`),
  "backticks in runs of every length": (size) => count(Math.sqrt(2 * size), (length) => "`".repeat(length)),
  "backticks without a partner": (size) => fill("`a ", size),
  "tags that open": (size) => fill("<b>", size),
  "tags without an end": (size) => fill("<a href='", size),
  "comments without an end": (size) => fill("<!-- ", size),
  "character references": (size) => fill("&amp;", size),
  "broken character references": (size) => fill("&lt;a", size),
  addresses: (size) => fill("http://a.b ", size),
  "addresses of mail": (size) => fill("a@b.c ", size),
  "blanks between two words": (size) => `a${fill(" ", size * 10)}b`,
  "a rule of dashes": (size) => fill("- ", size),
  backslashes: (size) => fill("\\", size),
  "keys of front matter": (size) => `---\n${count(size / 8, (index) => `k${index}: 1`)}\n---\n`,
  "brackets in front matter": (size) => `---\na: ${fill("[", size)}\n---\n`,
  "levels of front matter": (size) => `---\n${count(Math.sqrt(size), (level) => `${" ".repeat(level)}a:`)}\n---\n`,
};

/** Long lines: what a regular expression can be made to try again and again. */
export const units: readonly string[] = [
  "a", " ", "\t", "_", "A_", "a-", "AB-1 ", "a/", "../", ".", "a.ts:1 ", "a/b.ts, ", ":", "a: ", "#1 ", "(", "(a) ", "[a](b) ",
  "`a` ", "**", "**a** ", "\"a\" ", "'", "<", ">", "&", "✅ ", "— ", "-> ", "= ", "+", "100%", "1/2 ", "1,", ", ", "; ", ". ",
  "... ", "fixed ", "because ", "the cause was ", "2026-01-", "2026-01-01 ", "Jan 1 ", "1 hour ", "~", "$", "a@b.c ", "http://a ",
  "www.", "\\", "|", "根", "根本原因: ", "â€", "Ã©", "\u00a0", "\u200b", "abcdef1 ", "Bug 1 ", "BUG-", "v1.", "1. ", "- ", "**Fix**: ",
  "<br>", "0x", "{", "Status: ", "ERR_", "a()", "// ", "/* ", "L1-", "[x] ", "commit ", "\u0301",
]; // prettier-ignore

/** Places of a note that are read, each with a long text in it. */
export const places: Readonly<Record<string, (text: string) => string>> = {
  "a title": (text) => `# Bug: ${text}\n\n## BUG-1: ${text}\n\n**Status**: fixed\n`,
  "a field": (text) =>
    `# T\n\n## BUG-1: wrong\n\n**Root Cause**: ${text}\n\n**Status**: ${text}\n\n**File**: ${text}\n`,
  "the header": (text) => `# T\n\n**Date**: ${text}\n**Duration**: ${text}\n**Branch**: ${text}\n**Tags**: ${text}\n`,
  "a label": (text) =>
    `# T\n\n## BUG-1: wrong\n\n**${text}**: x\n\n**Fix (${text})**: y\n\n- **Fix ${text}: y\n- ${text}: x\n`,
  "a cell": (text) =>
    `# T\n\n| # | Issue | Fix | Status | File |\n|---|---|---|---|---|\n| 1 | ${text} | ${text} | ${text} | ${text} |\n`,
  "an item": (text) => `# T\n\n## Bugs fixed\n\n1. **${text}**: x\n2. ${text} - fixed\n- ${text}\n`,
  prose: (text) => `# T\n\n## BUG-1: wrong\n\n${text}\n\n## Root Cause\n\n${text}\n`,
  code: (text) =>
    `# T\n\n## BUG-1: wrong\n\n\`\`\`ts\n${text}\n\`\`\`\n\n\`\`\`${text.replaceAll("`", "")}\nx\n\`\`\`\n`,
  "lessons and actions": (text) =>
    `# T\n\n## Lessons Learned\n\n- **${text}**: x\n1. ${text}\n\n## Next Steps\n\n- [ ] ${text}\n`,
  "commits and documents": (text) =>
    `# T\n\n## Commits\n\n- ${text}\n- \`abcdef1\` ${text}\n\n## Documents Created\n\n- ${text}.md\n`,
  measures: (text) => `# T\n\n| Metric | Before | After |\n|--|--|--|\n| ${text} | ${text} | ${text} |\n`,
  "front matter": (text) =>
    `---\n${["title", "status", "date", "tags", "root_cause", "files", "id", "duration"].map((key) => `${key}: ${JSON.stringify(text)}`).join("\n")}\n---\n\n# T\n`,
  "a comment": (text) => `# T\n\n<!-- fixlore: ${text} -->\n\n<!-- ${text}\n`,
  "the footer": (text) => `# T\n\n## Bug 1: x\n\n**Fix**: a\n\n---\n\n**Status**: ${text}\n*Last updated: ${text}*\n`,
};

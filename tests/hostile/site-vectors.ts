/** Ways to make a page act in, notes that try each of them in every place that a page shows out. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vectors } from "../render/vectors.ts";

/** Beyond Markdown: names that pages and scripts use themselves, and ways out of attributes, scripts, comments, JSON and XML. */
const escapes: readonly string[] = [
  `"><img src=x onerror=window.hacked=1>`,
  `' onmouseover='window.hacked=1' x='`,
  `" autofocus onfocus="window.hacked=1" x="`,
  `</title><script>window.hacked=1</script>`,
  `</script><script>window.hacked=1</script>`,
  `--><script>window.hacked=1</script><!--`,
  `]]><script>window.hacked=1</script>`,
  `</template></textarea></style><script>window.hacked=1</script>`,
  `";window.hacked=1;//`,
  `\\"-(window.hacked=1)-\\"`,
  `javascript:window.hacked=1`,
  `java\u0000script:window.hacked=1`,
  `data:text/html,<script>window.hacked=1</script>`,
  `//evil.example/x`,
  `\\\\evil.example\\x`,
  `https://evil.example/" onclick="window.hacked=1`,
  `../../../../evil`,
  `%2e%2e%2f%2e%2e%2fevil`,
  `__proto__`,
  `constructor`,
  `main`,
  `query`,
  `toString`,
  `&lt;script&gt;window.hacked=1&lt;/script&gt;`,
  `&amp;lt;img src=x onerror=window.hacked=1&amp;gt;`,
  `<mark><img src=x onerror=window.hacked=1></mark>`,
  `\u0008\u001b]8;;https://evil.example\u0007x\u001b[31m\ufffe\uffff`,
  `\u202egnp.exe\u2066`,
  `=HYPERLINK("https://evil.example")`,
  `\u2028window.hacked=1//\u2029`,
  `\ud800 half of a pair`,
  `<x style=animation-name:y onanimationend=window.hacked=1>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><a href='javascript:1'/></svg>#x">`,
  `<form id=main><input name=attributes><button form=main formaction=javascript:window.hacked=1>x</button></form>`,
  `<a id=documentElement name=dataset>x</a><a id=documentElement name=currentScript>y</a>`,
  `<details open ontoggle=window.hacked=1><summary>x</summary></details>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=window.hacked=1></annotation-xml></math>`,
  `<noscript><style></noscript><img src=x onerror=window.hacked=1></style></noscript>`,
  `<b popover id=x onbeforetoggle=window.hacked=1>x</b><b popovertarget=x>y</b>`,
  `<img src=https://evil.example/pixel.png srcset="https://evil.example/2x.png 2x">`,
  `<link rel=prefetch href=https://evil.example/><link rel=dns-prefetch href=//evil.example>`,
  `<meta http-equiv=Content-Security-Policy content="script-src *"><base href=https://evil.example/>`,
];

export const siteVectors: readonly string[] = [...escapes, ...vectors];

/** The title of the site, for the command line: no note can set it, a configuration can. */
export const hostileTitle = `Base "><script>window.hacked=1</script>`;

const onOneLine = (vector: string): string => vector.replace(/[\r\n]+/g, " ");
const inCell = (vector: string): string => onOneLine(vector).replaceAll("|", "\\|");

/** One note a vector: an issue, a lesson, actions, commits, metrics, code and front matter that all hold it. */
function writeNote(vector: string, number: number): string {
  const line = onOneLine(vector);
  const quoted = JSON.stringify(vector);
  return `---
title: ${JSON.stringify(`Note ${number} ${vector}`)}
branch: ${quoted}
tags: [${quoted}, common]
components: [${quoted}, common]
authors: [${quoted}]
date: 2026-02-${String(1 + (number % 28)).padStart(2, "0")}
---

# Note ${number} ${line}

**Branch**: ${line}
**Duration**: ${line}

## Summary

${vector}

## Bugs found

### VEC-${number}: Page acts ${line}

**Status**: ✅ Fixed ${line}
**Severity**: High
**Component**: ${line}
**Time to fix**: ${line}
**Files**: \`src/${line.replaceAll("`", "")}.ts:42\`, \`src/page${number}.ts\`

**Problem**: It acts. ${line}

**Root cause**: ${line}

${vector}

**Fix**: [${line}](${line}) ![${line}](${line}) [x](<${line.replaceAll(">", "")}>) <${line}>

\`\`\`${line.replaceAll("`", "")}
${vector.replaceAll("```", "'''")}
\`\`\`

\`\`\`ts
// BEFORE
${vector.replaceAll("```", "'''")}
// AFTER
none
\`\`\`

**Verification**: | ${line} |

### ${line}: titled by the vector alone

**Problem**: ${line}

**Fix**: none

| # | Issue | Fix | Status | File |
|---|---|---|---|---|
| VEC-${number + 1000} | ${inCell(vector)} fails | ${inCell(vector)} | open | \`${inCell(vector).replaceAll("`", "")}\` |

## Metrics

| Metric | Before | After |
|---|---|---|
| ${inCell(vector)} | 10 ${inCell(vector)} | 20 ${inCell(vector)} |

## Lessons learned

- **Never act ${line}**: ${line}

## Next steps

- [ ] ${line}

## Commits

- \`a1b2c3d\` ${line}

## Related documents

- [${line}](./${encodeURI(line.toWellFormed())}.md)

${vector}
`;
}

/** As far as a file system allows: no slash, no NUL, at most 80 bytes. */
function nameOf(vector: string, number: number): string {
  const safe = onOneLine(vector).replace(/[/\0]/g, "_").toWellFormed();
  return `${number} ${Buffer.from(safe).subarray(0, 80).toString().replaceAll("\ufffd", "")}.md`;
}

/** A new folder with the notes of these vectors. */
export function writeHostileNotes(chosen: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-hostile-"));
  mkdirSync(join(folder, "sub <b>"), { recursive: true });
  chosen.forEach((vector, number) => {
    writeFileSync(join(folder, number % 2 ? "sub <b>" : "", nameOf(vector, number)), writeNote(vector, number));
  });
  return folder;
}

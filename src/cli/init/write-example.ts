/** The choices of `fixlore init` in, a first note out that shows what is read, and says that it can go. */
import type { InitChoices, InitFile } from "./init-files.ts";

export function writeExample({ folder, date }: InitChoices): InitFile {
  return {
    path: `${folder}/${date}-example.md`,
    from: "here",
    text: example.replace("{{date}}", date),
    purpose: "a note to look at, and then to delete",
  };
}

const example = `# EXAMPLE-1: The weekly report is empty on Mondays

**Date**: {{date}}
**Status**: Fixed
**Severity**: medium
**Components**: report
**Time to Fix**: 30 minutes

## Problem

On Mondays the report arrives with its headings and no rows. The log says \`EmptyRangeError: from is after to\`.

## Root Cause

\`src/report/week.ts:12\` takes the week of today. On a Monday that week has begun a minute ago, and its last full day is a day before its
first.

## Fix

The report takes the week of yesterday.

\`\`\`ts
// BEFORE
const week = weekOf(today);

// AFTER
const week = weekOf(dayBefore(today));
\`\`\`

## Verification

The report of a Monday, a Tuesday and a first of January, made with a clock that was set to each.

## Lessons Learned

- **Try the first day**: what counts in weeks, months or years is tried on the day on which the next one begins
- **Delete this note**: it shows what fixlore reads; yours will do better
`;

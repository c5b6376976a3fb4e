/** Notes with a record of every kind, in our own words: what the tests of the site are built from. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const fixtureNotes: Record<string, string> = {
  "2026-02-03-harbour-crane.md": `---
tags: [hardware, timing]
components: [crane, scheduler]
---

# Harbour crane: three faults in one shift

**Date**: February 3, 2026
**Duration**: ~3 hours
**Branch**: fix/crane-shift
**Status**: ⚠️ Partially complete

## Summary

Two of three faults are mended. Read [the week before](./2026-01-27-scheduler.md) and the [manual](https://example.com/manual).
A [plan that was never written](./missing-plan.md) is named here too.

## Issues

### CRANE-001: Hook sways when the brake closes early

**Status**: ✅ Fixed
**Severity**: High
**Component**: crane
**Time to fix**: 40 minutes

**Files**: \`src/crane/brake.ts:42\`, \`src/crane/motor.ts\`

**Problem**: The hook sways by two metres, and the log says ERR_BRAKE_EARLY.

**Root cause**: The brake listens to the timer and not to the motor.

**Fix**: Close the brake when the motor reports that it stands.

\`\`\`ts
// BEFORE
setTimeout(() => brake.close(), 500);
release();
\`\`\`

\`\`\`ts
// AFTER
motor.once("stopped", () => brake.close());
release();
\`\`\`

**Verification**: Fifty lifts in a row, none swayed.

### CRANE-002: Scheduler skips the last container

**Status**: 🟡 Partially fixed
**Severity**: Critical

**Files**: \`src/scheduler/queue.ts:108\`

**Problem**: The last container of a ship stays on board.

**Root cause**: The loop ends at \`length - 1\`.

**Fix**: Count to the end. Ships with one container are still skipped.

**Remaining work**: Ships with exactly one container.

**Next steps**:
1. Write a test with one container.
2. Look at \`takeNext()\`.

### CRANE-003: Lamp stays dark

**Status**: Open
**Severity**: Low

**Files**: \`src/crane/lamp.ts\`

**Problem**: The lamp of the cabin is dark after a restart.

**Symptoms**: Nobody sees the ladder. averyveryverylongwordthatneverendsandneverbreaksandgoesonandonandonandonandonandonandonandonandonuntilthemarginofthepage

## Lessons learned

1. **Wait for an event, not for a time**: A timer guesses how long the motor takes; its event knows.
2. **Count with the language**: \`for…of\` has no last index to forget.

## Metrics

| Metric | Before | After |
|---|---|---|
| Swaying lifts | 12% | 0% |
| Containers a shift | 310 | 355 |

## Actions

### Immediate

- [x] Mend the brake
- [ ] Test CRANE-002 with one container

### Long-term

- [ ] Replace the lamp

## Commits

- \`a1b2c3d\` Close the brake on the motor's event
- \`d4e5f6a\` Count containers to the end

## Wide things

| one | two | three | four | five | six | seven | eight | nine | ten |
|---|---|---|---|---|---|---|---|---|---|
| aaaaaaaaaaaa | bbbbbbbbbbbb | cccccccccccc | dddddddddddd | eeeeeeeeeeee | ffffffffffff | gggggggggggg | hhhhhhhhhhhh | iiiiiiiiiiii | jjjjjjjjjjjj |

\`\`\`
a line of a log that is much wider than any telephone, and that therefore has to scroll in a box of its own: 0123456789
\`\`\`

<details><summary>More</summary>

Press <kbd>Esc</kbd>.

</details>
`,
  "2026-01-27-scheduler.md": `# Scheduler: containers are forgotten

**Date**: January 27, 2026
**Status**: In progress

## Issues

### CRANE-002: Scheduler skips the last container

**Status**: Open
**Severity**: Critical

**Problem**: Containers stay on board, nobody knows why.

### QUAY-7: Quay door opens twice

**Status**: ✅ Fixed

**Files**: \`src/scheduler/queue.ts\`

**Problem**: The door opens, closes and opens again.

**Root cause**: Two listeners are registered on \`src/scheduler/queue.ts\`.

**Fix**: Register one.

## Lessons learned

- **Log what was skipped**: What is left out silently is found by the customer.
`,
  "notes/right-to-left.md": `# מנוף הנמל

**Date**: January 5, 2026

## Issues

### CRANE-100: המנוף נתקע ברוח חזקה

**Status**: Deferred

**Problem**: <span dir="rtl">כשהרוח חזקה המנוף נתקע.</span>
`,
  "hostile.md": `# <img src=x onerror="window.hacked=1"> & "quotes" </title><script>window.hacked=1</script>

**Date**: January 2, 2026

## Issues

### EVIL-1: </script><script>window.hacked=1</script><svg onload="window.hacked=1">

**Status**: Open

**Files**: \`src/"><script>window.hacked=1</script>.ts\`

**Problem**: [click](javascript:window.hacked=1) <a href="javascript:window.hacked=1">me</a> <iframe src="https://example.com"></iframe>
<form action="https://example.com"><input name="q"></form> <p style="position:fixed" id="main" onclick="window.hacked=1">styled</p>
![x](data:image/svg+xml;base64,PHN2Zy8+) <img src="javascript:window.hacked=1"> <style>body{display:none}</style>

**Fix**: {{constructor.constructor('window.hacked=1')()}} \`\${window.hacked=1}\`

\`\`\`"><script>window.hacked=1</script>
"><script>window.hacked=1</script>
\`\`\`

## Lessons learned

- **<b onmouseover="window.hacked=1">Escape</b> everything**: ]]> --> <!-- <script>window.hacked=1</script>
`,
  "empty.md": "",
};

/** Writes the notes to a new folder and gives its path. */
export function writeNotes(notes: Record<string, string> = fixtureNotes): string {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-notes-"));
  for (const [path, text] of Object.entries(notes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

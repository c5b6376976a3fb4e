/** A small folder of notes for the tests of the query commands, written anew for each test file. */
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

const notes: Record<string, string> = {
  "2026-01-12-boiler.md": `# Boiler controller: three faults

**Date**: January 12, 2026
**Branch**: fix/boiler

## Issues

### BOIL-1: Pump races the valve

**Status**: ✅ Fixed
**Severity**: High
**Time to fix**: 45 minutes

**Problem**: The pump starts before the valve is open, and the controller reports ERR_DRY_RUN.

**Root cause**: A race condition between the two timers in \`src/boiler/pump.ts\`.

**Fix**: Start the pump from the callback of the valve.

### BOIL-10: Gauge shows last year

**Status**: Open
**Severity**: Critical

**Problem**: =The gauge, "live" or not, reads \`src/boiler/gauge.ts\` once.

### BOIL-2: Alarm repeats itself

**Status**: 🟡 Partially fixed
**Severity**: Low

**Problem**: The alarm of \`src/boiler/alarm.ts\` rings twice.

**Root cause**: Two listeners are registered.

## Lessons learned

- **Start from an event**: What waits for another part starts from its event, not from a timer.
`,
  "2026-02-03-boiler-again.md": `# Boiler controller: the alarm

**Date**: February 3, 2026

## Issues

### BOIL-2: Alarm repeats itself

**Status**: ✅ Fixed

**Problem**: The alarm of \`src/boiler/alarm.ts\` rings twice.

**Fix**: Register the listener once.
`,
};

export interface NotesFolder {
  folder: string;
  /** Runs fixlore there as a user would, in a pipe. */
  run(
    args: string[],
    given?: { input?: string; env?: NodeJS.ProcessEnv },
  ): { stdout: string; stderr: string; status: number | null };
  remove(): void;
}

export function createNotesFolder(more: Record<string, string> = {}): NotesFolder {
  const folder = mkdtempSync(join(tmpdir(), "fixlore-query-"));
  mkdirSync(join(folder, "content"));
  for (const [name, text] of Object.entries({ ...notes, ...more })) writeFileSync(join(folder, "content", name), text);
  const bin = join(import.meta.dirname, "../../src/cli/bin.js");
  return {
    folder,
    run(args, { input = "", env = {} } = {}) {
      const { NO_COLOR: _, FORCE_COLOR: __, CLICOLOR_FORCE: ___, ...clean } = process.env;
      const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
        cwd: folder,
        input,
        env: { ...clean, ...env },
        encoding: "utf8",
      });
      return { stdout, stderr, status };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Turns what went wrong with a path that a user named into a diagnostic. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";

const noteNames = ["*.md", "*.markdown", "*.mdown", "*.txt"];

/** Node writes "EACCES: permission denied, open '/the/path'": the middle is for people. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^[A-Z]+: /, "").replace(/, \w+( '.*')?$/, "") : String(error);
}

export function describeMissing(input: string, error: NodeJS.ErrnoException): Diagnostic {
  const isMissing = error.code === "ENOENT" || error.code === "ENOTDIR";
  if (!isMissing) return describeUnreadable(input, error);
  return createDiagnostic({
    file: input,
    severity: "error",
    ruleId: "missing-input",
    message: `Unexpected path "${input}": no such file or folder, expected a note or a folder of notes`,
    expected: ["a note", "a folder of notes"],
    note: "Check the spelling, and the folder the command was started in.",
  });
}

export function describeUnreadable(file: string, error: unknown): Diagnostic {
  return createDiagnostic({
    file,
    severity: "error",
    ruleId: "unreadable-file",
    message: `Could not read "${file}": ${reasonOf(error)}`,
    expected: ["a file that can be read"],
    note: "Check its permissions; the other notes were read.",
  });
}

export function describeOversized(file: string, size: number, maximum: number): Diagnostic {
  const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return createDiagnostic({
    file,
    severity: "error",
    ruleId: "oversized-file",
    message: `Unexpected size of ${mebibytes(size)}, expected at most ${mebibytes(maximum)}`,
    expected: [`at most ${maximum} bytes`],
    note: "A note of this size is usually a log: keep the log beside the notes and quote from it.",
  });
}

export function describeOutside(file: string): Diagnostic {
  return createDiagnostic({
    file,
    severity: "warning",
    ruleId: "link-outside",
    message: `Unexpected link "${file}" that leads out of the folder, expected notes inside of it: not followed`,
    expected: ["a link to a note in the same folder"],
    note: "Name the file or folder it leads to as an input of its own.",
  });
}

export function describeNoNotes(input: string): Diagnostic {
  return createDiagnostic({
    file: input,
    severity: "warning",
    ruleId: "no-notes",
    message: `Unexpected folder "${input}" without notes, expected files named ${noteNames.join(", ")}`,
    expected: noteNames,
    note: null,
  });
}

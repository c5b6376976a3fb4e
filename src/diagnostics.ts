/** A diagnostic is plain data: what is wrong, where, by which rule, and what was expected. */
import type { Place } from "./model.ts";

export interface Diagnostic {
  /** Path of the note. */
  file: string;
  place: Place | null;
  /** `error`: something was lost or is unusable; `warning`: read, but probably not as meant; `info`: good to know. */
  severity: "error" | "warning" | "info";
  /** Kebab-case name of the rule, as "repaired-encoding". */
  ruleId: string;
  /** One sentence: "Unexpected X, expected Y". */
  message: string;
  expected: string[];
  /** What the author can do. */
  note: string | null;
  url: string | null;
}

/** Fills in what a rule leaves out. */
export function createDiagnostic(
  diagnostic: Pick<Diagnostic, "file" | "severity" | "ruleId" | "message"> & Partial<Diagnostic>,
): Diagnostic {
  return { place: null, expected: [], note: null, url: null, ...diagnostic };
}

/** `file:line:column severity message (rule)`: the line that terminals make clickable. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, place, severity, message, ruleId, note } = diagnostic;
  const at = place ? `${file}:${place.start.line}:${place.start.column}` : file;
  return `${at} ${severity}: ${message} (${ruleId})${note ? `\n  ${note}` : ""}`;
}

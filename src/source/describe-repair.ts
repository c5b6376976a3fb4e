/** Turns a repair into the diagnostic that tells the author of it. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Repair } from "../model.ts";

interface Description {
  ruleId: string;
  severity: Diagnostic["severity"];
  message: string;
  note: string | null;
}

const saveAsUtf8 = "Save the file as UTF-8.";
const times = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count} ${many}`);

const descriptions: Readonly<Record<Repair["kind"], (repair: Repair, text: string) => Description>> = {
  bom: ({ count }) => ({
    ruleId: "byte-order-mark",
    severity: "info",
    message: `Removed ${times(count, "byte order mark", "byte order marks")}`,
    note: "Save the file as UTF-8 without a byte order mark.",
  }),
  "utf-16": ({ encoding }) => ({
    ruleId: "repaired-encoding",
    severity: "info",
    message: `Unexpected ${encoding}, expected UTF-8: read as ${encoding}`,
    note: saveAsUtf8,
  }),
  "windows-1252": ({ count }) => ({
    ruleId: "repaired-encoding",
    severity: "info",
    message: `Unexpected bytes that are not UTF-8: read ${times(count, "of them", "of them")} as Windows-1252`,
    note: saveAsUtf8,
  }),
  "invalid-utf-8": ({ count, encoding }, text) =>
    encoding === null
      ? {
          ruleId: "invalid-utf-8",
          // Beyond this the note is in another encoding, and its words are lost.
          severity: count >= 8 && count > text.length / 20 ? "error" : "warning",
          message: `Unexpected bytes that are not UTF-8: replaced ${times(count, "character", "characters")} by U+FFFD`,
          note: `${saveAsUtf8} The characters marked � are lost.`,
        }
      : {
          ruleId: "repaired-encoding",
          severity: "info",
          message: `Unexpected surrogates in UTF-8 (${encoding}): joined to ${times(count, "character", "characters")}`,
          note: saveAsUtf8,
        },
  "line-endings": ({ count }) => ({
    ruleId: "line-endings",
    severity: "info",
    message: `Read ${times(count, "line end", "line ends")} of CRLF or CR as LF`,
    note: null,
  }),
  mojibake: ({ count, encoding }) => ({
    ruleId: "repaired-encoding",
    severity: "info",
    message: `Unexpected UTF-8 misread as ${encoding}: repaired ${times(count, "place", "places")}`,
    note: `Somebody opened the file as ${encoding} and saved it. ${saveAsUtf8}`,
  }),
  nul: ({ count }) => ({
    ruleId: "nul-character",
    severity: "info",
    message: `Removed NUL characters in ${times(count, "place", "places")}`,
    note: null,
  }),
};

/** `text` is the whole repaired text that `repair.place` counts in. */
export function describeRepair(file: string, text: string, repair: Repair): Diagnostic {
  return createDiagnostic({ file, place: repair.place, ...descriptions[repair.kind](repair, text) });
}

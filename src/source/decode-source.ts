/** Turns the bytes of a note into its text, repaired where the repair is certain, with an account of what was changed. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Repair, SourceFile, SourceText } from "../model.ts";
import { decodeUtf8, type Mending } from "./decode-utf8.ts";
import { describeRepair } from "./describe-repair.ts";
import { detectEncoding, type Encoding } from "./detect-encoding.ts";
import { placeOf } from "./place-of.ts";
import { repairMojibake } from "./repair-mojibake.ts";

/** A repair whose first place is an offset yet: later repairs move it. */
interface Change extends Pick<Repair, "kind" | "count" | "encoding"> {
  offset: number;
}

interface Step {
  text: string;
  changes: Change[];
}

const mendingKinds: Readonly<Record<Mending, Pick<Repair, "kind" | "encoding">>> = {
  "windows-1252": { kind: "windows-1252", encoding: "Windows-1252" },
  surrogates: { kind: "invalid-utf-8", encoding: "CESU-8" },
  replaced: { kind: "invalid-utf-8", encoding: null },
};

/**
 * Never throws. What cannot be read as text gives the text "" and an error; all else gives text without byte order
 * marks and NULs, with `\n` between lines and without lone surrogates. Text that was right comes back as it is.
 */
export function decodeSource({ path, bytes }: SourceFile): SourceText {
  const detection = detectEncoding(bytes);
  if ("binary" in detection) {
    const diagnostic = createDiagnostic({
      file: path,
      severity: "error",
      ruleId: "binary-file",
      message: `Unexpected ${detection.binary}, expected a text in Markdown`,
      expected: ["text in UTF-8"],
      note: "Move the file out of the folder of notes, or export it as Markdown.",
    });
    return { path, text: "", repairs: [], diagnostics: [diagnostic] };
  }
  const { text, changes } = repairText(cleanText(readBytes(bytes, detection.encoding)));
  const repairs = changes.map(({ kind, count, encoding, offset }): Repair => {
    const end = offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
    return { kind, count, encoding, place: placeOf(text, offset, end) };
  });
  const diagnostics = repairs.map((repair) => describeRepair(path, text, repair));
  return { path, text, repairs, diagnostics: text.trim() === "" ? [...diagnostics, emptyNote(path)] : diagnostics };
}

function emptyNote(file: string): Diagnostic {
  return createDiagnostic({
    file,
    severity: "warning",
    ruleId: "empty-note",
    message: "Unexpected empty note, expected a text in Markdown",
    expected: ["text"],
    note: "Write the note, or delete the file.",
  });
}

function readBytes(bytes: Uint8Array, encoding: Encoding): Step {
  if (encoding !== "utf-8") {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    const name = encoding === "utf-16le" ? "UTF-16 LE" : "UTF-16 BE";
    const changes: Change[] = [{ kind: "utf-16", count: 1, encoding: name, offset: 0 }];
    const lost = text.indexOf("\ufffd");
    if (lost !== -1) {
      changes.push({ kind: "invalid-utf-8", count: text.split("\ufffd").length - 1, encoding: null, offset: lost });
    }
    return { text, changes };
  }
  const { text, mendings } = decodeUtf8(bytes);
  const changes = [...mendings].map(([mending, tally]): Change => ({ ...mendingKinds[mending], ...tally }));
  return { text, changes };
}

/** What is taken out of a text: its marks at line starts, since files that were joined keep theirs; NULs; and CRs. */
const noise: readonly [kind: Repair["kind"], pattern: RegExp, replacement: string][] = [
  ["nul", /\0+/g, ""],
  ["line-endings", /\r\n?/g, "\n"],
  ["bom", /(?<=^|\n)\ufeff+/g, ""],
];

function cleanText(step: Step): Step {
  return noise.reduce(({ text, changes }, [kind, pattern, replacement]) => {
    const found = text.search(pattern);
    if (found === -1) return { text, changes };
    const offset = text.slice(0, found).replace(pattern, replacement).length;
    const count = text.match(pattern)?.length ?? 0;
    const moved = changes.map((change) => ({
      ...change,
      offset: text.slice(0, change.offset).replace(pattern, replacement).length,
    }));
    const others = moved.filter((change) => change.kind !== kind);
    const before = count + moved.reduce((sum, change) => sum + (change.kind === kind ? change.count : 0), 0);
    return {
      text: text.replace(pattern, replacement),
      changes: [...others, { kind, count: before, encoding: null, offset }],
    };
  }, step);
}

/** A byte order mark may be misread like all else, so the text is cleaned once more. */
function repairText({ text, changes }: Step): Step {
  const repaired = repairMojibake(text);
  if (repaired.repairs.length === 0) return { text, changes };
  const moved = changes.map((change) => ({ ...change, offset: repaired.moved(change.offset) }));
  const found = repaired.repairs.map(({ encoding, count, place }): Change => ({
    kind: "mojibake",
    count,
    encoding,
    offset: place.start.offset,
  }));
  return cleanText({ text: repaired.text, changes: [...moved, ...found] });
}

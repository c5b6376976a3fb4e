/** A note as written in, what was understood of it on standard error out: standard output is for its path. */
import { readNote } from "../../build-knowledge.ts";
import type { ReadingSettings } from "../../config.ts";
import type { Extraction, SourceFile } from "../../model.ts";
import { renderExtraction } from "../render-extraction.ts";
import { reportDiagnostics } from "../report-diagnostics.ts";
import { columnsOf, createPaint } from "../terminal.ts";

export function reportNote(file: SourceFile, settings: ReadingSettings): Extraction {
  const extraction = readNote(file, settings);
  reportDiagnostics(extraction.diagnostics, { from: "error" });
  const options = { paint: createPaint(process.stderr), columns: columnsOf(process.stderr) ?? 100, isExplained: false };
  process.stderr.write(renderExtraction(extraction, options));
  return extraction;
}
